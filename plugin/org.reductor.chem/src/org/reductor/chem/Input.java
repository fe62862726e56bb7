/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/** Neighbouring blocks of a recipe that are made from one value of a row. */
interface Input {

    /** @return the column of the value */
    SourceColumn source();

    /**
     * Makes ready what it needs before the first value.
     *
     * @throws IllegalStateException when that cannot be had on this machine; the message says what to do
     */
    default void prepare() {
        // most need nothing
    }

    /**
     * @param value text or a {@link Number}, {@code null} when missing
     * @param row receives the features
     * @throws UnusableRowException when the value cannot be used, with the reason in plain words
     */
    void add(Object value, RowBuilder row) throws UnusableRowException;
}

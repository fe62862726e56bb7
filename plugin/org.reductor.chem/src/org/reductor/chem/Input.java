/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/** Neighbouring blocks of a recipe that are made from one value of a row. */
interface Input {

    /** @return the column of the value */
    SourceColumn source();

    /**
     * @param value text or a {@link Number}, {@code null} when missing
     * @param row receives the features
     * @throws UnusableRowException when the value cannot be used, with the reason in plain words
     */
    void add(Object value, RowBuilder row) throws UnusableRowException;
}

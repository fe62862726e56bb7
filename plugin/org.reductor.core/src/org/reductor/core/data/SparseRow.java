/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;

/**
 * The features of one sample that are not zero. The arrays are handed out without a copy: treat them as read-only.
 *
 * @param columns the features, strictly ascending
 * @param values one value a feature, or null if all are 1, as for fingerprint bits
 */
public record SparseRow(int[] columns, float[] values) {

    /** Checks that there are as many values as features. */
    public SparseRow {
        if (values != null && values.length != columns.length) {
            throw new IllegalArgumentException(
                "A row has " + columns.length + " features but " + values.length + " values.");
        }
    }

    /** @return whether every feature is 0 or 1 and {@link #values()} is null */
    public boolean binary() {
        return values == null;
    }

    /** @return number of features that are not zero */
    public int size() {
        return columns.length;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SparseRow that && Arrays.equals(columns, that.columns)
            && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SparseRow" + Arrays.toString(columns) + (values == null ? "" : Arrays.toString(values));
    }
}

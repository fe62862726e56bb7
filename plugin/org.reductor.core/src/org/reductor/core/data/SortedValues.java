/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

/** Places in ascending values, among which equal ones may be. */
public final class SortedValues {

    private SortedValues() {
    }

    /**
     * @param sorted ascending values
     * @param value any value
     * @return how many of them are smaller; the index of the first that is not
     */
    public static int below(final double[] sorted, final double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            final int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}

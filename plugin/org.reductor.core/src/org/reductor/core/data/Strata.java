/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;

/**
 * Turns the values of a task into strata, which a split spreads evenly: an array with the stratum of each row, -1 where
 * the row has no value.
 */
public final class Strata {

    /** Number of strata that values are divided into; what is common for regression. */
    public static final int QUANTILES = 10;

    /** In place of a stratum: the row has no value and may go anywhere. */
    public static final int NONE = -1;

    private Strata() {
    }

    /**
     * Strata of equal size by the order of the values. Equal values are in the same stratum, which may make some
     * strata larger and others empty.
     *
     * @param values one a row; NaN for none
     * @param strata how many, at least 1
     * @return the stratum of each row, ascending with the value, or {@link #NONE}
     */
    public static int[] quantiles(final double[] values, final int strata) {
        if (strata < 1) {
            throw new IllegalArgumentException("There can be no " + strata + " strata; at least 1 is needed.");
        }
        final double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).map(v -> v + 0.0).sorted()
            .toArray();
        final int[] result = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            result[row] = Double.isNaN(values[row]) ? NONE
                : (int)((long)strata * SortedValues.below(sorted, values[row]) / sorted.length);
        }
        return result;
    }

    /**
     * A stratum for each class.
     *
     * @param classes number of each row's class, from 0 on; NaN for none
     * @return the stratum of each row, or {@link #NONE}
     */
    public static int[] classes(final double[] classes) {
        return Arrays.stream(classes).mapToInt(value -> Double.isNaN(value) ? NONE : (int)value).toArray();
    }
}

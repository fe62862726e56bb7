/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.Arrays;
import java.util.Comparator;

/** Ranks of numbers; equal numbers share the mean of their ranks. */
final class Ranks {

    private Ranks() {
    }

    /**
     * @param values any numbers
     * @return the rank of each, from 1
     */
    static double[] of(final double[] values) {
        final int[] order = order(values);
        final double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * @param values any numbers
     * @return their positions, ascending by value
     */
    static int[] order(final double[] values) {
        final Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}

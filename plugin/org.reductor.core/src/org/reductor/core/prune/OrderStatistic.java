/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/** The value that would stand at a place if values were sorted, without sorting them (Hoare's FIND, 1961). */
final class OrderStatistic {

    private OrderStatistic() {
    }

    /**
     * @param values the values, none of them NaN; in another order afterwards
     * @param place counted from 0, the smallest
     * @return the value at that place
     */
    static double select(final double[] values, final int place) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            final double pivot = median(values[from], values[(from + to) >>> 1], values[to]);
            int below = from;
            int above = to;
            while (below <= above) {
                while (values[below] < pivot) {
                    below++;
                }
                while (values[above] > pivot) {
                    above--;
                }
                if (below <= above) { // equal values change places, too, so that many of them end in the middle
                    final double moved = values[below];
                    values[below++] = values[above];
                    values[above--] = moved;
                }
            }
            if (place <= above) {
                to = above;
            } else if (place >= below) {
                from = below;
            } else {
                return pivot;
            }
        }
        return values[place];
    }

    private static double median(final double a, final double b, final double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}

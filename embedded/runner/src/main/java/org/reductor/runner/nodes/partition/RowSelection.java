/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.partition;

import java.util.BitSet;
import java.util.Random;

/** Selects rows by their index, the same ones as KNIME for the same seed. */
final class RowSelection {

    private RowSelection() {
    }

    /**
     * @param rows number of rows
     * @param count how many to select; all if there are no more
     * @return the first rows
     */
    static BitSet first(final int rows, final long count) {
        final BitSet selected = new BitSet(rows);
        selected.set(0, (int)Math.min(rows, count));
        return selected;
    }

    /**
     * Shuffles all indices from the end (Fisher and Yates) and takes the first of them.
     *
     * @param random where the choice comes from
     */
    static BitSet random(final int rows, final long count, final Random random) {
        if (rows <= count) {
            return first(rows, count);
        }
        final int[] indices = new int[rows];
        for (int i = 0; i < rows; i++) {
            indices[i] = i;
        }
        for (int i = rows - 1; i >= 0; i--) { // i = 0 changes nothing, but KNIME draws for it too
            final int j = random.nextInt(i + 1);
            final int swapped = indices[j];
            indices[j] = indices[i];
            indices[i] = swapped;
        }
        final BitSet selected = new BitSet(rows);
        for (int i = 0; i < count; i++) {
            selected.set(indices[i]);
        }
        return selected;
    }

    /**
     * Evenly spaced rows; the first and the last are always among them. As in KNIME, the share is added up row by row
     * and a row is taken when the sum passes a whole number, until one is left to give, which is kept for the last row.
     */
    static BitSet linear(final int rows, final long count) {
        final BitSet selected = new BitSet(rows);
        final double share = count / (double)rows;
        double sum = 0;
        long left = count;
        for (int i = 0; i < rows; i++) {
            sum += share;
            final boolean edge = i == 0 || i == rows - 1;
            if (edge || left != 1 && (long)(sum - share) < (long)sum) {
                selected.set(i);
                left--;
            }
        }
        return selected;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;

/**
 * The rows of a kernel as an optimiser steps them. Passes read whole rows, in which a weight that is not kept is zero:
 * to add up whole rows is vectorised, to pick kept weights is not, and costs seven times as much with a quarter of them
 * kept. A step costs more for each weight, so that it pays to step only those that are kept: of a row with few of them
 * they are held side by side as well, with their moments, and are brought to the whole row after each step.
 */
public final class SteppedRows {

    /**
     * Share of kept weights of a row below which it is compact. To pick gradients and to bring weights back takes a third
     * of the time of the steps that are left (profile of a network of 256 units with 29 % kept); thresholds of .5, .7,
     * .85 and .95 could not be told apart, and the lowest needs the least of scattered access.
     */
    static final double COMPACT_BELOW = 0.5;

    private final float[][] whole;
    private final float[][] weights;
    private final int[][] columns;
    private final float[][] factors;

    private SteppedRows(final float[][] whole) {
        this.whole = whole;
        weights = whole.clone();
        columns = new int[whole.length][];
        factors = new float[whole.length][];
    }

    /**
     * @param whole the rows that passes read (not copied)
     * @param flags for each weight 1 if it is kept and 0 if not; null if all are kept
     * @return the rows, of which none is compact
     */
    public static SteppedRows whole(final float[][] whole, final float[][] flags) {
        final SteppedRows rows = new SteppedRows(whole);
        if (flags != null) {
            System.arraycopy(flags, 0, rows.factors, 0, flags.length);
        }
        return rows;
    }

    /**
     * @param whole the rows that passes read (not copied)
     * @param flags for each weight 1 if it is kept and 0 if not; null if all are kept
     * @return the rows, each in the layout that is fastest to step
     */
    public static SteppedRows of(final float[][] whole, final float[][] flags) {
        final SteppedRows rows = new SteppedRows(whole);
        for (int row = 0; flags != null && row < whole.length; row++) {
            rows.keep(row, flags[row]);
        }
        return rows;
    }

    private void keep(final int row, final float[] flags) {
        int count = 0;
        for (final float flag : flags) {
            count += flag != 0 ? 1 : 0;
        }
        if (count == flags.length) {
            return;
        }
        if (count >= COMPACT_BELOW * flags.length) {
            factors[row] = flags;
            return;
        }
        final int[] kept = new int[count];
        final float[] compact = new float[count];
        int next = 0;
        for (int i = 0; i < flags.length; i++) {
            if (flags[i] != 0) {
                compact[next] = whole[row][i];
                kept[next++] = i;
            }
        }
        columns[row] = kept;
        weights[row] = compact;
    }

    /** @return for each row what is stepped: the row itself, or its kept weights (not a copy) */
    public float[][] weights() {
        return weights;
    }

    /** @return for each row an array of zeros as long as what is stepped */
    public float[][] zeros() {
        return Arrays.stream(weights).map(row -> new float[row.length]).toArray(float[][]::new);
    }

    /**
     * @param row a row
     * @return whether only its kept weights are stepped
     */
    public boolean compact(final int row) {
        return columns[row] != null;
    }

    /**
     * @param row a row
     * @param sum the gradient of the whole row (not changed)
     * @param scratch as long as the whole row
     * @return the gradient of what is stepped: {@code sum} or {@code scratch}, which may be longer than that
     */
    public float[] gradient(final int row, final float[] sum, final float[] scratch) {
        if (columns[row] != null) {
            pick(scratch, sum, columns[row]);
            return scratch;
        }
        if (factors[row] != null) {
            RowSums.multiply(scratch, sum, factors[row]);
            return scratch;
        }
        return sum;
    }

    /**
     * Brings what was stepped to where passes read it.
     *
     * @param row a row whose weights have changed
     */
    public void publish(final int row) {
        if (columns[row] != null) {
            spread(whole[row], weights[row], columns[row]);
        }
    }

    private static void pick(final float[] picked, final float[] from, final int[] columns) {
        for (int k = 0; k < columns.length; k++) {
            picked[k] = from[columns[k]];
        }
    }

    private static void spread(final float[] whole, final float[] compact, final int[] columns) {
        for (int k = 0; k < columns.length; k++) {
            whole[columns[k]] = compact[k];
        }
    }
}

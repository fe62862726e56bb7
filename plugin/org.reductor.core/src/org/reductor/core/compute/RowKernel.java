/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.function.IntFunction;

/**
 * A kernel in a layout that is fast to compute with: one array for the weights that leave a unit, see {@link RowSums};
 * or the other way round, an array for the weights that lead to a unit. The kernel that leads to the outputs has that
 * layout in every pass, because there are few outputs and many hidden units. Training has the others above the first in
 * both: forward passes read the one, {@link UpperLayers} goes back through the other. Both layouts give sums of the same
 * bits.
 */
public final class RowKernel {

    /** Columns that go from one layout to the other together, so that what is written lies side by side. */
    private static final int TILE = 8;

    private final boolean transposed;
    private final float[][] rows;

    private RowKernel(final boolean transposed, final int inputs, final int outputs) {
        this.transposed = transposed;
        rows = transposed ? new float[outputs][inputs] : new float[inputs][outputs];
    }

    /**
     * @param sizes units of each level, from the inputs to the outputs
     * @param weights for each layer its weights, row by row
     * @return copies of all kernels, as forward passes read them
     */
    public static RowKernel[] of(final int[] sizes, final IntFunction<float[]> weights) {
        final RowKernel[] kernels = new RowKernel[sizes.length - 1];
        for (int l = 0; l < kernels.length; l++) {
            kernels[l] = new RowKernel(l > 0 && l == kernels.length - 1, sizes[l], sizes[l + 1]);
            kernels[l].read(weights.apply(l));
        }
        return kernels;
    }

    /**
     * @param inputs units that weights leave
     * @param outputs units that weights lead to
     * @param flat the weights, row by row
     * @return a copy with an array for the weights that lead to each unit
     */
    static RowKernel transposed(final int inputs, final int outputs, final float[] flat) {
        final RowKernel kernel = new RowKernel(true, inputs, outputs);
        kernel.read(flat);
        return kernel;
    }

    /** @return whether {@link #rows()} has an array for each unit that weights lead to */
    public boolean transposed() {
        return transposed;
    }

    /** @return the arrays (not a copy) */
    public float[][] rows() {
        return rows;
    }

    /**
     * Takes the weights that lead to some units from the other layout.
     *
     * @param other the same kernel, transposed; this one is not
     * @param from first unit
     * @param to unit after the last
     */
    void copyTransposed(final RowKernel other, final int from, final int to) {
        int unit = from;
        for (; unit + TILE <= to; unit += TILE) {
            copyTile(other.rows, unit);
        }
        for (; unit < to; unit++) {
            final float[] row = other.rows[unit];
            for (int i = 0; i < rows.length; i++) {
                rows[i][unit] = row[i];
            }
        }
    }

    private void copyTile(final float[][] other, final int unit) {
        final float[] a = other[unit];
        final float[] b = other[unit + 1];
        final float[] c = other[unit + 2];
        final float[] d = other[unit + 3];
        final float[] e = other[unit + 4];
        final float[] f = other[unit + 5];
        final float[] g = other[unit + 6];
        final float[] h = other[unit + 7];
        for (int i = 0; i < rows.length; i++) {
            final float[] row = rows[i];
            row[unit] = a[i];
            row[unit + 1] = b[i];
            row[unit + 2] = c[i];
            row[unit + 3] = d[i];
            row[unit + 4] = e[i];
            row[unit + 5] = f[i];
            row[unit + 6] = g[i];
            row[unit + 7] = h[i];
        }
    }

    /** @param flat the weights, row by row, as {@link #of} takes them */
    public void read(final float[] flat) {
        for (int i = 0; i < rows.length; i++) {
            if (transposed) {
                for (int k = 0; k < rows[i].length; k++) {
                    rows[i][k] = flat[k * rows.length + i];
                }
            } else {
                System.arraycopy(flat, i * rows[i].length, rows[i], 0, rows[i].length);
            }
        }
    }

    /** @param flat receives the weights, row by row */
    public void write(final float[] flat) {
        for (int i = 0; i < rows.length; i++) {
            if (transposed) {
                for (int k = 0; k < rows[i].length; k++) {
                    flat[k * rows.length + i] = rows[i][k];
                }
            } else {
                System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

/**
 * A kernel in the layout that is fast to compute with: one array for the weights that leave a unit, see {@link RowSums}.
 * A kernel from hidden units to a single output is stored the other way round, as the one array of its weights.
 */
public final class RowKernel {

    private final boolean single;
    private final float[][] rows;

    private RowKernel(final boolean single, final float[][] rows) {
        this.single = single;
        this.rows = rows;
    }

    /**
     * @param network a network
     * @param layer 0 for the kernel that leaves the inputs
     * @return a copy of that kernel
     */
    public static RowKernel of(final Network network, final int layer) {
        final int inputs = network.size(layer);
        final int width = network.size(layer + 1);
        final boolean single = layer > 0 && layer == network.layers() - 1 && width == 1;
        final RowKernel kernel = new RowKernel(single, single ? new float[1][inputs] : new float[inputs][width]);
        kernel.read(network.kernel(layer));
        return kernel;
    }

    /** @return a kernel of the same shape whose weights are all zero */
    public RowKernel zeros() {
        final float[][] zeros = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            zeros[i] = new float[rows[i].length];
        }
        return new RowKernel(single, zeros);
    }

    /** @return whether the kernel leads to a single output, so that {@link #rows()} has the one array of its weights */
    public boolean single() {
        return single;
    }

    /** @return the arrays (not a copy) */
    public float[][] rows() {
        return rows;
    }

    /** @param flat the weights, row by row, as {@link Network#kernel(int)} has them */
    public void read(final float[] flat) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * rows[i].length, rows[i], 0, rows[i].length);
        }
    }

    /** @param flat receives the weights, row by row */
    public void write(final float[] flat) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
        }
    }
}

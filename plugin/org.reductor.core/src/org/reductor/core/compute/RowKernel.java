/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A kernel in a layout that is fast to compute with: one array for the weights that leave a unit, see {@link RowSums}.
 *
 * <p>Two kernels are stored otherwise. The one that leads to the outputs is the other way round, an array for the
 * weights of each output: there are few outputs and many hidden units. And the first kernel, if few of its weights are
 * kept, is <em>compact</em>: its rows hold the kept weights only, beside their columns. All layouts give sums of the
 * same bits, because a weight that is not kept is zero.
 */
public final class RowKernel {

    /**
     * Share of kept weights below which a compact kernel is faster to train: it costs three times as much for each
     * weight, because indirect access is not vectorised, but has only the kept ones. Scoring alone, without the steps of
     * an optimiser, is faster with whole rows down to a few per cent.
     */
    private static final double COMPACT_BELOW = 0.33;

    private final boolean transposed;
    private final float[][] rows;
    private final int[][] columns;

    private RowKernel(final boolean transposed, final float[][] rows, final int[][] columns) {
        this.transposed = transposed;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * @param sizes units of each level, from the inputs to the outputs
     * @param weights for each layer its weights, row by row
     * @return copies of all kernels, none compact
     */
    public static RowKernel[] of(final int[] sizes, final IntFunction<float[]> weights) {
        final RowKernel[] kernels = new RowKernel[sizes.length - 1];
        for (int l = 0; l < kernels.length; l++) {
            final boolean transposed = l > 0 && l == kernels.length - 1;
            kernels[l] = new RowKernel(transposed,
                transposed ? new float[sizes[l + 1]][sizes[l]] : new float[sizes[l]][sizes[l + 1]], null);
            kernels[l].read(weights.apply(l));
        }
        return kernels;
    }

    /**
     * The kernel in the layout that is fastest to train.
     *
     * @param kept for each of its weights, row by row, whether it is kept; the others are zero
     * @return this kernel, which is the first of a network, or a compact copy if that is faster
     */
    public RowKernel trainable(final boolean[] kept) {
        int keptWeights = 0;
        for (final boolean flag : kept) {
            keptWeights += flag ? 1 : 0;
        }
        if (keptWeights >= COMPACT_BELOW * kept.length) {
            return this;
        }
        final int width = kept.length / rows.length;
        final int[][] keptColumns = new int[rows.length][];
        final float[][] weights = new float[rows.length][];
        final int[] found = new int[width];
        for (int row = 0; row < rows.length; row++) {
            int count = 0;
            for (int column = 0; column < width; column++) {
                if (kept[row * width + column]) {
                    found[count++] = column;
                }
            }
            keptColumns[row] = Arrays.copyOf(found, count);
            weights[row] = new float[count];
            for (int k = 0; k < count; k++) {
                weights[row][k] = rows[row][found[k]];
            }
        }
        return new RowKernel(false, weights, keptColumns);
    }

    /** @return a kernel of the same layout whose weights are all zero */
    public RowKernel zeros() {
        final float[][] zeros = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            zeros[i] = new float[rows[i].length];
        }
        return new RowKernel(transposed, zeros, columns);
    }

    /** @return whether the kernel leads to the outputs, so that {@link #rows()} has an array for each of them */
    public boolean transposed() {
        return transposed;
    }

    /** @return whether rows hold kept weights only */
    public boolean compact() {
        return columns != null;
    }

    /** @return the arrays (not a copy) */
    public float[][] rows() {
        return rows;
    }

    /**
     * Adds rows to a sum.
     *
     * @param sum as long as the kernel is wide
     * @param inputs which rows
     * @param values a factor for each row, or null if all are 1
     * @param from first position in {@code inputs}
     * @param to position after the last
     */
    public void addTo(final float[] sum, final int[] inputs, final float[] values, final int from, final int to) {
        if (columns != null) {
            for (int p = from; p < to; p++) {
                scatter(sum, columns[inputs[p]], values == null ? 1f : values[p], rows[inputs[p]]);
            }
        } else if (values == null) {
            RowSums.add(sum, rows, inputs, from, to);
        } else {
            RowSums.addScaled(sum, values, rows, inputs, from, to);
        }
    }

    /**
     * The counterpart of {@link #addTo} for a compact kernel: adds those elements of vectors that belong to a row's
     * weights.
     *
     * @param row the row
     * @param sum as long as the row
     * @param vectors each as long as the kernel is wide
     * @param factors a factor for each vector, or null if all are 1
     * @param indices which vectors
     * @param from first position in {@code indices}
     * @param to position after the last
     */
    public void gather(final int row, final float[] sum, final float[][] vectors, final float[] factors,
        final int[] indices, final int from, final int to) {
        for (int p = from; p < to; p++) {
            gather(sum, columns[row], factors == null ? 1f : factors[p], vectors[indices[p]]);
        }
    }

    /** @param flat the weights, row by row, as {@link #of} takes them; a compact kernel takes its own */
    public void read(final float[] flat) {
        if (transposed) {
            for (int i = 0; i < flat.length; i++) {
                rows[i % rows.length][i / rows.length] = flat[i];
            }
            return;
        }
        final int width = flat.length / Math.max(1, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = flat[i * width + (columns == null ? k : columns[i][k])];
            }
        }
    }

    /** @param flat receives the weights, row by row; a compact kernel leaves the others as they are */
    public void write(final float[] flat) {
        if (transposed) {
            for (int i = 0; i < flat.length; i++) {
                flat[i] = rows[i % rows.length][i / rows.length];
            }
            return;
        }
        final int width = flat.length / Math.max(1, rows.length);
        for (int i = 0; i < rows.length; i++) {
            if (columns == null) {
                System.arraycopy(rows[i], 0, flat, i * width, width);
            } else {
                scatterCopy(flat, i * width, columns[i], rows[i]);
            }
        }
    }

    private static void scatter(final float[] sum, final int[] columns, final float factor, final float[] row) {
        for (int k = 0; k < columns.length; k++) {
            sum[columns[k]] += factor * row[k];
        }
    }

    private static void gather(final float[] sum, final int[] columns, final float factor, final float[] vector) {
        for (int k = 0; k < columns.length; k++) {
            sum[k] += factor * vector[columns[k]];
        }
    }

    private static void scatterCopy(final float[] flat, final int offset, final int[] columns, final float[] row) {
        for (int k = 0; k < columns.length; k++) {
            flat[offset + columns[k]] = row[k];
        }
    }
}

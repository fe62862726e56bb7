/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.data.CsrMatrix;

/**
 * The plain forward pass, one row at a time, for training and scoring alike. Because every user sums in the same order,
 * a prediction has the same bits wherever it is made: removing a unit whose weights are zero does not change a sum.
 *
 * <p>The first layer gathers: it sums the kernel rows of the stored features only. Holds scratch space, so an instance
 * belongs to one thread.
 */
public final class ForwardPass {

    private final Network network;
    private final float[][] outputs;

    /**
     * @param network the network to evaluate; later changes of its arrays are seen
     */
    public ForwardPass(final Network network) {
        this.network = network;
        outputs = new float[network.layers()][];
        for (int l = 0; l < outputs.length; l++) {
            outputs[l] = new float[network.size(l + 1)];
        }
    }

    /**
     * Evaluates one row of a matrix whose columns are the network's inputs.
     *
     * @param features the matrix
     * @param row the row
     * @return the first output
     */
    public float run(final CsrMatrix features, final int row) {
        return run(features.columnIndices(), features.values(), features.rowStart(row), features.rowEnd(row));
    }

    /**
     * Evaluates the features {@code inputs[from .. to - 1]}.
     *
     * @param inputs indices of the network's inputs that are not zero, ascending
     * @param values their values, or null if all are 1
     * @param from first position
     * @param to position after the last
     * @return the first output
     */
    public float run(final int[] inputs, final float[] values, final int from, final int to) {
        final float[] first = outputs[0];
        System.arraycopy(network.bias(0), 0, first, 0, first.length);
        for (int p = from; p < to; p++) {
            final int offset = inputs[p] * first.length;
            if (values == null) {
                add(first, network.kernel(0), offset);
            } else {
                addScaled(first, network.kernel(0), offset, values[p]);
            }
        }
        return finish();
    }

    /**
     * Evaluates the network from the inputs of its first hidden layer, which the caller has summed into {@link
     * #output output(0)}.
     *
     * @return the first output
     */
    public float finish() {
        for (int l = 1; l < outputs.length; l++) {
            activate(outputs[l - 1]);
            final float[] below = outputs[l - 1];
            final float[] out = outputs[l];
            System.arraycopy(network.bias(l), 0, out, 0, out.length);
            if (out.length == 1) {
                out[0] = addDot(out[0], below, network.kernel(l));
            } else {
                for (int i = 0; i < below.length; i++) {
                    if (below[i] != 0) {
                        addScaled(out, network.kernel(l), i * out.length, below[i]);
                    }
                }
            }
        }
        return outputs[outputs.length - 1][0];
    }

    /**
     * @param layer 0 for the first hidden layer
     * @return what that layer gave out at the last run, after its activation (not a copy)
     */
    public float[] output(final int layer) {
        return outputs[layer];
    }

    private void activate(final float[] x) {
        final Activation activation = network.hidden();
        for (int i = 0; i < x.length; i++) {
            x[i] = activation.apply(x[i]);
        }
    }

    private static float addDot(final float start, final float[] below, final float[] kernel) {
        float sum = start;
        for (int i = 0; i < below.length; i++) {
            sum += below[i] * kernel[i];
        }
        return sum;
    }

    private static void add(final float[] sum, final float[] kernel, final int offset) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += kernel[offset + i];
        }
    }

    private static void addScaled(final float[] sum, final float[] kernel, final int offset, final float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * kernel[offset + i];
        }
    }
}

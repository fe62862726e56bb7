/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.ForwardPass;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.Arrays;

/**
 * Back-propagation over one batch. The first layer scatters: only kernel rows of features that are stored in the batch
 * receive a gradient. Gradients of weights that are not kept are zero.
 */
final class Gradients {

    private final Network network;
    private final float[][] factors;
    private final float[][] kernels;
    private final float[][] biases;
    private final float[][] deltas;

    Gradients(final Network network, final Mask mask) {
        this.network = network;
        final int layers = network.layers();
        factors = new float[layers][];
        kernels = new float[layers][];
        biases = new float[layers][];
        deltas = new float[layers][];
        for (int l = 0; l < layers; l++) {
            factors[l] = mask.factors(l);
            kernels[l] = new float[network.kernel(l).length];
            biases[l] = new float[network.bias(l).length];
            deltas[l] = new float[network.bias(l).length];
        }
    }

    float[] kernel(final int layer) {
        return kernels[layer];
    }

    float[] bias(final int layer) {
        return biases[layer];
    }

    /**
     * Adds the gradient of one row.
     *
     * @param pass the forward pass, just run on that row
     * @param features the feature matrix
     * @param row the row
     * @param outputDelta derivative of the loss by the network's output
     */
    void add(final ForwardPass pass, final CsrMatrix features, final int row, final float outputDelta) {
        final int last = deltas.length - 1;
        deltas[last][0] = outputDelta;
        for (int l = last; l > 0; l--) {
            accumulate(biases[l], 0, 1f, deltas[l]);
            final float[] below = pass.output(l - 1);
            final int width = deltas[l].length;
            for (int i = 0; i < below.length; i++) {
                final float slope = network.hidden().derivativeAtOutput(below[i]);
                deltas[l - 1][i] = slope == 0 ? 0f : slope * dot(network.kernel(l), i * width, deltas[l]);
                if (below[i] != 0) {
                    accumulate(kernels[l], i * width, below[i], deltas[l]);
                }
            }
        }
        accumulate(biases[0], 0, 1f, deltas[0]);
        for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
            final float value = features.binary() ? 1f : features.values()[p];
            accumulate(kernels[0], features.columnIndices()[p] * deltas[0].length, value, deltas[0]);
        }
    }

    /** Sets the gradient of every weight {@code from .. to - 1} of a kernel that is not kept to zero. */
    void mask(final int layer, final int from, final int to) {
        if (factors[layer] != null) {
            final float[] g = kernels[layer];
            final float[] f = factors[layer];
            for (int i = from; i < to; i++) {
                g[i] *= f[i];
            }
        }
    }

    /** Sets the gradient {@code from .. to - 1} of a kernel back to zero, for the next batch. */
    void clearKernel(final int layer, final int from, final int to) {
        Arrays.fill(kernels[layer], from, to, 0f);
    }

    /** Sets all gradients of a layer's biases back to zero. */
    void clearBias(final int layer) {
        Arrays.fill(biases[layer], 0f);
    }

    private static void accumulate(final float[] sum, final int offset, final float factor, final float[] delta) {
        for (int i = 0; i < delta.length; i++) {
            sum[offset + i] += factor * delta[i];
        }
    }

    private static float dot(final float[] kernel, final int offset, final float[] delta) {
        float sum = 0;
        for (int i = 0; i < delta.length; i++) {
            sum += kernel[offset + i] * delta[i];
        }
        return sum;
    }
}

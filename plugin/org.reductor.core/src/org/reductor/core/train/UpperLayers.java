/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.ForwardPass;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.Arrays;

/**
 * Back-propagation and Adam for everything but the first kernel: the kernels above it and all biases. Gradients of
 * weights that are not kept are zero.
 */
final class UpperLayers {

    private final Network network;
    private final float[][] factors;
    private final Moments[] kernels;
    private final Moments[] biases;
    private final float[][] deltas;

    UpperLayers(final Network network, final Mask mask) {
        this.network = network;
        final int layers = network.layers();
        factors = new float[layers][];
        kernels = new Moments[layers];
        biases = new Moments[layers];
        deltas = new float[layers][];
        for (int l = 0; l < layers; l++) {
            biases[l] = new Moments(network.bias(l));
            deltas[l] = new float[network.bias(l).length];
            if (l > 0) {
                factors[l] = mask.factors(l);
                kernels[l] = new Moments(network.kernel(l));
            }
        }
    }

    /**
     * Adds the gradient of one row to all upper layers.
     *
     * @param pass the forward pass, as it was run on that row
     * @param outputDelta derivative of the loss by the network's output
     * @param firstDelta receives the derivative of the loss by the inputs of the first hidden layer
     */
    void backward(final ForwardPass pass, final float outputDelta, final float[] firstDelta) {
        final int last = deltas.length - 1;
        deltas[last][0] = outputDelta;
        for (int l = last; l > 0; l--) {
            final float[] delta = deltas[l];
            final float[] below = pass.output(l - 1);
            final float[] belowDelta = l == 1 ? firstDelta : deltas[l - 1];
            addScaled(biases[l].gradient, 0, 1f, delta);
            if (delta.length == 1) {
                backwardThroughOneUnit(l, delta[0], below, belowDelta);
            } else {
                backwardThroughManyUnits(l, delta, below, belowDelta);
            }
        }
        addScaled(biases[0].gradient, 0, 1f, last == 0 ? deltas[0] : firstDelta);
    }

    private void backwardThroughOneUnit(final int layer, final float delta, final float[] below,
        final float[] belowDelta) {
        final float[] kernel = network.kernel(layer);
        final float[] gradient = kernels[layer].gradient;
        for (int i = 0; i < below.length; i++) {
            gradient[i] += below[i] * delta;
        }
        for (int i = 0; i < below.length; i++) {
            belowDelta[i] = network.hidden().derivativeAtOutput(below[i]) * (kernel[i] * delta);
        }
    }

    private void backwardThroughManyUnits(final int layer, final float[] delta, final float[] below,
        final float[] belowDelta) {
        final float[] kernel = network.kernel(layer);
        for (int i = 0; i < below.length; i++) {
            final float slope = network.hidden().derivativeAtOutput(below[i]);
            float sum = 0;
            for (int o = 0; slope != 0 && o < delta.length; o++) {
                sum += kernel[i * delta.length + o] * delta[o];
            }
            belowDelta[i] = slope * sum;
            if (below[i] != 0) {
                addScaled(kernels[layer].gradient, i * delta.length, below[i], delta);
            }
        }
    }

    /** One step of Adam with the gradients added since the last one. */
    void update(final Adam adam, final float stepSize) {
        for (int l = 0; l < network.layers(); l++) {
            if (l > 0) {
                kernels[l].update(adam, stepSize, factors[l]);
            }
            biases[l].update(adam, stepSize, null);
        }
    }

    private static void addScaled(final float[] sum, final int offset, final float factor, final float[] delta) {
        for (int i = 0; i < delta.length; i++) {
            sum[offset + i] += factor * delta[i];
        }
    }

    /** Weights with their gradient and Adam's moments. */
    private static final class Moments {

        private final float[] weights;
        private final float[] gradient;
        private final float[] first;
        private final float[] second;

        private Moments(final float[] weights) {
            this.weights = weights;
            gradient = new float[weights.length];
            first = new float[weights.length];
            second = new float[weights.length];
        }

        private void update(final Adam adam, final float stepSize, final float[] factors) {
            if (factors != null) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= factors[i];
                }
            }
            adam.update(weights, first, second, gradient, 0, weights.length, stepSize);
            Arrays.fill(gradient, 0f);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Back-propagation and the steps of everything but the first kernel: the kernels above it and all biases. Gradients of
 * weights that are not kept are zero.
 */
public final class UpperLayers {

    private final UnitFunction hidden;
    private final RowKernel[] kernels;
    private final RowKernel[] masks;
    private final Moments[][] rows;
    private final Moments[] biases;
    private final float[][][] deltas;
    private final int[] batchRows;
    private final int[] outputs;
    private final int[] chosen;
    private final float[] chosenFactors;
    private final float[][] chosenRows;
    private final float[] dots;

    /**
     * @param hidden activation of the hidden layers
     * @param kernels one a layer; those above the first are stepped in place
     * @param biases one vector a layer, stepped in place
     * @param masks for each layer 1 for each weight that is kept and 0 for others, or null if all are
     * @param batchSize rows a batch at the most
     */
    public UpperLayers(final UnitFunction hidden, final RowKernel[] kernels, final float[][] biases,
        final RowKernel[] masks, final int batchSize) {
        this.hidden = hidden;
        this.kernels = kernels;
        this.masks = masks;
        final int layers = kernels.length;
        rows = new Moments[layers][];
        this.biases = new Moments[layers];
        deltas = new float[layers][][];
        int widest = batchSize;
        for (int l = 0; l < layers; l++) {
            this.biases[l] = new Moments(biases[l]);
            widest = Math.max(widest, biases[l].length);
            if (l > 0) {
                rows[l] = Arrays.stream(kernels[l].rows()).map(Moments::new).toArray(Moments[]::new);
                deltas[l] = new float[batchSize][biases[l].length];
            }
        }
        batchRows = IntStream.range(0, batchSize).toArray();
        outputs = IntStream.range(0, biases[layers - 1].length).toArray();
        chosen = new int[batchSize];
        chosenFactors = new float[batchSize];
        chosenRows = new float[widest][];
        dots = new float[widest];
    }

    /**
     * Adds the gradients of a batch to all upper layers.
     *
     * @param passes the forward passes, one a row of the batch, as they were run
     * @param outputDeltas for each row the derivatives of the loss by the network's outputs
     * @param count number of rows
     * @param dropout what the passes were run with, or null
     * @param firstDeltas receives the derivatives of the loss by the inputs of the first hidden layer
     */
    public void backward(final ForwardPass[] passes, final float[][] outputDeltas, final int count,
        final Dropout dropout, final float[][] firstDeltas) {
        final int last = kernels.length - 1;
        deltas[0] = firstDeltas;
        deltas[last] = outputDeltas;
        final float[][] below = new float[count][];
        for (int l = last; l > 0; l--) {
            for (int i = 0; i < count; i++) {
                below[i] = passes[i].output(l - 1);
            }
            RowSums.add(biases[l].gradient, deltas[l], batchRows, 0, count);
            if (kernels[l].transposed()) {
                addOutputGradient(outputDeltas, below, count);
            } else {
                addKernelGradient(l, below, count);
            }
            for (int i = 0; i < count; i++) {
                propagate(l, below[i], deltas[l][i], deltas[l - 1][i]);
                final float[] outputs = dropout == null ? below[i] : dropout.undo(below[i]);
                hidden.multiplyByDerivative(deltas[l - 1][i], outputs);
                if (dropout != null) {
                    RowSums.multiply(deltas[l - 1][i], dropout.factors(i)[l - 1]);
                }
            }
        }
        RowSums.add(biases[0].gradient, firstDeltas, batchRows, 0, count);
    }

    private void addOutputGradient(final float[][] outputDeltas, final float[][] below, final int count) {
        final Moments[] kernel = rows[rows.length - 1];
        for (int output = 0; output < kernel.length; output++) {
            for (int i = 0; i < count; i++) {
                chosenFactors[i] = outputDeltas[i][output];
            }
            RowSums.addScaled(kernel[output].gradient, chosenFactors, below, batchRows, 0, count);
        }
    }

    /**
     * For each unit below, the rows of the batch in which it speaks; the others, half of all under relu, add
     * nothing.
     */
    private void addKernelGradient(final int layer, final float[][] below, final int count) {
        for (int unit = 0; unit < rows[layer].length; unit++) {
            int n = 0;
            for (int i = 0; i < count; i++) {
                if (below[i][unit] != 0) {
                    chosen[n] = i;
                    chosenFactors[n++] = below[i][unit];
                }
            }
            RowSums.addScaled(rows[layer][unit].gradient, chosenFactors, deltas[layer], chosen, 0, n);
        }
    }

    /** The derivative by the outputs below; under relu only where they speak, because elsewhere it does not matter. */
    private void propagate(final int layer, final float[] below, final float[] delta, final float[] belowDelta) {
        final float[][] weights = kernels[layer].rows();
        if (kernels[layer].transposed()) {
            for (int i = 0; i < belowDelta.length; i++) {
                belowDelta[i] = weights[0][i] * delta[0];
            }
            RowSums.addScaled(belowDelta, delta, weights, outputs, 1, weights.length);
            return;
        }
        final boolean all = !hidden.flatAtZero();
        int n = 0;
        for (int i = 0; i < below.length; i++) {
            if (all || below[i] != 0) {
                chosenRows[n++] = weights[i];
            }
        }
        Arrays.fill(dots, 0, n, 0f);
        RowSums.addDots(dots, chosenRows, n, delta);
        n = 0;
        for (int i = 0; i < below.length; i++) {
            belowDelta[i] = all || below[i] != 0 ? dots[n++] : 0f;
        }
    }

    /**
     * One step with the gradients added since the last one.
     *
     * @param rule how weights move
     * @param stepSize of this step
     * @param decay what kernels lose before the gradient counts
     */
    public void step(final UpdateRule rule, final float stepSize, final WeightDecay decay) {
        for (int l = 0; l < kernels.length; l++) {
            for (int row = 0; l > 0 && row < rows[l].length; row++) {
                if (masks[l] != null) {
                    RowSums.multiply(rows[l][row].gradient, masks[l].rows()[row]);
                }
                decay.shrink(l, row, 1);
                rows[l][row].step(rule, stepSize);
            }
            biases[l].step(rule, stepSize);
        }
    }

    /** Weights with their gradient and moments. */
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

        private void step(final UpdateRule rule, final float stepSize) {
            rule.step(weights, first, second, gradient, stepSize);
            Arrays.fill(gradient, 0f);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Back-propagation and the steps of everything but the first kernel: the kernels above it and all biases. Gradients of
 * weights that are not kept are zero.
 *
 * <p>Kernels are held with an array for the weights that lead to each unit. So both what goes back to the units below
 * and the gradient of the weights are sums of arrays as long as the lower, wider layer, and a unit that has no gradient
 * in a row of the batch, as half of all under relu, costs nothing. What forward passes read is brought up to date after
 * each step. Rows of the batch and units are independent of each other, so that several threads can share them without
 * changing a bit.
 */
public final class UpperLayers {

    private final UnitFunction hidden;
    private final RowKernel[] forward;
    private final RowKernel[] kernels;
    private final SteppedRows[] rows;
    private final float[][][] firstMoments;
    private final float[][][] secondMoments;
    private final BiasMoments[] biases;
    private final float[][][] deltas;
    private final int[] batchRows;
    private final int widest;

    /**
     * @param hidden activation of the hidden layers
     * @param forward one kernel a layer, as forward passes read them; those above the first are stepped
     * @param biases one vector a layer, stepped in place
     * @param flags for each layer its flags, row by row: 1 for each weight that is kept and 0 for others, or null if all
     *            are
     * @param batchSize rows a batch at the most
     */
    public UpperLayers(final UnitFunction hidden, final RowKernel[] forward, final float[][] biases,
        final IntFunction<float[]> flags, final int batchSize) {
        this.hidden = hidden;
        this.forward = forward;
        final int layers = forward.length;
        kernels = new RowKernel[layers];
        rows = new SteppedRows[layers];
        firstMoments = new float[layers][][];
        secondMoments = new float[layers][][];
        this.biases = new BiasMoments[layers];
        deltas = new float[layers][][];
        int longest = batchSize;
        for (int l = 0; l < layers; l++) {
            final int outputs = biases[l].length;
            this.biases[l] = new BiasMoments(biases[l]);
            deltas[l] = new float[batchSize][outputs];
            longest = Math.max(longest, outputs);
            if (l > 0) {
                final int inputs = biases[l - 1].length;
                kernels[l] = transposed(forward[l], inputs, outputs);
                final float[] ofLayer = flags.apply(l);
                rows[l] = SteppedRows.of(kernels[l].rows(),
                    ofLayer == null ? null : RowKernel.transposed(inputs, outputs, ofLayer).rows());
                firstMoments[l] = rows[l].zeros();
                secondMoments[l] = rows[l].zeros();
            }
        }
        batchRows = IntStream.range(0, batchSize).toArray();
        widest = longest;
    }

    private static RowKernel transposed(final RowKernel kernel, final int inputs, final int outputs) {
        if (kernel.transposed()) {
            return kernel;
        }
        final float[] flat = new float[inputs * outputs];
        kernel.write(flat);
        return RowKernel.transposed(inputs, outputs, flat);
    }

    /** What one thread needs. */
    public final class Scratch {

        private final int[] chosen = new int[widest];
        private final float[] factors = new float[widest];
        private final float[][] sums = new float[kernels.length][];
        private final float[][] gradients = new float[kernels.length][];
        private final float[][] below = new float[batchRows.length][];

        /** Makes room for one thread. */
        public Scratch() {
            for (int l = 1; l < sums.length; l++) {
                sums[l] = new float[biases[l - 1].biases.length];
                gradients[l] = new float[sums[l].length];
            }
        }
    }

    /**
     * @param layer 1 for the kernel above the first, ...
     * @return what is stepped of it
     */
    public float[][] stepped(final int layer) {
        return rows[layer].weights();
    }

    /** @return for each row of the batch the derivative of the loss by the outputs; to be filled before the way back */
    public float[][] outputDeltas() {
        return deltas[deltas.length - 1];
    }

    /** @return for each row of the batch the derivative of the loss by the inputs of the first hidden layer */
    public float[][] firstDeltas() {
        return deltas[0];
    }

    /**
     * The way back of some rows of a batch, from {@link #outputDeltas} to {@link #firstDeltas}.
     *
     * @param passes the forward passes, one a row of the batch, as they were run
     * @param from first row
     * @param to row after the last
     * @param dropout what the passes were run with, or null
     * @param scratch of this thread
     */
    public void backward(final ForwardPass[] passes, final int from, final int to, final Dropout dropout,
        final Scratch scratch) {
        for (int i = from; i < to; i++) {
            for (int l = kernels.length - 1; l > 0; l--) {
                propagate(kernels[l].rows(), deltas[l][i], deltas[l - 1][i], scratch);
                final float[] below = passes[i].output(l - 1);
                hidden.multiplyByDerivative(deltas[l - 1][i], dropout == null ? below : dropout.undo(below));
                if (dropout != null) {
                    RowSums.multiply(deltas[l - 1][i], dropout.factors(i)[l - 1]);
                }
            }
        }
    }

    private static void propagate(final float[][] weights, final float[] delta, final float[] belowDelta,
        final Scratch scratch) {
        final int n = RowSums.select(delta, scratch.chosen, scratch.factors);
        Arrays.fill(belowDelta, 0f);
        RowSums.addScaled(belowDelta, scratch.factors, weights, scratch.chosen, 0, n);
    }

    /**
     * One step by the gradients of a batch, after the way back of all its rows.
     *
     * @param passes the forward passes, one a row of the batch, as they were run
     * @param count rows of the batch
     * @param rule how weights move
     * @param stepSize of this step
     * @param decay what kernels lose before the gradient counts
     * @param member which share of the units is to be stepped, counted from 0
     * @param members how many shares there are
     * @param scratch of this thread
     */
    public void step(final ForwardPass[] passes, final int count, final UpdateRule rule, final float stepSize,
        final WeightDecay decay, final int member, final int members, final Scratch scratch) {
        for (int l = 0; l < kernels.length; l++) {
            if (l % members == member) {
                RowSums.add(biases[l].gradient, deltas[l], batchRows, 0, count);
                biases[l].step(rule, stepSize);
            }
            if (l > 0) {
                for (int i = 0; i < count; i++) {
                    scratch.below[i] = passes[i].output(l - 1);
                }
                final int units = rows[l].weights().length;
                final int from = units * member / members;
                final int to = units * (member + 1) / members;
                for (int unit = from; unit < to; unit++) {
                    decay.shrink(l, unit, 1);
                    final float[] gradient = gradient(l, unit, count, scratch);
                    rule.step(rows[l].weights()[unit], firstMoments[l][unit], secondMoments[l][unit], gradient,
                        stepSize);
                    rows[l].publish(unit);
                }
                if (kernels[l] != forward[l]) {
                    forward[l].copyTransposed(kernels[l], from, to);
                }
            }
        }
    }

    /** The gradient of the weights that lead to a unit. */
    private float[] gradient(final int layer, final int unit, final int count, final Scratch scratch) {
        int n = 0;
        for (int i = 0; i < count; i++) {
            final float delta = deltas[layer][i][unit];
            scratch.chosen[n] = i;
            scratch.factors[n] = delta;
            n += delta != 0 ? 1 : 0;
        }
        final float[] sum = scratch.sums[layer];
        Arrays.fill(sum, 0f);
        RowSums.addScaled(sum, scratch.factors, scratch.below, scratch.chosen, 0, n);
        return rows[layer].gradient(unit, sum, scratch.gradients[layer]);
    }

    /**
     * Sets weights that are not kept to zero, where all take part within an epoch.
     *
     * @param layer 1 for the kernel above the first, ...
     * @param flags 1 for each of its weights that is kept and 0 for others, row by row
     * @param decay forgets what is carried for them
     */
    public void mask(final int layer, final float[] flags, final WeightDecay decay) {
        final int outputs = rows[layer].weights().length;
        final float[][] ofUnits = RowKernel.transposed(flags.length / outputs, outputs, flags).rows();
        for (int unit = 0; unit < outputs; unit++) {
            RowSums.multiply(rows[layer].weights()[unit], ofUnits[unit]);
            decay.mask(layer, unit, ofUnits[unit]);
        }
        if (kernels[layer] != forward[layer]) {
            forward[layer].copyTransposed(kernels[layer], 0, outputs);
        }
    }

    /** Biases with their gradient and moments. */
    private static final class BiasMoments {

        private final float[] biases;
        private final float[] gradient;
        private final float[] first;
        private final float[] second;

        private BiasMoments(final float[] biases) {
            this.biases = biases;
            gradient = new float[biases.length];
            first = new float[biases.length];
            second = new float[biases.length];
        }

        private void step(final UpdateRule rule, final float stepSize) {
            rule.step(biases, first, second, gradient, stepSize);
            Arrays.fill(gradient, 0f);
        }
    }
}

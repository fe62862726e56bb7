/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * The forward pass of one row, for training and scoring alike. Because every user sums in the same order, a prediction
 * has the same bits wherever it is made: removing a unit whose weights are zero does not change a sum.
 *
 * <p>The first layer gathers: it sums the kernel rows of the stored features only. Holds scratch space, so an instance
 * belongs to one thread.
 */
public final class ForwardPass {

    private final UnitFunction hidden;
    private final RowKernel[] kernels;
    private final float[][] biases;
    private final float[][] outputs;
    private final int[] active;
    private final float[] activeOutputs;

    /**
     * A pass over arrays that may change between runs, and that several passes may share.
     *
     * @param hidden activation of all hidden layers
     * @param kernels one a layer (not copied)
     * @param biases one vector a layer (not copied)
     */
    public ForwardPass(final UnitFunction hidden, final RowKernel[] kernels, final float[][] biases) {
        this.hidden = hidden;
        this.kernels = kernels;
        this.biases = biases;
        outputs = new float[kernels.length][];
        int widest = 0;
        for (int l = 0; l < outputs.length; l++) {
            outputs[l] = new float[biases[l].length];
            widest = Math.max(widest, biases[l].length);
        }
        active = new int[widest];
        activeOutputs = new float[widest];
    }

    /**
     * The first layer's weighted inputs, before its activation, into {@link #output output(0)}.
     *
     * @param inputs indices of the network's inputs that are not zero, ascending
     * @param values their values, or null if all are 1
     * @param from first position
     * @param to position after the last
     */
    public void gather(final int[] inputs, final float[] values, final int from, final int to) {
        final float[] first = outputs[0];
        System.arraycopy(biases[0], 0, first, 0, first.length);
        if (values == null) {
            RowSums.add(first, kernels[0].rows(), inputs, from, to);
        } else {
            RowSums.addMixed(first, values, kernels[0].rows(), inputs, from, to);
        }
    }

    /**
     * Everything between {@link #gather} and the output layer.
     *
     * @param dropout for each hidden layer a factor a unit, or null to use all units as they are
     */
    public void hiddenLayers(final float[][] dropout) {
        final int last = outputs.length - 1;
        for (int l = 0; l < last; l++) {
            hidden.apply(outputs[l]);
            if (dropout != null) {
                for (int i = 0; i < outputs[l].length; i++) {
                    outputs[l][i] *= dropout[l][i];
                }
            }
            if (!kernels[l + 1].transposed()) {
                System.arraycopy(biases[l + 1], 0, outputs[l + 1], 0, outputs[l + 1].length);
                addActive(outputs[l + 1], outputs[l], kernels[l + 1]);
            }
        }
    }

    /**
     * The output layer of several rows side by side; each has the bits that it would have alone.
     *
     * @param passes passes over the same arrays, each after {@link #hiddenLayers}
     * @param from first of them
     * @param to pass after the last
     */
    public static void outputLayer(final ForwardPass[] passes, final int from, final int to) {
        final int count = to - from;
        final int last = passes[0].outputs.length - 1;
        final RowKernel kernel = passes[0].kernels[last];
        if (!kernel.transposed()) {
            return;
        }
        final float[][] below = new float[count][];
        for (int i = 0; i < count; i++) {
            below[i] = passes[from + i].outputs[last - 1];
        }
        final float[] sums = new float[count];
        for (int output = 0; output < kernel.rows().length; output++) {
            for (int i = 0; i < count; i++) {
                sums[i] = passes[from + i].biases[last][output];
            }
            RowSums.addDots(sums, below, count, kernel.rows()[output]);
            for (int i = 0; i < count; i++) {
                passes[from + i].outputs[last][output] = sums[i];
            }
        }
    }

    /** @return the outputs of the last run (not a copy) */
    public float[] outputs() {
        return outputs[outputs.length - 1];
    }

    /**
     * @param layer 0 for the first hidden layer
     * @return what that layer gave out at the last run, after its activation (not a copy)
     */
    public float[] output(final int layer) {
        return outputs[layer];
    }

    /** Adds what the units below send, leaving out silent ones: half of all under relu. */
    private void addActive(final float[] sum, final float[] below, final RowKernel kernel) {
        RowSums.addScaled(sum, activeOutputs, kernel.rows(), active, 0, RowSums.select(below, active, activeOutputs));
    }
}

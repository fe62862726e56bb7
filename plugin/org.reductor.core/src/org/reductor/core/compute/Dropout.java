/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;

/**
 * Inverted dropout (Srivastava et al. 2014): in each step and row a hidden unit is silent with some probability, and
 * the others are amplified so that the mean stays. Which units are silent depends on the seeds, not on the
 * network, so that control and perturbed networks still differ in nothing but their targets.
 */
public final class Dropout {

    private final double rate;
    private final float amplified;
    private final float[][][] factors;

    /**
     * @param rate probability of silence, above 0 and below 1
     * @param batchSize rows a batch at the most
     * @param sizes sizes of the network
     */
    public Dropout(final double rate, final int batchSize, final int[] sizes) {
        this.rate = rate;
        amplified = (float)(1 / (1 - rate));
        factors = new float[batchSize][sizes.length - 2][];
        for (final float[][] row : factors) {
            for (int l = 0; l < row.length; l++) {
                row[l] = new float[sizes[l + 1]];
            }
        }
    }

    /**
     * Draws the silent units of some rows of a batch.
     *
     * @param from first row
     * @param to row after the last
     * @param seedOf gives each row of the batch a seed
     */
    public void draw(final int from, final int to, final IntToLongFunction seedOf) {
        for (int i = from; i < to; i++) {
            final SplittableRandom random = new SplittableRandom(seedOf.applyAsLong(i));
            for (final float[] layer : factors[i]) {
                for (int u = 0; u < layer.length; u++) {
                    layer[u] = random.nextDouble() < rate ? 0f : amplified;
                }
            }
        }
    }

    /**
     * @param row position in the batch
     * @return for each hidden layer a factor a unit (not a copy)
     */
    public float[][] factors(final int row) {
        return factors[row];
    }

    /**
     * Turns outputs after dropout back into outputs before it; those of silent units, which do not matter, become 0.
     *
     * @param outputs of a hidden layer, after dropout
     * @return a new array
     */
    float[] undo(final float[] outputs) {
        final float[] before = new float[outputs.length];
        for (int u = 0; u < before.length; u++) {
            before[u] = outputs[u] / amplified;
        }
        return before;
    }
}

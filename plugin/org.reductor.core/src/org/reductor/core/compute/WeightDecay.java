/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;

/**
 * Decoupled weight decay (Loshchilov and Hutter 2019) of all kernels, which counts however small it is.
 *
 * <p>A float has 24 bits. Multiplied by {@code 1 - share} at each step, a weight would never change if the share is
 * below 3e-8, and up to twice too fast if it is a little above. So what a step takes and rounding gives back is carried
 * to the next step, one carry a weight: compensated summation (Kahan 1965). To wait until enough steps have come
 * together would need no carries, but the weights in between, and those of the best epoch, would not be those of the
 * method.
 *
 * <p>Several threads may shrink different rows.
 */
public final class WeightDecay {

    private final double share;

    /** Logarithm of what is left, because one minus a small share has few of its digits. */
    private final double logOfRest;

    private final float[][][] weights;
    private final float[][][] carries;

    /** What so many steps take together, as far as it was needed. */
    private volatile float[] shares = {0};

    /**
     * @param share what each step takes of a weight before the gradient counts, from 0 to below 1
     * @param weights rows of each kernel, which shrink in place
     */
    public WeightDecay(final double share, final float[][][] weights) {
        this.share = share;
        logOfRest = StrictMath.log1p(-share);
        this.weights = weights;
        carries = share == 0 ? null
            : Arrays.stream(weights).map(WeightDecay::zeros).toArray(float[][][]::new);
    }

    private static float[][] zeros(final float[][] rows) {
        return Arrays.stream(rows).map(row -> new float[row.length]).toArray(float[][]::new);
    }

    /**
     * Takes what some steps take.
     *
     * @param layer 0 for the first kernel
     * @param row row of that kernel
     * @param steps how many steps
     */
    public void shrink(final int layer, final int row, final int steps) {
        if (share > 0 && steps > 0) {
            shrink(weights[layer][row], carries[layer][row], share(steps));
        }
    }

    /**
     * Forgets what is carried for weights that have been set to zero.
     *
     * @param layer 0 for the first kernel
     * @param row row of that kernel
     * @param flags 0 for each of the row's weights that is zero, 1 for others
     */
    public void mask(final int layer, final int row, final float[] flags) {
        if (share > 0) {
            RowSums.multiply(carries[layer][row], flags);
        }
    }

    /** {@code 1 - (1 - share)^steps}. */
    private float share(final int steps) {
        final float[] known = shares;
        if (steps < known.length) {
            return known[steps];
        }
        final float[] more = Arrays.copyOf(known, Math.max(steps + 1, 2 * known.length));
        for (int n = known.length; n < more.length; n++) {
            more[n] = (float)-StrictMath.expm1(n * logOfRest);
        }
        shares = more; // complete, because other threads may read it
        return more[steps];
    }

    /**
     * Takes a share of each weight.
     *
     * @param w the weights
     * @param carry for each weight what is still to be added to it; at first 0
     * @param share how much to take
     */
    static void shrink(final float[] w, final float[] carry, final float share) {
        for (int i = 0; i < w.length; i++) {
            final float before = w[i];
            final float change = carry[i] - share * before;
            // A weight that nothing else moves would shrink to a denormal number in the end.
            final float after = before + change + Adam.FLUSH - Adam.FLUSH;
            carry[i] = change - (after - before);
            w[i] = after;
        }
    }
}

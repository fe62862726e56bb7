/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.Arrays;

/**
 * The loss of several rows together, and its gradient. It is the mean over all values that are there, whatever task
 * they belong to; tasks whose objective takes the root of a mean form a group of their own, which counts by its share
 * of the values. Not thread-safe.
 *
 * <p>Use: {@link #clear}, {@link #add} for each row, {@link #value}, and {@link #scale} for each row.
 */
public final class LossSum {

    private static final int GROUPS = 2;

    private final ScaledTargets targets;
    private final Heads heads;
    private final int[] group;
    private final double[] losses = new double[GROUPS];
    private final double[] weights = new double[GROUPS];
    private final float[] factors = new float[GROUPS];

    /** @param targets what the rows are to predict */
    public LossSum(final ScaledTargets targets) {
        this.targets = targets;
        heads = targets.heads();
        group = heads.stream().mapToInt(head -> head.objective().rootOfMean() ? 1 : 0).toArray();
    }

    /** Forgets all rows. */
    public void clear() {
        Arrays.fill(losses, 0);
        Arrays.fill(weights, 0);
    }

    /**
     * Adds a row.
     *
     * @param row row of the targets
     * @param outputs outputs of the network, one a head's output
     * @param gradient receives the derivatives of the row's own loss by them
     */
    public void add(final int row, final float[] outputs, final float[] gradient) {
        for (int h = 0; h < group.length; h++) {
            final Head head = heads.get(h);
            final int from = heads.start(h);
            final int count = head.outputs();
            final float target = targets.value(row, h);
            if (Float.isNaN(target)) {
                Arrays.fill(gradient, from, from + count, 0f);
                continue;
            }
            final double loss =
                head.objective().loss(outputs, from, count, target, targets.relation(row, h), gradient);
            final float weight = targets.weight(row, h);
            losses[group[h]] += weight * loss;
            weights[group[h]] += weight;
            for (int j = from; weight != 1 && j < from + count; j++) {
                gradient[j] *= weight;
            }
        }
    }

    /** @return the loss of the rows added so far; 0 if none of them has a value */
    public double value() {
        final double all = weights[0] + weights[1];
        double value = 0;
        for (int g = 0; g < GROUPS; g++) {
            factors[g] = 0;
            if (weights[g] > 0) {
                final double mean = losses[g] / weights[g];
                if (g == 0) {
                    value += weights[g] / all * mean;
                    factors[g] = (float)(1 / all);
                } else {
                    final double root = Math.sqrt(mean);
                    value += weights[g] / all * root;
                    // d sqrt(L) = dL / (2 sqrt(L)); at a perfect fit the gradient is taken as 0.
                    factors[g] = root > 0 ? (float)(1 / (2 * all * root)) : 0f;
                }
            }
        }
        return value;
    }

    /**
     * Turns the derivatives of a row's own loss into those of the loss of all rows, after {@link #value}.
     *
     * @param gradient what {@link #add} gave for the row; receives the product
     */
    public void scale(final float[] gradient) {
        for (int h = 0; h < group.length; h++) {
            final float factor = factors[group[h]];
            for (int j = heads.start(h); j < heads.start(h + 1); j++) {
                gradient[j] *= factor;
            }
        }
    }
}

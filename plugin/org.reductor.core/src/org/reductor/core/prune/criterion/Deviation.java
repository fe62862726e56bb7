/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.network.Network;

import java.util.Set;

/**
 * The deviation of a weight: the mean over folds of the mean over perturbed networks of |w_pert - w_ctrl| / |d|. A
 * quotient 0/0 counts as 0 and x/0 as infinitely large. (The published code turns the mean of a weight with any 0/0
 * into 0, which hides the deviation of the other networks.)
 */
abstract class Deviation implements ImportanceCriterion {

    @Override
    public final Set<Need> needs() {
        return Set.of(Need.PERTURBED_NETWORKS);
    }

    /** The denominator d of a weight. */
    abstract float denominator(float control, float perturbed);

    @Override
    public final double[][] score(final ScoringContext context) {
        final double[][] mean = context.emptyScores();
        for (int l = 0; l < mean.length; l++) {
            for (int fold = 0; fold < context.controls().size(); fold++) {
                for (final Network network : context.perturbed().get(fold)) {
                    final double share =
                        1.0 / ((double)context.controls().size() * context.perturbed().get(fold).size());
                    add(mean[l], share, context.controls().get(fold).kernel(l), network.kernel(l));
                }
            }
        }
        return mean;
    }

    private void add(final double[] sum, final double share, final float[] control, final float[] perturbed) {
        for (int i = 0; i < sum.length; i++) {
            final double difference = Math.abs((double)perturbed[i] - control[i]);
            if (difference != 0) {
                sum[i] += share * (difference / Math.abs(denominator(control[i], perturbed[i])));
            }
        }
    }
}

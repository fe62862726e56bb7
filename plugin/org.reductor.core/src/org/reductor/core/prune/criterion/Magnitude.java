/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.network.Network;

/** Scores a weight by its negative mean absolute value over the folds, so that the smallest goes first. */
final class Magnitude implements ImportanceCriterion {

    @Override
    public String id() {
        return "MAGNITUDE";
    }

    @Override
    public String label() {
        return "Magnitude";
    }

    @Override
    public String description() {
        return "Smallest weights go first. Needs no perturbed networks, so it is about three times as fast.";
    }

    @Override
    public double[][] score(final ScoringContext context) {
        final double[][] scores = context.emptyScores();
        for (int l = 0; l < scores.length; l++) {
            for (final Network control : context.controls()) {
                final float[] kernel = control.kernel(l);
                for (int i = 0; i < kernel.length; i++) {
                    scores[l][i] -= Math.abs(kernel[i]) / context.controls().size();
                }
            }
        }
        return scores;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.data.Seeds;

import java.util.Random;

/** Scores weights by chance. */
final class RandomOrder implements ImportanceCriterion {

    @Override
    public String id() {
        return "RANDOM";
    }

    @Override
    public String label() {
        return "Random";
    }

    @Override
    public String description() {
        return "Any weight: the control that other criteria must beat.";
    }

    @Override
    public double[][] score(final ScoringContext context) {
        final double[][] scores = context.emptyScores();
        for (int l = 0; l < scores.length; l++) {
            scores[l] = new Random(Seeds.derive(context.seed(), l)).doubles(scores[l].length).toArray();
        }
        return scores;
    }
}

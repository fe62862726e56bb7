/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.reductor.core.objective.Metrics;

/** Scores of one number, from the errors of its rows. */
final class JudgeScores {

    private JudgeScores() {
    }

    static JudgeScore ofErrors(final double... errors) {
        return ofLosses(1, Arrays.stream(errors).map(error -> error * error).toArray());
    }

    static JudgeScore copyOf(final JudgeScore score) {
        return ofLosses(1, score.tasks().get(0).losses().clone());
    }

    static JudgeScore ofLosses(final double single, final double... losses) {
        final double[] weights = new double[losses.length];
        Arrays.fill(weights, 1);
        return new JudgeScore(List.of(new JudgeScore.Part(Metrics.RMSE, 1, losses)), weights, single, new TreeMap<>(),
            new double[losses.length]);
    }
}

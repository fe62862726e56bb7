/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.scorer;

import java.util.List;

import org.reductor.core.prune.ScoreDistribution;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.ImportanceCriterion;

/**
 * What the view of the Deviation Scorer draws; handed over as JSON.
 *
 * @param target what the networks predict
 * @param criterion what the scores are
 * @param round number of the round that was scored
 * @param groups how many groups of networks have a mask, and so a cut, of their own
 * @param rate per cent of the weights that the Network Pruner drops unless it is told otherwise
 * @param scores how they are spread
 */
record DeviationsViewData(String target, String criterion, int round, int groups, int rate, ScoreDistribution scores) {

    static DeviationsViewData of(final String target, final ImportanceCriterion criterion, final TrainedRound round,
        final List<double[][]> scores, final double rate) {
        return new DeviationsViewData(target, criterion.label(), round.input().round(), scores.size(),
            (int)Math.round(100 * rate), ScoreDistribution.of(round, scores));
    }
}

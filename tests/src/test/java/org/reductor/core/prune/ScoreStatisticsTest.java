/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.prune.ScoreStatistics.Group;
import org.reductor.core.prune.criterion.InputStatistics;

class ScoreStatisticsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Numbers worked out by hand; 100 is the score of a weight that the mask does not keep. */
    @Test
    void weightsOfAllMasksAreLookedAtTogetherByLayerUnitAndInput() {
        final List<double[][]> scores =
            List.of(new double[][]{{1, 100, INFINITE, 5}, {2, 8}}, new double[][]{{3, 4}, {10}});
        assertThat(ScoreStatistics.of(TwoMasks.round(), scores)).containsExactly(
            new ScoreStatistics(Group.LAYER, 1, -1, 5, 3.25, 1, INFINITE, 1, 4),
            new ScoreStatistics(Group.LAYER, 2, -1, 3, 20 / 3., 2, 10, 0, 14 / 3.),
            new ScoreStatistics(Group.UNIT, 1, 0, 2, 1, 1, INFINITE, 1, 2.5),
            new ScoreStatistics(Group.UNIT, 1, 2, 3, 4, 3, 5, 0, 5),
            new ScoreStatistics(Group.INPUT, 1, 0, 1, 1, 1, 1, 0, 2),
            new ScoreStatistics(Group.INPUT, 1, 1, 1, 3, 3, 3, 0, 6),
            new ScoreStatistics(Group.INPUT, 1, 2, 3, 4.5, 4, INFINITE, 1, 4));
    }

    @Test
    void whatHasNoWeightsHasNoScores() {
        final Mask mask = new Mask(new int[]{1, 1, 1}, new int[][]{{0}, {0}, {0}}, new boolean[][]{{false}, {true}});
        final Member member = TwoMasks.member(mask, new float[1], new float[]{-2});
        final TrainedRound round = new TrainedRound(new RoundInput(0, new long[1], List.of(member)),
            List.of(member.network()), List.of(new GroupStatistics(new int[]{0},
                new InputStatistics(new boolean[]{true}, new float[1], new float[]{1}), List.of())),
            new double[1], JudgeScores.ofErrors(1), 1);
        final double none = Double.NaN;
        assertThat(ScoreStatistics.of(round, Collections.singletonList(new double[][]{{7}, {9}}))).containsExactly(
            new ScoreStatistics(Group.LAYER, 1, -1, 0, none, none, none, 0, none),
            new ScoreStatistics(Group.LAYER, 2, -1, 1, 9, 9, 9, 0, 2),
            new ScoreStatistics(Group.UNIT, 1, 0, 0, none, none, none, 0, none),
            new ScoreStatistics(Group.INPUT, 1, 0, 0, none, none, none, 0, none));
    }
}

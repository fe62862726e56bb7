/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reductor.core.objective.Metrics;
import org.reductor.core.prune.JudgeScore.Part;

/** Scores worked out by hand. */
class JudgeScoreTest {

    private static JudgeScore score(final double[] weights, final Part... tasks) {
        return new JudgeScore(List.of(tasks), weights, 1, new TreeMap<>(), new double[weights.length]);
    }

    @Test
    void eachTaskIsScoredInItsUnitByTheRowsThatHaveAValueAndTheirWeights() {
        final JudgeScore score = score(new double[]{1, 3}, new Part(Metrics.RMSE, 2, new double[]{4, Double.NaN}),
            new Part(Metrics.RMSE, 1, new double[]{1, 9}));
        assertThat(score.value()).isCloseTo((1 + Math.sqrt(7)) / 2, within(1e-12));
    }

    @Test
    void aTaskWithoutAnyValueHasNoPartInTheScore() {
        final JudgeScore score = score(new double[]{1, 1}, new Part(Metrics.RMSE, 1, new double[]{4, 4}),
            new Part(Metrics.RMSE, 1, new double[]{Double.NaN, Double.NaN}));
        assertThat(score.value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void besideItsNeighboursARoundCountsAHalfAndEachOfThemAQuarter() {
        final JudgeScore together = JudgeScore.withNeighbours(JudgeScores.ofLosses(1, 8, 0),
            JudgeScores.ofLosses(2, 4, 0), JudgeScores.ofLosses(3, 16, 4));
        assertThat(together.tasks().get(0).losses()).containsExactly(8, 1);
        assertThat(together.single()).isEqualTo(2);
    }

    @Test
    void theErrorOfADifferenceIsThatOfTheWeightedRows() {
        final Part even = new Part(Metrics.RMSE, 1, new double[]{4, 4, 4, 4});
        final Part odd = new Part(Metrics.RMSE, 1, new double[]{4, 4, 4, 16});
        final double[] heavy = {1, 1, 1, 100};
        final double[] light = {1, 1, 1, 1e-3};
        assertThat(score(heavy, odd).standardErrorOfDifference(score(heavy, even), 1)).isGreaterThan(0.5);
        assertThat(score(light, odd).standardErrorOfDifference(score(light, even), 1)).isBetween(1e-6, 0.5);
    }

    @Test
    void partsThatDoNotFitTheRowsAreRefused() {
        assertThatThrownBy(() -> score(new double[]{1, 1, 1}, new Part(Metrics.RMSE, 1, new double[]{4, 4})))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JudgeScore(List.of(new Part(Metrics.RMSE, 1, new double[]{4, 4})),
            new double[]{1, 1}, 1, new TreeMap<>(), new double[3])).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There are 3 predictions for 2 rows");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Metrics;
import org.reductor.core.objective.Objectives;
import org.reductor.core.prune.JudgeScore.Part;
import org.reductor.core.train.TrainingDivergedException;

/** Scores worked out by hand. */
class JudgeScoreTest {

    private static final Heads TWO_NUMBERS = new Heads(List.of(
        new Head(Task.number("a"), Objectives.RMSE, AffineScale.IDENTITY),
        new Head(Task.number("b"), Objectives.RMSE, AffineScale.IDENTITY)));

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

    /** Two networks whose two outputs are the same in each row. */
    private static NetworkEnsemble networks(final float[] first, final float[] second) {
        final int[] sizes = {1, 1, 2};
        return new NetworkEnsemble(Mask.full(sizes),
            Stream.of(first, second).map(outputs -> new Network(sizes, Activation.LINEAR, new float[][]{{0}, {0, 0}},
                new float[][]{{0}, outputs})).toList(),
            TWO_NUMBERS);
    }

    private static JudgePlan plan() {
        final CsrMatrix.Builder features = CsrMatrix.builder(1);
        IntStream.range(0, 4).forEach(row -> features.addBinaryRow(new int[]{0}));
        final Targets targets = Targets.builder(TWO_NUMBERS.tasks()).add(new double[]{99, 99})
            .add(new double[]{1, 10}).add(new double[]{2, 20}).add(new double[]{Double.NaN, 40}).build();
        return new JudgePlan(new Dataset(features.build(), targets), new int[]{1, 2, 3},
            List.of(new int[]{0, 1}, new int[]{1}, new int[]{0}));
    }

    @Test
    void eachRowJudgesTheMeanOfItsNetworksAndEachNetworkIsJudgedAloneByItsRows() {
        final JudgeScore score =
            JudgeScore.of(networks(new float[]{1, 10}, new float[]{3, 30}), plan(), new double[]{1, 10});
        assertThat(score.predictions()).containsExactly(2, 20, 3, 30, 1, 10);
        final double b = Math.sqrt((100 + 100 + 900) / 3.);
        assertThat(score.value()).isCloseTo((1 + b / 10) / 2, within(1e-12));
        assertThat(score.metrics().get(Metrics.RMSE.id())).isCloseTo((1 + b) / 2, within(1e-12));
        final double first = (0 + Math.sqrt(900 / 2.) / 10) / 2;
        final double second = (Math.sqrt((4 + 1) / 2.) + Math.sqrt((400 + 100) / 2.) / 10) / 2;
        assertThat(score.single()).isCloseTo((first + second) / 2, within(1e-12));
    }

    @Test
    void aNetworkThatNoRowJudgesHasNoPartInTheScoreOfSingleNetworks() {
        final int[] first = {0};
        final JudgePlan plan = new JudgePlan(plan().data(), plan().rows(), List.of(first, first, first));
        final JudgeScore score =
            JudgeScore.of(networks(new float[]{1, 10}, new float[]{3, 30}), plan, new double[]{1, 10});
        assertThat(score.single()).isCloseTo(score.value(), within(1e-12));
    }

    @Test
    void aPredictionThatIsNotFiniteIsToldWithItsRow() {
        assertThatThrownBy(() -> JudgeScore.of(
            networks(new float[]{1, 10}, new float[]{3, Float.POSITIVE_INFINITY}), plan(), new double[]{1, 1}))
                .isInstanceOf(TrainingDivergedException.class).hasMessageContaining("predict Infinity for row 1 of");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.objective.Metrics;

import java.util.List;

class ScoresTest {

    @Test
    void tasksAreAveragedOverTheRowsThatHaveAValue() {
        final Targets targets = Targets.builder(List.of(Task.number("a"), Task.number("b")))
            .add(new double[]{1, Double.NaN}).add(new double[]{2, 5}).add(new double[]{3, 7}).build();
        final Scores scores = new Scores(targets);
        final double[] predictions = {2, 99, 3, 5, 4, 3};
        assertThat(scores.score(Metrics.RMSE, predictions)).isCloseTo((1 + Math.sqrt(8)) / 2, within(1e-12));
        assertThat(scores.score(Metrics.RMSE, predictions, new int[]{0})).isEqualTo(1);
    }

    @Test
    void classesAreScoredByRankWhateverTheScale() {
        final Task task = Task.classes("a", List.of("0", "1"));
        final Targets targets = Targets.builder(List.of(task)).add(new double[]{0}).add(new double[]{1})
            .add(new double[]{0}).add(new double[]{1}).build();
        final Scores scores = new Scores(targets);
        assertThat(scores.numbers()).isFalse();
        assertThat(scores.score(scores.metrics().get(0), new double[]{-7, 3, 5, 9})).isEqualTo(.75);
    }

    @Test
    void equalPredictionsHaveNoErrorOfTheirDifferenceAndOthersHaveTheBootstraps() {
        final Targets targets = Targets.of("a", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        final Scores scores = new Scores(targets);
        final double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        final double[] mixed = {0, 2, 0, 2, 0, 2, 0, 2, 0, 2};
        assertThat(scores.standardErrorOfDifference(ones, ones)).isZero();
        // RMSE of a sample is 2 sqrt(p) where p, of mean .5, has the variance .25 / 10: about 2 .158 / (2 sqrt(.5)).
        assertThat(scores.standardErrorOfDifference(mixed, ones)).isCloseTo(.158 / Math.sqrt(.5), within(.03));
    }

    @Test
    void numbersAndClassesTogetherAreRefused() {
        final Targets targets =
            Targets.builder(List.of(Task.number("a"), Task.classes("b", List.of("0", "1")))).build();
        assertThatThrownBy(() -> new Scores(targets)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("[a, b]").hasMessageContaining("--ignore");
    }
}

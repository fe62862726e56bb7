/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

/** Expected values of rankings were computed with scikit-learn 1.4 and SciPy 1.11, or by hand. */
class MetricsTest {

    private static final Task BINARY = Task.classes("toxic", List.of("no", "yes"));

    private static int[] all(final int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static double score(final String metric, final Targets targets, final double... predictions) {
        return Metrics.of(metric).score(new Judged(targets, 0, all(targets.rows()), predictions), all(targets.rows()));
    }

    private static Targets binary(final int... labels) {
        final Targets.Builder builder = Targets.builder(List.of(BINARY));
        for (final int label : labels) {
            builder.add(new double[]{label < 0 ? Double.NaN : label});
        }
        return builder.build();
    }

    @Test
    void metricsOfNumbersAreThoseOfTheFormulas() {
        final Targets targets = Targets.of("y", 3, -0.5, 2, 7);
        final double[] predicted = {2.5, 0, 2, 8};
        assertThat(score("RMSE", targets, predicted)).isCloseTo(Math.sqrt(0.375), within(1e-12));
        assertThat(score("MAE", targets, predicted)).isCloseTo(0.5, within(1e-12));
        assertThat(score("R2", targets, predicted)).isCloseTo(0.9486081370449679, within(1e-12));
        assertThat(score("SPEARMAN", targets, predicted)).isEqualTo(1);
        assertThat(score("SPEARMAN", Targets.of("y", 1, 2, 3, 4, 5), 5, 6, 7, 8, 7))
            .isCloseTo(0.8207826816681233, within(1e-12));
    }

    @Test
    void metricsOfTwoClassesAreThoseOfTheFormulas() {
        final Targets targets = binary(0, 0, 1, 1);
        final double[] predicted = {0.1, 0.4, 0.35, 0.8};
        assertThat(score("ROC_AUC", targets, predicted)).isEqualTo(0.75);
        assertThat(score("AVERAGE_PRECISION", targets, predicted)).isCloseTo(0.8333333333333333, within(1e-12));
        assertThat(score("LOG_LOSS", targets, predicted))
            .isCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
        assertThat(score("BRIER", targets, predicted))
            .isCloseTo((0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4, within(1e-12));
        // One of the two actives is found, and nothing else: (2 x 1 - 0) / sqrt((1 x 2 x 2 x 3)).
        assertThat(score("MCC", targets, predicted)).isCloseTo(2 / Math.sqrt(12), within(1e-12));
    }

    @Test
    void equalProbabilitiesShareTheirRankAndPassAThresholdTogether() {
        assertThat(score("ROC_AUC", binary(0, 1, 0, 1), 0.5, 0.5, 0.5, 0.5)).isEqualTo(0.5);
        assertThat(score("AVERAGE_PRECISION", binary(0, 1, 0, 1), 0.5, 0.5, 0.5, 0.5)).isEqualTo(0.5);
        assertThat(score("ROC_AUC", binary(0, 1, 1), 0.2, 0.2, 0.9)).isEqualTo(0.75);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        final Targets targets = binary(0, 1, 0, 1, 1, 0);
        final Judged judged = new Judged(targets, 0, all(6), new double[]{0.2, 0.8, 0.6, 0.55, 0.9, 0.1});
        for (final Metric metric : Metrics.of(BINARY)) {
            assertThat(metric.score(judged, new int[]{5, 3, 1, 0, 4, 2})).as(metric.id())
                .isCloseTo(metric.score(judged, all(6)), within(1e-15));
        }
    }

    @Test
    void severalClassesAreRankedEachAgainstTheRest() {
        final Targets targets =
            Targets.builder(List.of(Task.classes("colour", List.of("red", "green", "blue")))).add(new double[]{0})
                .add(new double[]{1}).add(new double[]{2}).add(new double[]{1}).build();
        final double[] predicted = {0.7, 0.2, 0.1, 0.3, 0.4, 0.3, 0.2, 0.5, 0.3, 0.1, 0.6, 0.3};
        // Red 1, green 3 of 4 pairs, blue 1/2 + 1/2 + 1 of 3 pairs.
        assertThat(score("ROC_AUC", targets, predicted)).isCloseTo((1 + 0.75 + 2 / 3.0) / 3, within(1e-12));
        assertThat(score("LOG_LOSS", targets, predicted))
            .isCloseTo(-(Math.log(0.7) + Math.log(0.4) + Math.log(0.3) + Math.log(0.6)) / 4, within(1e-12));
        // Gorodkin's: 3 of 4 right; predicted 1, 3, 0, true 1, 2, 1.
        assertThat(score("MCC", targets, predicted)).isCloseTo((3 * 4 - 7) / Math.sqrt((16 - 10) * (16 - 6)),
            within(1e-12));
    }

    @Test
    void rowsWithoutAValueDoNotCount() {
        assertThat(score("ROC_AUC", binary(0, -1, 0, 1, 1), 0.1, 0.99, 0.4, 0.35, 0.8)).isEqualTo(0.75);
        assertThat(score("LOG_LOSS", binary(1, -1), 0.5, 0.1)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void aSingleClassCannotBeRankedAndAConstantNotExplained() {
        assertThat(score("ROC_AUC", binary(1, 1), 0.1, 0.2)).isNaN();
        assertThat(score("AVERAGE_PRECISION", binary(0, 0), 0.1, 0.2)).isNaN();
        assertThat(score("R2", Targets.of("y", 2, 2), 1, 3)).isNaN();
        assertThat(score("SPEARMAN", Targets.of("y", 1, 2), 3, 3)).isNaN();
        assertThat(score("MCC", binary(1, 1), 0.1, 0.2)).isZero();
    }

    @Test
    void boundsThatAreKeptAreNoErrorsAndLeftOutOfRankings() {
        final Relation[] above = {Relation.ABOVE};
        final Targets targets = Targets.builder(List.of(Task.number("pIC50"))).add(new double[]{5})
            .add(new double[]{7}).add(new double[]{6}).add(new double[]{8}, above, 1).build();
        final Judged judged = new Judged(targets, 0, all(4), new double[]{5, 6, 7, 9});
        assertThat(Metrics.RMSE.score(judged, all(4))).isCloseTo(Math.sqrt(2 / 4.0), within(1e-12));
        assertThat(Metrics.of("R2").score(judged, all(4))).isCloseTo(1 - 2 / 2.0, within(1e-12));
        assertThat(Metrics.of("SPEARMAN").counts(judged, 3)).isFalse();
        assertThat(Metrics.of("SPEARMAN").score(judged, all(4))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aProbabilityOfZeroForTheTrueClassDoesNotMakeTheLogLossInfinite() {
        assertThat(score("LOG_LOSS", binary(1, 0), 0, 0)).isCloseTo(-Math.log(1e-15) / 2, within(1e-9));
    }

    @Test
    void eachIsFoundByItsName() {
        for (final Task task : List.of(BINARY, Task.number("y"))) {
            assertThat(Metrics.of(task)).isNotEmpty()
                .allSatisfy(metric -> assertThat(Metrics.of(metric.id())).isSameAs(metric));
            assertThat(Metrics.of(task).get(0)).isInstanceOf(RowMetric.class);
        }
        assertThatThrownBy(() -> Metrics.of("F1")).hasMessageContaining("'F1'").hasMessageContaining("MCC");
    }

    @Test
    void predictionsOfAnotherNumberOfRowsAreRefused() {
        assertThatThrownBy(() -> new Judged(binary(0, 1), 0, all(2), new double[3]))
            .hasMessageContaining("3 predictions").hasMessageContaining("2 rows");
    }

    @Test
    void aNumberHasNoProbabilitiesAndThatIsSaidByName() {
        final Judged judged = new Judged(Targets.of("pIC50", 5, 6), 0, all(2), new double[]{5, 6});
        assertThatThrownBy(() -> judged.probability(0, 1)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("'pIC50' is a number").hasMessageContaining("learn it as classes");
        assertThatThrownBy(() -> Metrics.LOG_LOSS.score(judged, all(2))).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("'pIC50'");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalScoresTest {

    private static final int TRIALS = 3000;

    private static IntervalScores.Judged judged(final double... errors) {
        final double[] apart = new double[errors.length];
        Arrays.fill(apart, Double.NaN);
        return new IntervalScores.Judged(1, errors, null, apart);
    }

    private static double[] ones(final int count) {
        return IntStream.range(0, count).mapToDouble(i -> 1).toArray();
    }

    /** Four standard deviations of the binomial distribution. */
    private static double bound(final double coverage) {
        return 4 * Math.sqrt(coverage * (1 - coverage) / TRIALS);
    }

    @Test
    void rowsOfAHoldOutAreCoveredExactlyAsOftenAsTheLawOfExchangeabilitySays() {
        for (final double coverage : new double[]{0.5, 0.8, 0.9}) {
            final Random random = new Random(5);
            final int rows = 29;
            int covered = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                final double[] errors =
                    IntStream.range(0, rows).mapToDouble(i -> Math.abs(Math.exp(random.nextGaussian()))).toArray();
                final double value = 3 + (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextGaussian());
                covered += IntervalScores.of(List.of(judged(errors)))
                    .interval(new double[]{3}, ones(1), coverage).orElseThrow().contains(value) ? 1 : 0;
            }
            final double exact = Math.ceil(coverage * (rows + 1) - 1e-9) / (rows + 1);
            assertThat((double)covered / TRIALS).isCloseTo(exact, within(bound(exact)));
        }
    }

    /** The learner predicts the mean of the rows of the other folds: nearly the same for all. */
    @Test
    void rowsOutOfFoldCoverNewRowsAsOftenAsAsked() {
        final Random random = new Random(9);
        final int folds = 5;
        final int each = 12;
        int covered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            final double[] values = random.doubles(folds * each).map(u -> -Math.log(1 - u)).toArray();
            final double sum = Arrays.stream(values).sum();
            final double[] centres = new double[folds];
            final List<IntervalScores.Judged> groups = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                final double[] own = Arrays.copyOfRange(values, fold * each, (fold + 1) * each);
                final double centre = (sum - Arrays.stream(own).sum()) / ((folds - 1) * each);
                centres[fold] = centre;
                groups.add(judged(Arrays.stream(own).map(value -> Math.abs(value - centre)).toArray()));
            }
            covered += IntervalScores.of(groups).interval(centres, ones(folds), 0.9).orElseThrow()
                .contains(-Math.log(1 - random.nextDouble())) ? 1 : 0;
        }
        assertThat((double)covered / TRIALS).isCloseTo(0.9, within(bound(0.9) + 1.0 / (folds * each + 1)));
    }

    /** Errors of a network are those of the mean of all and its own: bounds of CV+ alone would be too wide. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 1"})
    void networksThatDisagreeDoNotMakeTheMeanLookWorseThanItIs(final int networks, final double ofOne) {
        final Random random = new Random(2);
        final int folds = 5;
        final double own = ofOne / Math.sqrt(networks);
        int covered = 0;
        int withoutCorrection = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            final List<IntervalScores.Judged> groups = new ArrayList<>();
            final List<IntervalScores.Judged> plain = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                final double[] errors = new double[40];
                final double[] apart = new double[40];
                for (int i = 0; i < errors.length; i++) {
                    final double wrong = own * random.nextGaussian();
                    errors[i] = Math.abs(random.nextGaussian() - wrong);
                    apart[i] = ofOne * random.nextGaussian() - wrong;
                }
                groups.add(new IntervalScores.Judged(networks, errors, null, apart));
                plain.add(judged(errors));
            }
            final double[] centres = random.ints(folds).mapToDouble(i -> own * random.nextGaussian()).toArray();
            final double value = random.nextGaussian();
            covered += IntervalScores.of(groups).interval(centres, ones(folds), 0.9).orElseThrow().contains(value)
                ? 1 : 0;
            withoutCorrection +=
                IntervalScores.of(plain).interval(centres, ones(folds), 0.9).orElseThrow().contains(value) ? 1 : 0;
        }
        assertThat((double)covered / TRIALS).isCloseTo(0.9, within(bound(0.9) + 0.005));
        assertThat((double)withoutCorrection / TRIALS).isGreaterThan(0.925);
    }

    @Test
    void hardRowsGetWiderIntervalsAndBothKindsAreCovered() {
        final Random random = new Random(4);
        final double[] similarities = random.doubles(2000).toArray();
        final double[] errors =
            Arrays.stream(similarities).map(s -> (1 + 3 * (1 - s)) * Math.abs(random.nextGaussian())).toArray();
        final double[] apart = new double[errors.length];
        Arrays.fill(apart, Double.NaN);

        final IntervalScores scores =
            IntervalScores.of(List.of(new IntervalScores.Judged(1, errors, similarities, apart)));

        for (final double similarity : new double[]{0.1, 0.9}) {
            final PredictionInterval interval = scores
                .interval(new double[]{0}, new double[]{scores.difficulty(similarity)}, 0.9).orElseThrow();
            assertThat(interval.upper()).isCloseTo(1.645 * (1 + 3 * (1 - similarity)), within(0.5));
            assertThat(interval.lower()).isEqualTo(-interval.upper());
        }
    }

    @Test
    void boundsAreThoseThatSortingAllOfThemGives() {
        final Random random = new Random(8);
        for (int trial = 0; trial < 200; trial++) {
            final int groups = 1 + random.nextInt(4);
            final double[] centres = random.doubles(groups).toArray();
            final double[] difficulties = random.doubles(groups, 0.5, 2).toArray();
            final List<float[]> scores = new ArrayList<>();
            final List<Double> lower = new ArrayList<>();
            final List<Double> upper = new ArrayList<>();
            for (int g = 0; g < groups; g++) {
                final float[] own = new float[random.nextInt(30)];
                for (int i = 0; i < own.length; i++) {
                    own[i] = random.nextFloat();
                    lower.add(centres[g] - difficulties[g] * own[i]);
                    upper.add(centres[g] + difficulties[g] * own[i]);
                }
                Arrays.sort(own);
                scores.add(own);
            }
            lower.sort(null);
            upper.sort(null);
            final int rows = lower.size();
            final int order = (int)Math.ceil(0.8 * (rows + 1) - 1e-9);
            final var interval = new IntervalScores(scores, 0).interval(centres, difficulties, 0.8);
            if (order > rows) {
                assertThat(interval).isEmpty();
            } else {
                assertThat(interval.orElseThrow().lower()).isCloseTo(lower.get(rows - order), within(1e-12));
                assertThat(interval.orElseThrow().upper()).isCloseTo(upper.get(order - 1), within(1e-12));
            }
        }
    }

    @Test
    void tooFewRowsGiveNoInterval() {
        assertThat(IntervalScores.rowsNeeded(0.9)).isEqualTo(9);
        assertThat(IntervalScores.rowsNeeded(0.99)).isEqualTo(99);
        assertThat(IntervalScores.rowsNeeded(0.5)).isEqualTo(1);
        final double[] errors = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertThat(IntervalScores.of(List.of(judged(errors))).interval(new double[]{10}, ones(1), 0.9))
            .contains(new PredictionInterval(1, 19));
        assertThat(IntervalScores.of(List.of(judged(Arrays.copyOf(errors, 8)))).interval(new double[]{10}, ones(1),
            0.9)).isEmpty();
        assertThat(IntervalScores.of(List.of(judged())).interval(new double[]{10}, ones(1), 0.5)).isEmpty();
    }

    @Test
    void manyErrorsAreThinnedAndTheIntervalsStay() {
        final double[] errors = IntStream.range(0, 35_000).mapToDouble(i -> i / 35_000.0).toArray();
        final IntervalScores scores = IntervalScores.of(List.of(judged(errors), judged(errors)));
        assertThat(scores.rows()).isBetween(5000, IntervalScores.LARGEST + 2);
        assertThat(scores.interval(new double[]{0, 0}, ones(2), 0.9).orElseThrow().upper())
            .isCloseTo(0.9, within(0.001));
    }

    @Test
    void scoresAndCoveragesOutOfRangeAreRefusedWithTheNumber() {
        assertThatThrownBy(() -> new IntervalScores(List.of(new float[]{2, 1}), 0)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new IntervalScores(List.of(new float[]{-1}), 0)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new IntervalScores(List.of(new float[]{Float.NaN}), 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new IntervalScores(List.of(), -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new IntervalScores(List.of(new float[]{1}), 0).interval(new double[1], ones(1), 1))
            .hasMessageContaining("1.0").hasMessageContaining("0.5");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.objective.Metrics;
import org.reductor.core.prune.AcceptanceRule.Kind;

class AcceptanceRuleTest {

    private static final AcceptanceRule ONE_SE = AcceptanceRule.oneStandardError();

    /** Errors of +-rmse on each row: any two such scores differ by the same amount on every bootstrap sample. */
    private static JudgeScore even(final double rmse) {
        return JudgeScores.ofErrors(IntStream.range(0, 50).mapToDouble(i -> i % 2 == 0 ? rmse : -rmse).toArray());
    }

    private static JudgeScore noisy(final double shift, final long seed) {
        final Random random = new Random(seed);
        return JudgeScores.ofErrors(random.doubles(50).map(e -> e + shift).toArray());
    }

    private static double[] losses(final JudgeScore score) {
        return score.tasks().get(0).losses();
    }

    @Test
    void theStandardErrorIsZeroForEvenErrorsAndGrowsWithDisagreement() {
        assertThat(even(1).value()).isEqualTo(1);
        assertThat(even(1).standardErrorOfDifference(even(2), 1)).isCloseTo(0, within(1e-7));
        assertThat(noisy(0, 1).standardErrorOfDifference(noisy(0, 2), 1)).isGreaterThan(0.01);
        assertThat(noisy(0, 1).standardErrorOfDifference(noisy(0, 1), 1)).isZero();
    }

    @Test
    void theStandardErrorAgreesWithTheDeltaMethod() {
        final JudgeScore a = noisy(0, 1);
        final JudgeScore b = noisy(0, 2);
        // Var(sqrt(mean a2) - sqrt(mean b2)) ~ Var(a2/(2 rmse_a) - b2/(2 rmse_b)) / n
        final int n = 50;
        final double[] d = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            d[i] = losses(a)[i] / (2 * a.value()) - losses(b)[i] / (2 * b.value());
            mean += d[i] / n;
        }
        double variance = 0;
        for (final double x : d) {
            variance += (x - mean) * (x - mean) / n;
        }
        final double delta = Math.sqrt(variance / n);
        assertThat(a.standardErrorOfDifference(b, 3)).isCloseTo(delta, within(0.15 * delta));
    }

    @Test
    void theShareThatMayBeLostIsOneOfTheMeanLossWhateverTheMetric() {
        final double[] losses = IntStream.range(0, 50).mapToDouble(i -> .4).toArray();
        final double[] ones = IntStream.range(0, 50).mapToDouble(i -> 1).toArray();
        final List<Double> grown = List.of(Metrics.RMSE, Metrics.LOG_LOSS).stream().map(metric -> new JudgeScore(
            List.of(new JudgeScore.Part(metric, 1, losses)), ones, 1, new TreeMap<>(), ones).valueOf(1.0404)).toList();
        assertThat(grown.get(0)).isCloseTo(Math.sqrt(.4) * 1.02, within(1e-12));
        assertThat(grown.get(1)).isCloseTo(.4 * 1.0404, within(1e-12));
    }

    @Test
    void withoutAnyNoiseTheBestRoundWinsAndOfEqualOnesTheSparsest() {
        assertThat(ONE_SE.choose(List.of(even(1), even(.8), even(.8), even(.9)), 1).winner()).isEqualTo(2);
        assertThat(ONE_SE.choose(List.of(even(1), even(0), even(0)), 1).winner()).isEqualTo(2);
    }

    @Test
    void theSparsestRoundWithinOneStandardErrorWins() {
        final JudgeScore best = noisy(0, 1);
        final JudgeScore similar = JudgeScores.copyOf(best);
        losses(similar)[3] = Math.pow(Math.sqrt(losses(similar)[3]) + 0.05, 2);
        assertThat(similar.value()).isGreaterThan(best.value());
        assertThat(ONE_SE.choose(List.of(even(5), best, similar, even(5)), 1).winner()).isEqualTo(2);
    }

    @Test
    void aLargeStandardErrorDoesNotExcuseALossOfMoreThanTwoPerCent() {
        final JudgeScore best = noisy(0, 1);
        final List<JudgeScore> others = IntStream.range(2, 400).mapToObj(seed -> noisy(0, seed)).toList();
        final JudgeScore tooMuch = others.stream().filter(o -> o.value() > 1.03 * best.value()
            && o.value() - best.value() < .9 * o.standardErrorOfDifference(best, 1)).findFirst().orElseThrow();
        final JudgeScore littleEnough = others.stream()
            .filter(o -> o.value() > best.value() && o.value() < 1.015 * best.value()).findFirst().orElseThrow();
        assertThat(ONE_SE.choose(List.of(best, tooMuch), 1).winner()).isZero();
        assertThat(ONE_SE.choose(List.of(best, littleEnough), 1).winner()).isEqualTo(1);
    }

    @Test
    void roundsAfterABreakdownDoNotCountHoweverGoodTheyLook() {
        final JudgeScore dense = noisy(0, 1);
        final JudgeScore lucky = JudgeScores.copyOf(dense);
        losses(lucky)[3] = 0;
        assertThat(lucky.value()).isLessThan(dense.value());
        assertThat(ONE_SE.choose(List.of(dense, even(5), lucky), 1).winner()).isZero();
        assertThat(ONE_SE.choose(List.of(dense, lucky, even(5)), 1).winner()).isEqualTo(1);
    }

    @Test
    void aRoundThatIsWorseByLessThanTwoStandardErrorsDoesNotEndTheCount() {
        final JudgeScore best = noisy(0, 1);
        final JudgeScore worse = IntStream.range(0, 400).mapToObj(i -> noisy(i * 1e-3, 2))
            .filter(score -> score.value() - best.value() > 1.4 * score.standardErrorOfDifference(best, 1)).findFirst()
            .orElseThrow();
        assertThat(worse.value() - best.value()).isLessThan(1.6 * worse.standardErrorOfDifference(best, 1));
        assertThat(ONE_SE.choose(List.of(best, worse), 1).winner()).isZero();
        assertThat(ONE_SE.choose(List.of(best, worse, best), 1).winner()).isEqualTo(2);
    }

    @Test
    void noLossStaysCloseToTheBestRoundAndComparesWithTheUnprunedNetworks() {
        final List<JudgeScore> scores = List.of(even(1), even(.8), even(.81), even(.9), even(1.1), even(1.2));
        assertThat(AcceptanceRule.noLoss().choose(scores, 1).winner()).isEqualTo(2);
        assertThat(AcceptanceRule.noLoss().choose(scores, 1).reference()).isSameAs(scores.get(0));
        assertThat(ONE_SE.choose(scores, 1).winner()).isEqualTo(1);
        assertThat(AcceptanceRule.noLoss().choose(List.of(even(1), even(2)), 1).winner()).isZero();
        assertThat(AcceptanceRule.noLoss().choose(List.of(even(1), even(1.01)), 1).winner()).isZero();
        assertThat(AcceptanceRule.noLoss().choose(List.of(noisy(0, 1), JudgeScores.copyOf(noisy(0, 1))), 1).winner())
            .isEqualTo(1);
        assertThat(AcceptanceRule.noLoss().rollsBack()).isFalse();
    }

    @Test
    void noLossLetsNoMorePassThanOneAndAHalfStandardErrors() {
        // A loss in k rows of many exceeds its standard error by the root of k: 1.41, 1.73.
        final JudgeScore best = JudgeScores.ofErrors(IntStream.range(0, 500).mapToDouble(i -> 1).toArray());
        final List<Integer> winners = IntStream.of(2, 3).map(rows -> {
            final JudgeScore worse = JudgeScores.copyOf(best);
            Arrays.fill(losses(worse), 0, rows, 1.5);
            return AcceptanceRule.noLoss().choose(List.of(best, worse), 1).winner();
        }).boxed().toList();
        assertThat(winners).containsExactly(1, 0);
    }

    @Test
    void aRoundThatIsGoodByLuckDoesNotWinWhereItsNeighboursAreBad() {
        final JudgeScore lucky = JudgeScores.ofErrors(new double[50]);
        final List<JudgeScore> scores = List.of(even(1), even(.99), even(3), lucky, even(3), even(3));
        assertThat(AcceptanceRule.noLoss().choose(scores, 1).winner()).isZero();
        final List<JudgeScore> unlucky = List.of(even(1), even(.9), even(.91), even(.93), even(.9), even(.9));
        assertThat(AcceptanceRule.noLoss().choose(unlucky, 1).winner()).isEqualTo(5);
    }

    @Test
    void theWinnerIsWithinOneStandardErrorOfTheBestOfTheRoundsThatCount() {
        // Each round is better than the one before: the last one is the best, and it wins.
        assertThat(ONE_SE.choose(List.of(even(3), even(2), even(1)), 1).winner()).isEqualTo(2);
    }

    @Test
    void toleranceIsMeasuredFromTheBestAcceptedRound() {
        final AcceptanceRule rule = new AcceptanceRule(Kind.TOLERANCE, 0.05);
        final List<JudgeScore> accepted = List.of(even(1.1), even(1), even(1.04));
        assertThat(rule.accepts(even(1.05), accepted)).isTrue();
        assertThat(rule.accepts(even(1.06), accepted)).isFalse();
        assertThat(rule.choose(accepted, 1).winner()).isEqualTo(2);
        assertThat(rule.choose(accepted, 1).reference()).isSameAs(accepted.get(1));
        assertThat(new AcceptanceRule(Kind.TOLERANCE, 0).accepts(even(1), accepted)).isTrue();
    }

    @Test
    void thePublishedRuleAsksForAnImprovementOnTheLastAcceptedRound() {
        final AcceptanceRule rule = new AcceptanceRule(Kind.PUBLISHED, 0);
        assertThat(rule.accepts(even(1), List.of(even(1.2), even(1)))).isFalse();
        assertThat(rule.accepts(even(.99), List.of(even(1.2), even(1)))).isTrue();
    }

    @Test
    void onlyRulesThatRejectRoundsOnTheWayRollBack() {
        assertThat(Kind.values()).filteredOn(kind -> new AcceptanceRule(kind, 0).rollsBack())
            .containsExactly(Kind.TOLERANCE, Kind.PUBLISHED);
        for (final AcceptanceRule rule : List.of(ONE_SE, AcceptanceRule.noLoss())) {
            assertThat(rule.accepts(even(9), List.of(even(1)))).isTrue();
        }
    }

    @Test
    void aToleranceThatIsNegativeOrNoNumberIsRefused() {
        for (final double tolerance : new double[]{-0.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new AcceptanceRule(Kind.TOLERANCE, tolerance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tolerance is " + tolerance + "; it must be 0 or more.");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.prune.criterion.InputStatistics;
import org.reductor.core.prune.criterion.ScoringContext;

/** Scores worked out by hand for a network of 2 inputs, 1 hidden unit and 1 output: three weights. */
class CriterionTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Network weights(final float first, final float second, final float output) {
        return new Network(new int[]{2, 1, 1}, Activation.RELU, new float[][]{{first, second}, {output}},
            new float[][]{{0}, {0}});
    }

    private static double[][] score(final ImportanceCriterion criterion, final List<Network> controls,
        final List<List<Network>> perturbed) {
        return round(controls).score(criterion,
            perturbed.stream().map(networks -> new PerturbedFold(networks, 1)).toList(), 1).get(0);
    }

    private static TrainedRound round(final List<Network> controls) {
        final Mask mask = Mask.full(2, 1, 1);
        final Heads heads = Heads.number("y", AffineScale.IDENTITY);
        final RoundInput start = new RoundInput(0, new long[controls.size()],
            controls.stream().map(network -> new Member(mask, network, heads)).toList());
        final InputStatistics inputs =
            new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, .5f});
        final GroupStatistics group =
            new GroupStatistics(IntStream.range(0, controls.size()).toArray(), inputs, List.of());
        return new TrainedRound(start, controls, List.of(group), new double[controls.size()],
            JudgeScores.ofErrors(1), 1);
    }

    @Test
    void publishedDeviationIsRelativeToThePerturbedWeight() {
        final double[][] scores = score(Criteria.PUBLISHED, List.of(weights(1, -2, 4)),
            List.of(List.of(weights(2, -1, 4), weights(4, -4, 5))));
        assertThat(scores[0][0]).isCloseTo((1.0 / 2 + 3.0 / 4) / 2, within(1e-12));
        assertThat(scores[0][1]).isCloseTo((1.0 / 1 + 2.0 / 4) / 2, within(1e-12));
        assertThat(scores[1][0]).isCloseTo((0 + 1.0 / 5) / 2, within(1e-12));
    }

    @Test
    void theOtherDeviationIsRelativeToTheControlWeight() {
        final double[][] scores = score(Criteria.RELATIVE_TO_CONTROL, List.of(weights(1, -2, 4)),
            List.of(List.of(weights(2, -1, 4), weights(4, -4, 5))));
        assertThat(scores[0][0]).isCloseTo((1.0 + 3.0) / 2, within(1e-12));
        assertThat(scores[0][1]).isCloseTo((1.0 / 2 + 2.0 / 2) / 2, within(1e-12));
        assertThat(scores[1][0]).isCloseTo((0 + 1.0 / 4) / 2, within(1e-12));
    }

    @Test
    void theMeanIsTakenOverTheNetworksOfAFoldAndThenOverTheFolds() {
        final double[][] scores = score(Criteria.PUBLISHED, List.of(weights(1, 1, 1), weights(2, 2, 2)),
            List.of(List.of(weights(2, 1, 1)), List.of(weights(1, 2, 2))));
        assertThat(scores[0][0]).isCloseTo((1.0 / 2 + 1.0 / 1) / 2, within(1e-12));
        assertThat(scores[0][1]).isZero();
    }

    @Test
    void zeroByZeroCountsAsZeroAndSomethingByZeroAsInfinite() {
        final List<Network> controls = List.of(weights(0, 3, 0));
        final List<List<Network>> perturbed = List.of(List.of(weights(0, 0, 5), weights(0, 3, 0)));
        assertThat(score(Criteria.PUBLISHED, controls, perturbed)[0]).containsExactly(0, INFINITE);
        assertThat(score(Criteria.PUBLISHED, controls, perturbed)[1]).containsExactly(0.5);
        assertThat(score(Criteria.RELATIVE_TO_CONTROL, controls, perturbed)[0]).containsExactly(0, 0.5);
        assertThat(score(Criteria.RELATIVE_TO_CONTROL, controls, perturbed)[1]).containsExactly(INFINITE);
    }

    @Test
    void magnitudePutsTheSmallestMeanWeightFirst() {
        final double[][] scores =
            score(Criteria.MAGNITUDE, List.of(weights(1, -.1f, 3), weights(-3, .3f, -1)), List.of());
        assertThat(scores[0][0]).isCloseTo(-2, within(1e-6));
        assertThat(scores[0][1]).isCloseTo(-.2, within(1e-6));
        assertThat(scores[1][0]).isCloseTo(-2, within(1e-6));
    }

    @Test
    void scaledMagnitudeCountsWhatTheInputsSend() {
        final double[][] scores = score(Criteria.SCALED_MAGNITUDE, List.of(weights(1, -3, 3), weights(-3, 1, -1)),
            List.of());
        assertThat(scores[0][0]).isCloseTo(-2, within(1e-6));
        assertThat(scores[0][1]).isCloseTo(-1, within(1e-6));
        assertThat(scores[1][0]).isCloseTo(-2, within(1e-6));
    }

    @Test
    void scaledMagnitudeCountsForEachWeightTheInputThatItLeaves() {
        final Network network = new Network(new int[]{2, 2, 1}, Activation.RELU, new float[][]{{1, 2, 3, 4}, {1, 1}},
            new float[][]{{0, 0}, {0}});
        final ScoringContext context = new ScoringContext(List.of(network), List.of(network), List.of(),
            new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, .5f}),
            List.<float[][]>of(new float[][]{{1, 1}}), new double[0], 1);
        assertThat(Criteria.SCALED_MAGNITUDE.score(context)[0])
            .containsExactly(new double[]{-1, -2, -1.5, -2}, within(1e-6));
    }

    @Test
    void randomScoresDependOnTheSeedOnly() {
        final List<Network> controls = List.of(weights(1, 2, 3));
        final double[][] scores = round(controls).score(Criteria.RANDOM, List.of(), 4).get(0);
        assertThat(round(List.of(weights(9, 9, 9))).score(Criteria.RANDOM, List.of(), 4).get(0)).isDeepEqualTo(scores);
        assertThat(round(controls).score(Criteria.RANDOM, List.of(), 5).get(0)[0]).isNotEqualTo(scores[0]);
    }

    @Test
    void certainContributionTakesTheStandardErrorOffAndCountsWhatArrivesAtTheOutput() {
        // Own error twice the noise; features are 1 and .25 in size, of which the roots count, the hidden unit .7; its
        // gain is 4.
        final ScoringContext context = new ScoringContext(List.of(weights(0, 0, 0)), List.of(weights(1, -2, 4)),
            List.of(List.of(weights(1.1f, -2, 4), weights(.9f, -2.3f, 4))),
            new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, .25f}),
            List.<float[][]>of(new float[][]{{.7f}}), new double[]{2}, 1);
        final double[][] scores = Criteria.CERTAIN_CONTRIBUTION.score(context);
        assertThat(scores[0][0]).isCloseTo(-(1 - 2 * .1) * 1 * 4, within(1e-4));
        assertThat(scores[0][1]).isCloseTo(-(2 - 2 * .3 / Math.sqrt(2)) * .5 * 4, within(1e-4));
        assertThat(scores[1][0]).isCloseTo(-4 * .7, within(1e-4));
    }

    @Test
    void weightsOfWhichNothingIsSureGoFirstTheSmallerContributionBeforeTheLarger() {
        final ScoringContext context = new ScoringContext(List.of(weights(0, 0, 0)), List.of(weights(.1f, -.3f, 4)),
            List.of(List.of(weights(.6f, .4f, 3.9f))),
            new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, 1}),
            List.<float[][]>of(new float[][]{{1}}), new double[]{1}, 1);
        final double[][] scores = Criteria.CERTAIN_CONTRIBUTION.score(context);
        assertThat(scores[0][0]).isGreaterThan(scores[0][1]).isNegative();
        assertThat(scores[0][1]).isGreaterThan(scores[1][0]);
    }

    @Test
    void twoLayersOfWeightsCompareInTheUnitsOfTheOutputs() {
        // 1 input, 2 hidden units, 1 unit above, 1 output.
        final Network network = new Network(new int[]{1, 2, 1, 1}, Activation.RELU,
            new float[][]{{1, 1}, {3, 4}, {2}}, new float[][]{{0, 0}, {0}, {0}});
        final ScoringContext context = new ScoringContext(List.of(network), List.of(network),
            List.of(List.of(network)), new InputStatistics(new boolean[]{true}, new float[1], new float[]{1}),
            List.<float[][]>of(new float[][]{{1, 1}, {1}}), new double[]{1}, 1);
        final double[][] scores = Criteria.CERTAIN_CONTRIBUTION.score(context);
        assertThat(scores[2][0]).isCloseTo(-2, within(1e-4));
        assertThat(scores[1]).containsExactly(new double[]{-3 * 2, -4 * 2}, within(1e-4));
        assertThat(scores[0]).containsExactly(new double[]{-3 * 2 * Math.sqrt(.5), -4 * 2 * Math.sqrt(.5)},
            within(1e-4));
    }

    @Test
    void eachCriterionIsFoundByItsIdAndSaysWhatItIs() {
        assertThat(Criteria.all()).allSatisfy(criterion -> {
            assertThat(ImportanceCriterion.of(criterion.id())).isSameAs(criterion);
            assertThat(criterion.label()).isNotBlank();
            assertThat(criterion.description()).isNotBlank();
        }).extracting(ImportanceCriterion::id).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Criteria.of("luck")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'luck'").hasMessageContaining(Criteria.MAGNITUDE.id() + ", ");
    }

    @Test
    void filesAndSettingsFindCriteriaByTheNamesThatTheyWereStoredWith() {
        assertThat(Criteria.all()).extracting(ImportanceCriterion::id).containsExactly("CERTAIN_CONTRIBUTION",
            "PUBLISHED", "RELATIVE_TO_CONTROL", "MAGNITUDE", "SCALED_MAGNITUDE", "RANDOM");
    }

    @Test
    void onlyDeviationsAndWhatIsCertainNeedPerturbedNetworks() {
        assertThat(Criteria.all()).filteredOn(ImportanceCriterion::needsPerturbedNetworks)
            .containsExactly(Criteria.CERTAIN_CONTRIBUTION, Criteria.PUBLISHED, Criteria.RELATIVE_TO_CONTROL);
    }
}

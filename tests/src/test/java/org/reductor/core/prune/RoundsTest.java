/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.Engine;

class RoundsTest {

    private static final Dataset DATA = SyntheticData.of(150, 1);

    private static List<float[]> arrays(final List<Network> networks) {
        return networks.stream().flatMap(n -> Stream.of(n.kernel(0), n.bias(0), n.kernel(1), n.bias(1))).toList();
    }

    private static void assertSame(final NetworkEnsemble one, final NetworkEnsemble other) {
        assertThat(arrays(one.networks())).usingRecursiveComparison().isEqualTo(arrays(other.networks()));
        assertThat(one.masks()).usingRecursiveComparison().isEqualTo(other.masks());
    }

    @ParameterizedTest
    @EnumSource
    void theStepsOneByOneGiveWhatTheRunGives(final Judges judges) {
        for (final ImportanceCriterion criterion : Criteria.all()) {
            final AcceptanceRule last = new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10);
            final PruningSettings settings =
                PruningRunTest.settings(criterion, last, 3).withJudges(judges, 4);
            final PruningResult run = PruningRun.run(DATA, settings, RunMonitor.NONE);
            final List<RoundRecord> history = new ArrayList<>();
            try (Rounds rounds = new Rounds(DATA, null, settings.ensemble())) {
                RoundInput next = rounds.first();
                for (int i = 0; i < 3; i++) {
                    final TrainedRound round = rounds.train(next, Set.of(Need.ACTIVATIONS), null, RunMonitor.NONE).round();
                    final List<PerturbedFold> perturbed = criterion.needsPerturbedNetworks()
                        ? rounds.perturb(round, settings.perturbation(), RunMonitor.NONE).folds() : List.of();
                    history.add(round.record(round.score(), 7, 0, 0, RoundRecord.Status.PASSED));
                    next = round.prune(round.score(criterion, perturbed, settings.seed()), settings.schedule(), 1,
                        StartWeights.LAST_WEIGHTS).orElseThrow();
                }
                final TrainedRound winner = rounds.train(next, Set.of(Need.ACTIVATIONS), null, RunMonitor.NONE).round();
                assertSame(winner.networks(), run.pruned());
            }
            assertThat(run.winner().round()).isEqualTo(3);
            assertThat(history).usingRecursiveFieldByFieldElementComparatorOnFields("round", "keptNominal",
                "keptEffective", "score", "singleScore", "validationLoss", "hiddenUnits", "inputs")
                .containsExactlyElementsOf(run.history().subList(0, 3));
        }
    }

    @Test
    void perturbedNetworksDoNotDependOnWhetherControlsAreTrainedWithThem() {
        final PruningSettings settings =
            PruningRunTest.settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 1);
        try (Rounds rounds = new Rounds(DATA, null, settings.ensemble())) {
            final RoundTraining both =
                rounds.train(rounds.first(), Set.of(), settings.perturbation(), RunMonitor.NONE);
            final PerturbedTraining alone =
                rounds.perturb(both.round(), settings.perturbation(), RunMonitor.NONE);
            assertThat(alone.degreesOfFreedom()).isEqualTo(both.perturbed().degreesOfFreedom());
            assertThat(both.perturbed().folds()).hasSize(3).allMatch(fold -> fold.networks().size() == 2);
            for (int fold = 0; fold < 3; fold++) {
                assertThat(arrays(alone.folds().get(fold).networks())).usingRecursiveComparison()
                    .isEqualTo(arrays(both.perturbed().folds().get(fold).networks()));
            }
        }
    }

    @Test
    void progressOfARunNeverGoesBackAndTellsTheShareOfTheWeights() {
        for (final AcceptanceRule rule : List.of(AcceptanceRule.oneStandardError(),
            new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10))) {
            final List<Double> seen = new ArrayList<>();
            final List<String> messages = new ArrayList<>();
            final PruningSettings settings = PruningRunTest.settings(Criteria.PUBLISHED, rule, 2);
            final PruningResult result = PruningRun.run(DATA, settings, new RunMonitor() {
                @Override
                public void progress(final double fraction, final String message) {
                    seen.add(fraction);
                    messages.add(message);
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            });
            assertThat(seen).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
            assertThat(messages).contains("Training the unpruned networks");
            // A third of the bar is a round's; perturbed networks that wait for the controls have two thirds of it.
            for (int round = 0; round < 3; round++) {
                final String own = round == 0 ? "Training" : "Round " + round;
                final double begin = round / 3.;
                final double[] ofRound = IntStream.range(0, seen.size())
                    .filter(i -> messages.get(i).startsWith(own)).mapToDouble(seen::get).toArray();
                assertThat(ofRound).isSorted();
                assertThat(ofRound[0]).isBetween(begin, begin + (rule.rollsBack() && round < 2 ? 1 / 9. : 1 / 3.));
                // What was reported last waited for the last of at least three networks.
                assertThat(ofRound[ofRound.length - 1]).isBetween(begin + (round < 2 ? 0.8 : 0.6) / 3, begin + 1 / 3.);
            }
            for (final RoundRecord round : result.history().subList(1, 3)) {
                assertThat(messages).contains(String.format(Locale.ROOT, "Round %d of 2, %.3g %% of the weights kept",
                    round.round(), 100.0 * round.keptEffective() / round.weights()));
            }
        }
    }

    @Test
    void theSecondsOfRoundsAndControlsAreThoseOfTheClock() {
        final PruningSettings settings = PruningRunTest.settings(Criteria.MAGNITUDE, AcceptanceRule.noLoss(), 1);
        final long begin = System.nanoTime();
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        final Controls controls = Controls.of(RunRows.of(DATA, null, settings.ensemble()), settings, result,
            Engine.reductor(), Checkpoints.NONE, RunMonitor.NONE);
        final double passed = (System.nanoTime() - begin) / 1e9;
        final double[] seconds = DoubleStream.concat(result.history().stream().mapToDouble(RoundRecord::seconds),
            controls.records().stream().mapToDouble(ControlRecord::seconds)).toArray();
        assertThat(seconds).hasSizeGreaterThan(2);
        assertThat(Arrays.stream(seconds).min().getAsDouble()).isPositive();
        assertThat(Arrays.stream(seconds).sum()).isLessThanOrEqualTo(passed);
    }
}

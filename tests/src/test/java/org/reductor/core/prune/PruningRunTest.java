/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.RoundRecord.Status;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

class PruningRunTest {

    /** What scores are divided by where there is one target. */
    private static final double[] ONE = {1};

    private static final Dataset DATA = SyntheticData.of(150, 1);

    static PruningSettings settings(final ImportanceCriterion criterion, final AcceptanceRule rule, final int rounds) {
        return new PruningSettings(TrainingSettings.defaults().withHiddenUnits(16).withOptimizer(Optimizer.adam(0.01))
            .withBatchSize(16).withEpochs(60, 8), 3, 0.2, rounds, Perturbation.published(), criterion,
            new DropSchedule(DropSchedule.Kind.GEOMETRIC, 0.3), rule, StartWeights.LAST_WEIGHTS, 7, 1);
    }

    private static PruningResult run(final PruningSettings settings) {
        return PruningRun.run(DATA, settings, RunMonitor.NONE);
    }

    private static List<float[]> arrays(final NetworkEnsemble ensemble) {
        final List<float[]> arrays = new ArrayList<>();
        for (final Network network : ensemble.networks()) {
            for (int l = 0; l < network.layers(); l++) {
                arrays.add(network.kernel(l));
                arrays.add(network.bias(l));
            }
        }
        return arrays;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        final PruningSettings settings = settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 3);
        final PruningResult one = run(settings);
        for (final int threads : new int[]{2, 5}) {
            final PruningResult many = run(settings.withThreads(threads));
            assertThat(arrays(many.pruned())).usingRecursiveComparison().isEqualTo(arrays(one.pruned()));
            assertThat(many.history()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .containsExactlyElementsOf(one.history());
        }
        assertThat(arrays(run(settings.withSeed(8)).unpruned()).get(0)).isNotEqualTo(arrays(one.unpruned()).get(0));
    }

    @Test
    void theHistoryCountsNominalAndEffectiveWeights() {
        final PruningResult result = run(settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 6));
        final List<RoundRecord> history = result.history();
        assertThat(history).hasSize(7);
        final long total = 40 * 16 + 16;
        assertThat(history.get(0).weights()).isEqualTo(total);
        assertThat(history.get(0).keptEffective()).isEqualTo(total);
        assertThat(history.get(0).inputs()).isEqualTo(40);
        // Six of the forty inputs are constant: the criterion chooses 30 % of the weights that can matter.
        final long live = 34 * 16 + 16;
        assertThat(history.get(1).keptNominal()).isEqualTo(total - Math.round(0.3 * live));
        assertThat(history.get(1).keptEffective()).isLessThanOrEqualTo(live - Math.round(0.3 * live));
        for (int round = 1; round < history.size(); round++) {
            assertThat(history.get(round).keptEffective()).isLessThan(history.get(round - 1).keptEffective())
                .isLessThanOrEqualTo(history.get(round).keptNominal());
        }
        assertThat(history).filteredOn(r -> r.status() == Status.WINNER).hasSize(1);
    }

    @Test
    void theResultIsTheWinningRoundExactlyAsScored() {
        final PruningSettings settings = settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 4);
        final PruningResult result = run(settings);
        final DataSplit split = DataSplit.of(DATA.rows(), 0.2, 3, Seeds.derive(7, Purpose.SPLIT));
        final JudgeScore again =
            JudgeScore.of(result.pruned(), JudgePlan.all(DATA, split.holdOut(), 3), ONE);
        assertThat(again.value()).isEqualTo(result.winner().score());
        assertThat(again.single()).isEqualTo(result.winner().singleScore());
        assertThat(result.pruned().keptWeights()).isEqualTo(result.winner().keptEffective());
        final JudgeScore control =
            JudgeScore.of(result.unpruned(), JudgePlan.all(DATA, split.holdOut(), 3), ONE);
        assertThat(control.value()).isEqualTo(result.history().get(0).score());
    }

    @Test
    void droppedWeightsOfTheResultAreZero() {
        final NetworkEnsemble pruned =
            run(settings(Criteria.MAGNITUDE, new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10), 5)).pruned();
        final Mask mask = pruned.masks().get(0);
        assertThat(mask.keptWeights()).isLessThan(mask.originalWeights() / 4);
        for (final Network network : pruned.networks()) {
            for (int l = 0; l < mask.layers(); l++) {
                for (int i = 0; i < mask.kept(l).length; i++) {
                    if (!mask.kept(l)[i]) {
                        assertThat(network.kernel(l)[i]).isZero();
                    }
                }
            }
        }
    }

    @Test
    void aRejectedRoundIsRolledBackAndTheDropRateHalved() {
        final PruningResult result =
            run(settings(Criteria.RANDOM, new AcceptanceRule(AcceptanceRule.Kind.PUBLISHED, 0), 8));
        final List<RoundRecord> history = result.history();
        long left = 34 * 16 + 16;
        long chosen = 0;
        double factor = 1;
        double accepted = history.get(0).score();
        assertThat(history).anyMatch(r -> r.status() == Status.REJECTED);
        for (final RoundRecord round : history.subList(1, history.size())) {
            final long drop = Math.round(0.3 * left * factor);
            assertThat(round.keptNominal()).as("round %d", round.round())
                .isEqualTo(round.weights() - chosen - drop);
            if (round.status() == Status.REJECTED) {
                assertThat(round.score()).isGreaterThanOrEqualTo(accepted);
                factor /= 2;
            } else {
                assertThat(round.score()).isLessThan(accepted);
                accepted = round.score();
                chosen += drop;
                left = round.keptEffective();
            }
        }
        assertThat(result.winner().score()).isEqualTo(accepted);
    }

    @Test
    void aRunGoesOnFromPrunedNetworksUnderTheirMask() {
        final PruningSettings settings = settings(Criteria.MAGNITUDE,
            new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10), 2);
        final NetworkEnsemble first = run(settings).pruned();
        final PruningResult second = PruningRun.run(DATA, null, settings, first, RunMonitor.NONE);
        assertThat(second.history().get(0).keptEffective()).isEqualTo(first.keptWeights());
        assertThat(second.winner().keptEffective()).isLessThan(first.keptWeights());
        assertThat(second.pruned().heads()).isEqualTo(first.heads());
    }

    private static PruningSettings with(final PruningSettings s, final TrainingSettings training,
        final StartWeights start) {
        return new PruningSettings(training, s.folds(), s.holdOutFraction(), s.rounds(), s.perturbation(),
            s.criterion(), s.schedule(), s.acceptance(), start, s.seed(), s.threads());
    }

    @Test
    void aRoundMayStartFromTheInitialWeightsUnderItsMask() {
        final AcceptanceRule rule = new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10);
        // With a rate so small that nothing is learned, every round shows the weights that it started from.
        final TrainingSettings training = settings(Criteria.MAGNITUDE, rule, 3).training()
            .withOptimizer(Optimizer.sgd(1e-12, 0)).withEpochs(1, 1);
        final PruningResult result =
            run(with(settings(Criteria.MAGNITUDE, rule, 3), training, StartWeights.INITIAL_WEIGHTS));
        final Network initial = result.unpruned().networks().get(0);
        final Mask mask = result.pruned().masks().get(0);
        assertThat(result.winner().round()).isEqualTo(3);
        final Network pruned = result.pruned().networks().get(0);
        int i = 0;
        for (final int input : mask.units(0)) {
            for (final int unit : mask.units(1)) {
                final float expected = mask.kept(0)[i] ? initial.kernel(0)[input * 16 + unit] : 0;
                assertThat(pruned.kernel(0)[i]).isCloseTo(expected, within(1e-6f));
                i++;
            }
        }
        final PruningSettings settings = settings(Criteria.MAGNITUDE, rule, 3);
        final PruningResult restarted = run(with(settings, settings.training(), StartWeights.INITIAL_WEIGHTS));
        assertThat(restarted.history().get(1).keptNominal()).isEqualTo(run(settings).history().get(1).keptNominal());
        assertThat(arrays(restarted.pruned()).get(0)).isNotEqualTo(arrays(run(settings).pruned()).get(0));
    }

    @Test
    void aSelectionTableDecidesInPlaceOfTheHoldOut() {
        final PruningSettings settings = settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 4);
        final Dataset selection = SyntheticData.of(50, 9);
        final PruningResult result = PruningRun.run(DATA, selection, settings, null, RunMonitor.NONE);
        final int[] all = IntStream.range(0, 50).toArray();
        assertThat(JudgeScore.of(result.pruned(), JudgePlan.all(selection, all, 3), ONE).value())
            .isEqualTo(result.winner().score());
        // Nothing is held out, so the folds have more rows and the networks differ from those of a run without the
        // table.
        assertThat(arrays(result.unpruned()).get(0)).isNotEqualTo(arrays(run(settings).unpruned()).get(0));
    }

    @Test
    void aSelectionTableOfOtherFeaturesIsRefused() {
        final Dataset other = new Dataset(CsrMatrix.builder(3).addBinaryRow(new int[]{0}).addBinaryRow(new int[]{1}).build(),
            Targets.of("target", 1, 2));
        assertThatThrownBy(() -> PruningRun.run(DATA, other,
            settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 1), null, RunMonitor.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("selection table has 3 features")
                .hasMessageContaining("have 40");
    }

    @Test
    void theFirstRoundThatDivergesEndsTheRunWithAnErrorAndALaterOneWithTheRoundsBefore() {
        final PruningSettings good = settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 3);
        final PruningSettings wild =
            with(good, good.training().withOptimizer(Optimizer.adam(1e6)), StartWeights.LAST_WEIGHTS);
        assertThatThrownBy(() -> run(wild)).isInstanceOf(TrainingDivergedException.class)
            .hasMessageContaining("epoch 1").hasMessageContaining("learning rate below");

        // From round 2 on the loss is not a number, which stands for whatever makes a later training diverge.
        final AtomicBoolean poisoned = new AtomicBoolean();
        final RunMonitor poison = new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                if (message.startsWith("Round 2")) {
                    poisoned.set(true);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        final PruningResult result = PruningRun.run(DATA, SyntheticData.of(50, 9),
            settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 6), null, failing(poisoned), poison);
        assertThat(result.stopped()).hasValueSatisfying(reason -> assertThat(reason).startsWith("Round ")
            .contains("was given up").contains("Training diverged in epoch"));
        assertThat(result.history()).hasSizeBetween(2, 3);
        assertThat(result.winner().score()).isFinite();
        assertThat(run(good).stopped()).isEmpty();
    }

    /** An engine whose validation loss is NaN once it is told so. */
    private static Engine failing(final AtomicBoolean poisoned) {
        return new Engine() {
            @Override
            public EngineKind kind() {
                return EngineKind.REDUCTOR;
            }

            @Override
            public Training begin(final Network start, final CsrMatrix features, final Mask mask,
                final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
                final Training real = Engine.reductor().begin(start, features, mask, settings, task, cancelled);
                return new Training() {
                    @Override
                    public double run(final int epoch) {
                        return real.run(epoch);
                    }

                    @Override
                    public double validationLoss() {
                        return poisoned.get() ? Double.NaN : real.validationLoss();
                    }

                    @Override
                    public void copyTo(final Network network) {
                        real.copyTo(network);
                    }
                };
            }
        };
    }

    @Test
    void thePublishedPresetIsWhatTheAuthorsDid() {
        final PruningSettings preset = PruningSettings.published2022();
        assertThat(preset.training().maskTiming()).isEqualTo(MaskTiming.EPOCH_END);
        assertThat(preset.training().targetScaling()).isEqualTo(TargetScaling.NONE);
        assertThat(preset.schedule()).isEqualTo(new DropSchedule(DropSchedule.Kind.CONSTANT, 0.1));
        assertThat(preset.acceptance().kind()).isEqualTo(AcceptanceRule.Kind.PUBLISHED);
        assertThat(preset.perturbation()).isEqualTo(Perturbation.published());
        final PruningResult result = PruningRun.run(DATA, SyntheticData.of(50, 9),
            with(preset, preset.training().withHiddenUnits(16).withEpochs(30, 5), preset.start()), null,
            RunMonitor.NONE);
        double accepted = Double.POSITIVE_INFINITY;
        for (final RoundRecord round : result.history()) {
            if (round.status() != Status.REJECTED) {
                assertThat(round.score()).isLessThan(accepted);
                accepted = round.score();
            }
        }
        assertThat(result.winner().score()).isEqualTo(accepted);
        for (final Network network : result.pruned().networks()) {
            for (int i = 0; i < network.kernel(0).length; i++) {
                assertThat(result.pruned().masks().get(0).kept(0)[i] || network.kernel(0)[i] == 0).isTrue();
            }
        }
    }

    @Test
    void networksForOtherFeaturesCannotBeTheStart() {
        final PruningSettings settings = settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 1);
        final Mask mask = Mask.full(3, 2, 1);
        final NetworkEnsemble other = new NetworkEnsemble(mask,
            List.of(Network.glorotUniform(mask.sizes(), Activation.RELU, 1)),
            Heads.number("target", AffineScale.IDENTITY));
        assertThatThrownBy(() -> PruningRun.run(DATA, null, settings, other, RunMonitor.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("read 3 features")
            .hasMessageContaining("have 40");
    }

    @Test
    void tooFewRowsAreRefused() {
        final Dataset few = SyntheticData.of(4, 1);
        assertThatThrownBy(() -> PruningRun.run(few,
            settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 1), RunMonitor.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("only 4 usable rows");
    }

    @Test
    void aCancelledRunStopsAndProgressNeverGoesBack() {
        final List<Double> fractions = new ArrayList<>();
        final RunMonitor monitor = new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return !fractions.isEmpty() && fractions.get(fractions.size() - 1) > 0.3;
            }
        };
        assertThatThrownBy(() -> PruningRun.run(DATA,
            settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 5), monitor))
                .isInstanceOf(CancellationException.class);
        assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Activation;
import org.reductor.core.network.AffineScale;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.prune.RoundRecord.Status;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.Seeds;
import org.reductor.core.train.TrainingSettings;

class PruningRunTest {

    private static final Dataset DATA = SyntheticData.of(150, 1);

    static PruningSettings settings(final Criterion criterion, final AcceptanceRule rule, final int rounds) {
        return new PruningSettings(TrainingSettings.defaults().withHiddenUnits(16).withOptimizer(Optimizer.adam(0.01))
            .withBatchSize(16).withEpochs(60, 8), 3, 0.2, rounds, Perturbation.published(), criterion,
            DropSchedule.defaults(), rule, RoundStart.LAST_WEIGHTS, 7, 1);
    }

    private static PruningResult run(final PruningSettings settings) {
        return PruningRun.run(DATA, settings, RunMonitor.NONE);
    }

    private static List<float[]> arrays(final NetworkEnsemble ensemble) {
        final List<float[]> arrays = new ArrayList<>();
        for (final Network network : ensemble.members()) {
            for (int l = 0; l < network.layers(); l++) {
                arrays.add(network.kernel(l));
                arrays.add(network.bias(l));
            }
        }
        return arrays;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        final PruningSettings settings = settings(Criterion.PUBLISHED, AcceptanceRule.oneStandardError(), 3);
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
        final PruningResult result = run(settings(Criterion.MAGNITUDE, AcceptanceRule.oneStandardError(), 6));
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
        final PruningSettings settings = settings(Criterion.PUBLISHED, AcceptanceRule.oneStandardError(), 4);
        final PruningResult result = run(settings);
        final DataSplit split = DataSplit.of(DATA.rows(), 0.2, 3, Seeds.derive(7, Purpose.SPLIT));
        final HoldOutScore again = HoldOutScore.of(new Predictor(result.pruned()), DATA, split.holdOut());
        assertThat(again.rmse()).isEqualTo(result.winner().holdOutRmse());
        assertThat(again.singleRmse()).isEqualTo(result.winner().holdOutRmseSingle());
        assertThat(result.pruned().mask().keptWeights()).isEqualTo(result.winner().keptEffective());
        final HoldOutScore control = HoldOutScore.of(new Predictor(result.unpruned()), DATA, split.holdOut());
        assertThat(control.rmse()).isEqualTo(result.history().get(0).holdOutRmse());
    }

    @Test
    void droppedWeightsOfTheResultAreZero() {
        final NetworkEnsemble pruned =
            run(settings(Criterion.MAGNITUDE, new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10), 5)).pruned();
        final Mask mask = pruned.mask();
        assertThat(mask.keptWeights()).isLessThan(mask.originalWeights() / 4);
        for (final Network network : pruned.members()) {
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
            run(settings(Criterion.RANDOM, new AcceptanceRule(AcceptanceRule.Kind.PUBLISHED, 0), 8));
        final List<RoundRecord> history = result.history();
        long left = 34 * 16 + 16;
        long chosen = 0;
        double factor = 1;
        double accepted = history.get(0).holdOutRmse();
        assertThat(history).anyMatch(r -> r.status() == Status.REJECTED);
        for (final RoundRecord round : history.subList(1, history.size())) {
            final long drop = Math.round(0.3 * left * factor);
            assertThat(round.keptNominal()).as("round %d", round.round())
                .isEqualTo(round.weights() - chosen - drop);
            if (round.status() == Status.REJECTED) {
                assertThat(round.holdOutRmse()).isGreaterThanOrEqualTo(accepted);
                factor /= 2;
            } else {
                assertThat(round.holdOutRmse()).isLessThan(accepted);
                accepted = round.holdOutRmse();
                chosen += drop;
                left = round.keptEffective();
            }
        }
        assertThat(result.winner().holdOutRmse()).isEqualTo(accepted);
    }

    @Test
    void aRunGoesOnFromPrunedNetworksUnderTheirMask() {
        final PruningSettings settings = settings(Criterion.MAGNITUDE,
            new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10), 2);
        final NetworkEnsemble first = run(settings).pruned();
        final PruningResult second = PruningRun.run(DATA, null, settings, first, RunMonitor.NONE);
        assertThat(second.history().get(0).keptEffective()).isEqualTo(first.mask().keptWeights());
        assertThat(second.winner().keptEffective()).isLessThan(first.mask().keptWeights());
        assertThat(second.pruned().targetScale()).isEqualTo(first.targetScale());
    }

    @Test
    void networksForOtherFeaturesCannotBeTheStart() {
        final PruningSettings settings = settings(Criterion.MAGNITUDE, AcceptanceRule.oneStandardError(), 1);
        final Mask mask = Mask.full(3, 2, 1);
        final NetworkEnsemble other = new NetworkEnsemble(mask,
            List.of(Network.glorotUniform(mask.sizes(), Activation.RELU, 1)),
            AffineScale.IDENTITY);
        assertThatThrownBy(() -> PruningRun.run(DATA, null, settings, other, RunMonitor.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("read 3 features")
            .hasMessageContaining("have 40");
    }

    @Test
    void tooFewRowsAreRefused() {
        final Dataset few = SyntheticData.of(4, 1);
        assertThatThrownBy(() -> PruningRun.run(few,
            settings(Criterion.MAGNITUDE, AcceptanceRule.oneStandardError(), 1), RunMonitor.NONE))
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
            settings(Criterion.MAGNITUDE, AcceptanceRule.oneStandardError(), 5), monitor))
                .isInstanceOf(CancellationException.class);
        assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

class ControlsTest {

    private static final Dataset DATA = SyntheticData.of(150, 1);

    private static final AcceptanceRule LAST = new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10);

    private static PruningSettings settings(final Judges judges) {
        return PruningRunTest.settings(Criteria.PUBLISHED, LAST, 4).withJudges(judges, 4);
    }

    private static RunRows rows(final PruningSettings settings) {
        return RunRows.of(DATA, null, settings.ensemble());
    }

    private static Controls controls(final PruningSettings settings, final PruningResult result) {
        return Controls.of(rows(settings), settings, result, Engine.reductor(), Checkpoints.NONE, RunMonitor.NONE);
    }

    private static Map<ControlKind, Control> byKind(final Controls controls) {
        return controls.all().stream().collect(Collectors.toMap(c -> c.record().kind(), Function.identity()));
    }

    @ParameterizedTest
    @EnumSource
    void controlsHaveTheSizeAndTheEpochsOfTheResultAndItsJudges(final Judges judges) {
        final PruningSettings settings = settings(judges);
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        assertThat(result.winner().round()).isEqualTo(4);
        final Map<ControlKind, Control> controls = byKind(controls(settings, result));
        assertThat(controls).containsOnlyKeys(ControlKind.values());
        for (final ControlKind kind : List.of(ControlKind.RANDOM, ControlKind.MAGNITUDE)) {
            final ControlRecord record = controls.get(kind).record();
            assertThat((double)record.keptEffective()).isCloseTo(result.winner().keptEffective(), within(3.0));
            assertThat(controls.get(kind).networks().keptWeights()).isEqualTo(record.keptEffective());
        }
        final ControlRecord trainedOn = controls.get(ControlKind.TRAINED_ON).record();
        assertThat(trainedOn.keptEffective()).isEqualTo(result.history().get(0).keptEffective());
        assertThat(trainedOn.epochs()).isEqualTo(4 * (int)Math.round(result.path().laterEpochs())).isPositive();
        for (final Control control : controls.values()) {
            control.record().comparison().ifPresent(c -> {
                assertThat(c.difference()).isEqualTo(result.winner().score() - c.score());
                assertThat(c.standardError()).isPositive();
                if (control.record().kind() != ControlKind.ALL_ROWS) {
                    assertThat(rows(settings).score(control.networks()).value()).isEqualTo(c.score());
                }
            });
        }
        assertThat(controls(settings, result).records())
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
            .containsExactlyElementsOf(controls(settings, result).records());
    }

    @Test
    void oneNetworkOnAllRowsIsJudgedOnlyByRowsThatItHasNotSeen() {
        for (final Judges judges : Judges.values()) {
            final PruningSettings settings = settings(judges);
            final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
            final Control control = byKind(controls(settings, result)).get(ControlKind.ALL_ROWS);
            assertThat(control.networks().size()).isEqualTo(1);
            assertThat(control.record().epochs()).isEqualTo((int)Math.round(result.path().bestEpochs()));
            assertThat(control.record().comparison().isPresent()).isEqualTo(judges == Judges.HOLD_OUT);
        }
    }

    @Test
    void magnitudeBesideRandomShowsThatItMattersWhichWeightsGo() {
        final PruningSettings settings =
            PruningRunTest.settings(Criteria.MAGNITUDE, LAST, 6).withJudges(Judges.OUT_OF_FOLD, 4);
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        final Map<ControlKind, Control> controls = byKind(controls(settings, result));
        // The run's own criterion would only repeat it.
        assertThat(controls).containsOnlyKeys(ControlKind.TRAINED_ON, ControlKind.RANDOM, ControlKind.ALL_ROWS);
        assertThat(controls.get(ControlKind.RANDOM).record().comparison().orElseThrow().upper()).isNegative();
        assertThat(controls.get(ControlKind.RANDOM).record().sentence())
            .startsWith("The pruned networks are better than networks with as many weights, pruned at random");
    }

    @Test
    void aRunThatNothingWasPrunedInHasNoControlsOfItsSize() {
        final PruningSettings settings =
            PruningRunTest.settings(Criteria.RANDOM, new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 0), 1);
        PruningResult result = null;
        for (long seed = 0; result == null || result.winner().round() > 0; seed++) {
            result = PruningRun.run(DATA, settings.withSeed(seed), RunMonitor.NONE);
        }
        assertThat(byKind(controls(settings, result))).containsOnlyKeys(ControlKind.ALL_ROWS);
        assertThat(result.path().laterEpochs()).isZero();
    }

    @Test
    void aSentenceClaimsNoMoreThanItsInterval() {
        assertThat(sentence(-0.05, 0.02)).isEqualTo("The pruned networks are better than networks with as many "
            + "weights, pruned at random: their error is lower by 0.0500 (95 % interval 0.0108 to 0.0892).");
        assertThat(sentence(0.05, 0.02)).isEqualTo("The pruned networks are worse than networks with as many weights, "
            + "pruned at random: their error is higher by 0.0500 (95 % interval 0.0108 to 0.0892).");
        assertThat(sentence(-0.01, 0.02)).isEqualTo("The judging rows cannot tell the pruned networks from networks "
            + "with as many weights, pruned at random: their error differs by -0.0100 \u00b1 0.0392, so they may be "
            + "worse by up to 0.0292 or better by up to 0.0492.");
        assertThat(sentence(0, 0)).startsWith("The pruned networks err exactly as much as ");
        assertThat(new ControlRecord(ControlKind.ALL_ROWS, Optional.empty(), 1, 1, 1, 0).sentence())
            .contains("no row is left to judge it", "test table");
        assertThatThrownBy(() -> sentence(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("NaN");
        assertThatThrownBy(() -> sentence(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("standard error Infinity");
    }

    @Test
    void anIntervalThatReachesZeroOrHasNoWidthIsSaidAsItIs() {
        assertThat(sentence(-1.96, 1)).startsWith("The judging rows cannot tell");
        assertThat(sentence(1.96, 1)).startsWith("The judging rows cannot tell");
        assertThat(sentence(0, 0.02)).startsWith("The judging rows cannot tell");
        assertThat(sentence(-0.05, 0)).startsWith("The pruned networks are better");
    }

    private static String sentence(final double difference, final double standardError) {
        return new ControlRecord(ControlKind.RANDOM,
            Optional.of(new ControlRecord.Comparison(0.7, difference, standardError)), 10, 5, 100, 1).sentence();
    }

    @Test
    void aControlThatDivergesIsToldOfAndLosesNothing() {
        final PruningSettings settings = settings(Judges.HOLD_OUT);
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        final Engine diverging = new Engine() {
            @Override
            public EngineKind kind() {
                return EngineKind.REDUCTOR;
            }

            @Override
            public Training begin(final Network start, final CsrMatrix features, final Mask mask,
                final TrainingSettings training, final TrainingTask task, final BooleanSupplier cancelled) {
                if (mask.keptWeights() == mask.originalWeights()) {
                    throw new TrainingDivergedException("It diverged.");
                }
                return Engine.reductor().begin(start, features, mask, training, task, cancelled);
            }
        };
        final Controls controls = Controls.of(rows(settings), settings, result, diverging, Checkpoints.NONE, RunMonitor.NONE);
        assertThat(controls.failed()).containsExactly("The control 'unpruned, trained on' is missing. It diverged.",
            "The control 'one network, all rows' is missing. It diverged.");
        assertThat(byKind(controls)).containsOnlyKeys(ControlKind.RANDOM, ControlKind.MAGNITUDE);
    }

    @Test
    void controlsCanBeCancelled() {
        final PruningSettings settings = settings(Judges.HOLD_OUT);
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        final RunMonitor never = new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Controls.of(rows(settings), settings, result, Engine.reductor(), Checkpoints.NONE, never))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void pruningToASizeComesWithinAFewWeightsOfIt() {
        final PruningSettings settings = settings(Judges.OUT_OF_FOLD);
        try (Rounds rounds = new Rounds(rows(settings), settings.ensemble(), Engine.reductor())) {
            final TrainedRound round = rounds.train(rounds.first(), Set.of(), null, RunMonitor.NONE).round();
            for (final long size : new long[]{540, 300, 100, 30}) {
                final NetworkEnsemble networks = new PruningToSize(round, settings.schedule(), settings.start())
                    .to(size, round.score(Criteria.RANDOM, List.of(), 3)).orElseThrow().networks();
                assertThat((double)networks.keptWeights()).isCloseTo(size, within(4.0));
            }
        }
    }
}

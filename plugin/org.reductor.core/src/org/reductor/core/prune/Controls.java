/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;
import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingTask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The controls of a run, trained after it from its unpruned networks, with its folds, batches and seeds, and judged by
 * the rows that judged the run. They cost about as much time as the run, or more: those that are not pruned stay large.
 *
 * @param all the controls, in the order of {@link ControlKind}; those of a run in which no pruned round won only the
 *            one that is not compared by size, and none that would repeat the run's own criterion
 * @param failed why others are missing, as sentences for the user
 */
public record Controls(List<Control> all, List<String> failed) {

    /** None. */
    public static final Controls NONE = new Controls(List.of(), List.of());

    /** Copies the lists. */
    public Controls {
        all = List.copyOf(all);
        failed = List.copyOf(failed);
    }

    /** @return what is known about each */
    public List<ControlRecord> records() {
        return all.stream().map(Control::record).toList();
    }

    /**
     * Trains the controls.
     *
     * @param rows the rows of the run
     * @param settings the settings of the run
     * @param result what the run gave
     * @param engine what trains the networks; the one that the settings name
     * @param checkpoints keep what has been trained, those of the run
     * @param monitor hears the progress and may cancel
     * @return the controls; one whose training diverges is told of and left out
     * @throws CancellationException if the monitor says so
     */
    public static Controls of(final RunRows rows, final PruningSettings settings, final PruningResult result,
        final Engine engine, final Checkpoints checkpoints, final RunMonitor monitor) {
        final Run run = new Run(rows, settings, result, engine, checkpoints);
        final List<ControlKind> kinds = Arrays.stream(ControlKind.values()).filter(run::applies).toList();
        final List<Control> all = new ArrayList<>();
        final List<String> failed = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            final ControlKind kind = kinds.get(i);
            try {
                all.add(run.control(kind, monitor.part((double)i / kinds.size(), (i + 1.0) / kinds.size(),
                    "Control: " + kind.label())));
            } catch (final TrainingDivergedException e) {
                failed.add("The control '" + kind.label() + "' is missing. " + e.getMessage());
            }
        }
        return new Controls(all, failed);
    }

    /** The run whose controls are trained. */
    private record Run(RunRows rows, PruningSettings settings, PruningResult result, Engine engine,
        Checkpoints checkpoints) {

        /** Networks with the epochs that it took to make them, all together, and their score if there is one. */
        private record Made(NetworkEnsemble networks, Optional<JudgeScore> score, int epochs) {
        }

        private boolean applies(final ControlKind kind) {
            return kind == ControlKind.ALL_ROWS
                || result.winner().round() > 0 && !kind.criterion().equals(Optional.of(settings.criterion()));
        }

        private Control control(final ControlKind kind, final RunMonitor monitor) {
            final long begin = System.nanoTime();
            final Checkpoints own = checkpoints.part(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            final Made made = switch (kind) {
                case TRAINED_ON -> trainedOn(own, monitor);
                case RANDOM, MAGNITUDE -> pruned(kind.criterion().orElseThrow(), own, monitor);
                case ALL_ROWS -> allRows(own, monitor);
            };
            final NetworkEnsemble networks = made.networks;
            final double seconds = own.ended("control", made.score.map(JudgeScore::value).orElse(Double.NaN),
                (System.nanoTime() - begin) / 1e9);
            return new Control(new ControlRecord(kind, made.score.map(this::comparison), networks.keptWeights(),
                networks.inputsRead().length, made.epochs, seconds), networks);
        }

        private ControlRecord.Comparison comparison(final JudgeScore score) {
            return new ControlRecord.Comparison(score.value(), result.score().value() - score.value(),
                result.score().standardErrorOfDifference(score, Seeds.derive(settings.seed(), Purpose.BOOTSTRAP)));
        }

        /** In one go, and all epochs whatever the rows say that stop others; the best weights count, as everywhere. */
        private Made trainedOn(final Checkpoints own, final RunMonitor monitor) {
            final int epochs = whole(result.path().laterEpochs());
            final EnsembleSettings longer =
                settings.withTraining(settings.training().withEpochs(epochs, epochs)).ensemble();
            try (Rounds rounds = new Rounds(rows, longer, engine, own)) {
                final RoundTraining training =
                    rounds.train(result.path().first().unchanged(), Set.of(), null, monitor);
                return new Made(training.round().networks(), Optional.of(training.round().score()),
                    training.epochs());
            }
        }

        private Made pruned(final ImportanceCriterion criterion, final Checkpoints own, final RunMonitor monitor) {
            final long[] sizes = sizesOfAcceptedRounds();
            TrainedRound round = result.path().first();
            int epochs = 0;
            try (Rounds rounds = new Rounds(rows, settings.ensemble(), engine, own)) {
                for (int i = 0; i < sizes.length; i++) {
                    final Optional<RoundInput> next = new PruningToSize(round, settings.schedule(), settings.start())
                        .to(sizes[i], round.score(criterion, List.of(), settings.seed()));
                    if (next.isPresent()) {
                        final RoundTraining training = rounds.train(next.get(), criterion.needs(), null,
                            monitor.part((double)i / sizes.length, (i + 1.0) / sizes.length));
                        round = training.round();
                        epochs += training.epochs();
                    }
                }
            }
            return new Made(round.networks(), Optional.of(round.score()), epochs);
        }

        /** Weights that were left in the rounds on the way to the winner, after round 0. */
        private long[] sizesOfAcceptedRounds() {
            final List<RoundRecord> history = result.history();
            return history.subList(1, history.indexOf(result.winner()) + 1).stream()
                .filter(round -> round.status() != RoundRecord.Status.REJECTED)
                .mapToLong(RoundRecord::keptEffective).toArray();
        }

        private Made allRows(final Checkpoints own, final RunMonitor monitor) {
            final int[] learned = rows.split().foldRows();
            final Member start = result.path().first().input().starts().get(0);
            final int epochs = whole(result.path().bestEpochs());
            final TrainingTask task = new TrainingTask(
                new BatchPlan(learned, settings.training().batchSize(),
                    Seeds.derive(settings.seed(), Purpose.BATCHES, 0)),
                learned, ScaledTargets.of(rows.data().targets(), start.heads(), settings.training().classWeights(),
                    learned));
            final Trainer trainer = new Trainer(rows.data().features().selectColumns(start.mask().units(0)),
                start.mask(), settings.training(), engine);
            final TrainedNetwork trained = own.trained("network", start, () -> new TrainedNetwork(
                trainer.trainFor(epochs, start.network(), task, monitor::isCancelled), 0, epochs, epochs));
            final NetworkEnsemble networks = new NetworkEnsemble(List.of(start.with(trained.network())));
            monitor.progress(1, "");
            return new Made(networks, rows.unseenBy(learned) ? Optional.of(rows.score(networks)) : Optional.empty(),
                epochs);
        }

        private static int whole(final double epochs) {
            return (int)Math.max(1, Math.round(epochs));
        }
    }
}

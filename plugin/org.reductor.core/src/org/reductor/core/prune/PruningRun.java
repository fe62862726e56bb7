/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainingDivergedException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A whole pruning run: train, score, drop, compact, round after round, and choose the round that wins by
 * the rows that judge.
 *
 * <p>Round 0 trains the unpruned control networks. Each later round starts from the control networks of the last
 * accepted round with more weights dropped. Folds have masks of their own, or share one, see {@link Judges}.
 */
public final class PruningRun {

    private final PruningSettings settings;
    private final Checkpoints checkpoints;
    private final RunMonitor monitor;
    private final List<Attempt> attempts = new ArrayList<>();
    private String stopped;

    private PruningRun(final PruningSettings settings, final Checkpoints checkpoints, final RunMonitor monitor) {
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.monitor = monitor;
    }

    /**
     * Prunes networks that are new, judged by those rows that the settings name.
     *
     * @param data training data without the test set
     * @param settings the choices
     * @param monitor hears the progress and may cancel
     * @return as {@link #run(Dataset, Dataset, PruningSettings, NetworkEnsemble, Engine, RunMonitor)}
     */
    public static PruningResult run(final Dataset data, final PruningSettings settings, final RunMonitor monitor) {
        return run(data, null, settings, null, monitor);
    }

    /**
     * A pruning run with this library's own engine.
     *
     * @param data training data without the test set
     * @param selection rows that decide which round wins; null to use those that the settings name
     * @param settings the choices
     * @param warmStart networks to go on from; null for new ones
     * @param monitor hears the progress and may cancel
     * @return as {@link #run(Dataset, Dataset, PruningSettings, NetworkEnsemble, Engine, RunMonitor)}
     */
    public static PruningResult run(final Dataset data, final Dataset selection, final PruningSettings settings,
        final NetworkEnsemble warmStart, final RunMonitor monitor) {
        return run(data, selection, settings, warmStart, Engine.of(settings.training()), monitor);
    }

    /**
     * A pruning run.
     *
     * @param data training data without the test set
     * @param selection rows that decide which round wins, in place of rows of the training data, which then are all in
     *            the folds; null to use those that the settings name. Not the final test set: what chooses a round no
     *            longer tells how good it is
     * @param settings the choices
     * @param warmStart networks to go on from, for example of an earlier run; null for new ones. Their weights, mask
     *            and target scale are kept, and the settings' hidden units, activation and target scaling are not used;
     *            fold {@code i} starts from member {@code i} modulo their number
     * @param engine what trains the networks; the one that the settings name
     * @param monitor hears the progress and may cancel
     * @return the winning networks, the control of round 0 and the history. If the training of a later round diverges,
     *         the run stops and the result is that of the rounds before
     * @throws IllegalArgumentException if the data do not suffice or do not fit, or networks would be too large, saying
     *             what is missing
     * @throws CancellationException if the monitor says so
     * @throws TrainingDivergedException if the training of round 0 diverges
     */
    public static PruningResult run(final Dataset data, final Dataset selection, final PruningSettings settings,
        final NetworkEnsemble warmStart, final Engine engine, final RunMonitor monitor) {
        return run(RunRows.of(data, selection, settings.ensemble()), settings, warmStart, engine, Checkpoints.NONE,
            monitor);
    }

    /**
     * A pruning run on rows that were divided in any way.
     *
     * @param rows what each row is there for; as many folds as the settings name
     * @param settings the choices; those of judges and hold-out are not looked at
     * @param warmStart networks to go on from; null for new ones
     * @param engine what trains the networks; the one that the settings name
     * @param checkpoints keep what has been trained, so that the run can be gone on with: those of a run with equal
     *            arguments
     * @param monitor hears the progress and may cancel
     * @return as {@link #run(Dataset, Dataset, PruningSettings, NetworkEnsemble, Engine, RunMonitor)}, the same whatever
     *         the checkpoints know
     * @throws java.io.UncheckedIOException if the checkpoints cannot be written
     */
    public static PruningResult run(final RunRows rows, final PruningSettings settings,
        final NetworkEnsemble warmStart, final Engine engine, final Checkpoints checkpoints,
        final RunMonitor monitor) {
        try (Rounds rounds = new Rounds(rows, settings.ensemble(), engine, checkpoints)) {
            final RoundInput first =
                warmStart == null ? rounds.first() : rounds.from(warmStart, 0, new long[warmStart.size()]);
            if (settings.criterion().needsPerturbedNetworks()) {
                rounds.requireRoom(first.networks().largestSizes(), settings.perturbation());
            }
            return new PruningRun(settings, checkpoints, monitor).execute(rounds, first);
        }
    }

    private PruningResult execute(final Rounds rounds, final RoundInput first) {
        if (settings.criterion().needsPerturbedNetworks()) {
            settings.perturbation().requireFit(first.networks().tasks());
        }
        RoundInput next = first;
        List<double[][]> scores = null;
        double dropFactor = 1;
        for (int number = 0; number <= settings.rounds() && next != null; number++) {
            final boolean last = number == settings.rounds();
            final Attempt attempt;
            try {
                attempt = attempt(rounds, number, next, last);
            } catch (final TrainingDivergedException e) {
                if (number == 0) {
                    throw e;
                }
                stopped = "Round " + number + " was given up, and the result is that of the rounds before it. "
                    + e.getMessage();
                break;
            }
            attempts.add(attempt);
            if (attempt.accepted && !last) {
                scores = attempt.score(settings);
            } else if (!attempt.accepted) {
                dropFactor *= 0.5;
            }
            attempt.forgetPerturbed();
            next = last ? null : nextRound(scores, dropFactor, number + 1);
        }
        return result();
    }

    private Attempt attempt(final Rounds rounds, final int number, final RoundInput start, final boolean last) {
        final long begin = System.nanoTime();
        final boolean perturb = settings.criterion().needsPerturbedNetworks() && !last;
        final boolean wait = settings.acceptance().rollsBack();
        final double each = 1.0 / (settings.rounds() + 1);
        // Perturbed networks that wait for the verdict on the controls take the rest of the round's share of the bar.
        final double controlsEnd =
            (number + (perturb && wait ? 1.0 / (1 + settings.perturbation().networks()) : 1)) * each;
        final RoundTraining training = rounds.train(start, last ? Set.of() : settings.criterion().needs(),
            perturb && !wait ? settings.perturbation() : null,
            monitor.part(number * each, controlsEnd, message(number, start)));
        final Attempt attempt = new Attempt(training);
        final List<JudgeScore> accepted = accepted().stream().map(a -> a.round.score()).toList();
        attempt.accepted =
            accepted.isEmpty() || settings.acceptance().accepts(attempt.round.score(), accepted);
        if (perturb && wait && attempt.accepted) {
            final PerturbedTraining second = rounds.perturb(attempt.round, settings.perturbation(),
                monitor.part(controlsEnd, (number + 1) * each, message(number, start)));
            attempt.perturbed = second;
        }
        attempt.seconds = checkpoints.ended("round-" + number, attempt.round.score().value(),
            (System.nanoTime() - begin) / 1e9);
        return attempt;
    }

    private String message(final int number, final RoundInput round) {
        final NetworkEnsemble networks = round.networks();
        final double kept = 100.0 * networks.allKeptWeights() / networks.size() / networks.originalWeights();
        return number == 0 ? "Training the unpruned networks"
            : String.format(Locale.ROOT, "Round %d of %d, %.3g %% of the weights kept", number, settings.rounds(),
                kept);
    }

    /** Drops weights of the last accepted round; null if nothing can be dropped any more. */
    private RoundInput nextRound(final List<double[][]> scores, final double dropFactor, final int number) {
        final List<Attempt> accepted = accepted();
        return accepted.get(accepted.size() - 1).round
            .prune(scores, settings.schedule(), dropFactor, settings.start())
            .map(round -> round.numbered(number)).orElse(null);
    }

    private List<Attempt> accepted() {
        return attempts.stream().filter(a -> a.accepted).toList();
    }

    private PruningResult result() {
        final Verdict verdict = Verdict.of(settings.acceptance(),
            attempts.stream().map(attempt -> attempt.record(settings.seed())).toList(),
            attempts.stream().map(attempt -> attempt.round.score()).toList(), settings.seed());
        final TrainedRound winner = attempts.get(verdict.winner()).round;
        final Attempt first = attempts.get(0);
        final double later = attempts.subList(1, Math.max(1, verdict.winner() + 1)).stream().filter(a -> a.accepted)
            .mapToDouble(a -> mean(a.controlEpochs)).sum();
        return new PruningResult(winner.networks(), first.round.networks(), winner.score(), first.round.score(),
            verdict.history(), new RunPath(first.round, mean(first.bestEpochs), later), Optional.ofNullable(stopped));
    }

    private static double mean(final int[] epochs) {
        return IntStream.of(epochs).average().orElseThrow();
    }

    /** A round that was trained. */
    private static final class Attempt {

        private final TrainedRound round;
        private final int[] controlEpochs;
        private final int[] bestEpochs;
        private PerturbedTraining perturbed;
        private OptionalDouble degreesOfFreedom = OptionalDouble.empty();
        private boolean accepted;
        private double seconds;

        private Attempt(final RoundTraining training) {
            round = training.round();
            perturbed = training.perturbed();
            controlEpochs = training.controlEpochs();
            bestEpochs = training.bestEpochs();
        }

        private List<double[][]> score(final PruningSettings settings) {
            return round.score(settings.criterion(), perturbed.folds(), settings.seed());
        }

        /** All rounds are kept to the end, and perturbed networks would take most of the memory. */
        private void forgetPerturbed() {
            degreesOfFreedom = perturbed.degreesOfFreedom();
            perturbed = new PerturbedTraining(List.of(), perturbed.epochs());
        }

        private RoundRecord record(final long seed) {
            return round.record(round.score(), seed, IntStream.of(controlEpochs).sum(), seconds,
                accepted ? RoundRecord.Status.PASSED : RoundRecord.Status.REJECTED)
                .withPerturbed(degreesOfFreedom, perturbed.epochs());
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.AffineScale;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.prune.RoundTrainer.Kind;
import org.reductor.core.prune.RoundTrainer.Trained;
import org.reductor.core.train.Seeds;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A whole pruning run: train, score, drop, compact, round after round, and choose the round that wins on the hold-out.
 *
 * <p>Round 0 trains the unpruned control networks. Each later round starts from the control networks of the last
 * accepted round with more weights dropped. All folds share one mask.
 */
public final class PruningRun {

    private final Dataset data;
    private final Dataset judges;
    private final int[] judgeRows;
    private final PruningSettings settings;
    private final RunMonitor monitor;
    private final DataSplit split;
    private final List<Attempt> attempts = new ArrayList<>();
    private String stopped;

    private PruningRun(final Dataset data, final Dataset selection, final PruningSettings settings,
        final RunMonitor monitor) {
        this.data = data;
        this.settings = settings;
        this.monitor = monitor;
        final long seed = Seeds.derive(settings.seed(), Purpose.SPLIT);
        if (selection == null) {
            split = DataSplit.of(data.rows(), settings.holdOutFraction(), settings.folds(), seed);
            judges = data;
            judgeRows = split.holdOut();
        } else {
            requireFeatures("The selection table has", selection.features().columns());
            split = DataSplit.withoutHoldOut(data.rows(), settings.folds(), seed);
            judges = selection;
            judgeRows = IntStream.range(0, selection.rows()).toArray();
        }
    }

    /**
     * Prunes networks that are new, judged on the hold-out.
     *
     * @param data training data without the test set
     * @param settings the choices
     * @param monitor hears the progress and may cancel
     * @return as {@link #run(Dataset, Dataset, PruningSettings, NetworkEnsemble, RunMonitor)}
     */
    public static PruningResult run(final Dataset data, final PruningSettings settings, final RunMonitor monitor) {
        return run(data, null, settings, null, monitor);
    }

    /**
     * A pruning run.
     *
     * @param data training data without the test set
     * @param selection rows that decide which round wins, in place of the hold-out, which then stays in the folds; null
     *            to use the hold-out. Not the final test set: what chooses a round no longer tells how good it is
     * @param settings the choices
     * @param warmStart networks to go on from, for example of an earlier run; null for new ones. Their weights, mask
     *            and target scale are kept, and the settings' hidden units, activation and target scaling are not used;
     *            fold {@code i} starts from member {@code i} modulo their number
     * @param monitor hears the progress and may cancel
     * @return the winning networks, the control of round 0 and the history. If the training of a later round diverges,
     *         the run stops and the result is that of the rounds before
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     * @throws CancellationException if the monitor says so
     * @throws TrainingDivergedException if the training of round 0 diverges
     */
    public static PruningResult run(final Dataset data, final Dataset selection, final PruningSettings settings,
        final NetworkEnsemble warmStart, final RunMonitor monitor) {
        final PruningRun run = new PruningRun(data, selection, settings, monitor);
        if (warmStart == null) {
            final TrainingSettings training = settings.training();
            final int[] hidden = training.hiddenUnits();
            final int[] sizes = new int[hidden.length + 2];
            sizes[0] = data.features().columns();
            System.arraycopy(hidden, 0, sizes, 1, hidden.length);
            sizes[sizes.length - 1] = 1;
            final Network start = Network.glorotUniform(sizes, training.activation(),
                Seeds.derive(settings.seed(), Purpose.INITIAL_WEIGHTS));
            return run.execute(Mask.full(sizes), Collections.nCopies(settings.folds(), start),
                training.targetScaling().fit(data.targets(), run.split.foldRows()));
        }
        run.requireFeatures("The networks to start from read", warmStart.inputs());
        final List<Network> members = warmStart.members();
        final List<Network> starts =
            IntStream.range(0, settings.folds()).mapToObj(fold -> members.get(fold % members.size())).toList();
        return run.execute(warmStart.mask(), starts, warmStart.targetScale());
    }

    private void requireFeatures(final String who, final int features) {
        if (features != data.features().columns()) {
            throw new IllegalArgumentException(who + " " + features + " features, but the training data have "
                + data.features().columns() + ". Make the features in the same way for both.");
        }
    }

    private PruningResult execute(final Mask firstMask, final List<Network> firstStarts, final AffineScale scale) {
        try (RoundTrainer trainer = new RoundTrainer(data, split, settings, scale, monitor)) {
            Step step = new Step(firstMask, firstStarts, 0);
            double[][] scores = null;
            double dropFactor = 1;
            for (int round = 0; round <= settings.rounds() && step != null; round++) {
                final boolean last = round == settings.rounds();
                final Attempt attempt;
                try {
                    attempt = attempt(trainer, round, step, scale, last);
                } catch (final TrainingDivergedException e) {
                    if (round == 0) {
                        throw e;
                    }
                    stopped = "Round " + round + " was given up, and the result is that of the rounds before it. "
                        + e.getMessage();
                    break;
                }
                attempts.add(attempt);
                if (attempt.accepted && !last) {
                    scores = settings.criterion().score().score(attempt.controls(), attempt.perturbed,
                        Seeds.derive(settings.seed(), Purpose.CRITERION, round));
                } else if (!attempt.accepted) {
                    dropFactor *= 0.5;
                }
                attempt.perturbed = List.of();
                step = last ? null : nextStep(scores, dropFactor);
            }
        }
        return result(scale);
    }

    private Attempt attempt(final RoundTrainer trainer, final int round, final Step step, final AffineScale scale,
        final boolean last) {
        final long start = System.nanoTime();
        final boolean perturb = settings.criterion().needsPerturbedNetworks() && !last;
        final boolean wait = settings.acceptance().rollsBack();
        final Trained first =
            trainer.train(round, step.mask, step.starts, perturb && !wait ? Kind.BOTH : Kind.CONTROLS, 0);
        final Attempt attempt = new Attempt(round, step, first, score(step.mask, first, scale));
        final List<HoldOutScore> accepted = accepted().stream().map(a -> a.score).toList();
        attempt.accepted = accepted.isEmpty() || settings.acceptance().accepts(attempt.score, accepted);
        if (perturb && wait && attempt.accepted) {
            final Trained second =
                trainer.train(round, step.mask, step.starts, Kind.PERTURBED, first.controls().size());
            attempt.perturbed = second.perturbed();
            attempt.epochs += second.epochs();
        }
        attempt.seconds = (System.nanoTime() - start) / 1e9;
        return attempt;
    }

    /** Drops weights of the last accepted round; null if nothing can be dropped any more. */
    private Step nextStep(final double[][] scores, final double dropFactor) {
        final List<Attempt> accepted = accepted();
        final Attempt from = accepted.get(accepted.size() - 1);
        final Mask mask = from.step.mask;
        final int[] foldRows = split.foldRows();
        final CsrMatrix features = data.features().selectColumns(mask.units(0));
        final boolean[] varies = features.varyingColumns(foldRows);
        final boolean[][] candidates = DropSelection.candidates(mask, varies);
        final long left = Arrays.stream(candidates).mapToLong(PruningRun::count).sum();
        final long drop = settings.schedule().count(mask.originalWeights(), left, dropFactor);
        if (drop == 0 || drop == left) {
            return null;
        }
        final boolean[][] kept = DropSelection.keep(mask, candidates, scores, drop);
        final Compaction compaction =
            Compaction.of(mask, kept, varies, features.denseRow(foldRows[0]));
        if (compaction.mask().keptWeights() == 0) {
            return null;
        }
        final List<Network> starts =
            settings.start() == RoundStart.INITIAL_WEIGHTS ? from.step.starts : from.controls();
        return new Step(compaction.mask(), starts.stream().map(compaction::apply).toList(), from.step.chosen + drop);
    }

    private HoldOutScore score(final Mask mask, final Trained trained, final AffineScale scale) {
        final Predictor predictor = new Predictor(new NetworkEnsemble(mask,
            trained.controls().stream().map(TrainedNetwork::network).toList(), scale));
        return HoldOutScore.of(predictor, judges, judgeRows);
    }

    private List<Attempt> accepted() {
        return attempts.stream().filter(a -> a.accepted).toList();
    }

    private PruningResult result(final AffineScale scale) {
        final long seed = Seeds.derive(settings.seed(), Purpose.BOOTSTRAP);
        final List<Attempt> accepted = accepted();
        final List<HoldOutScore> scores = accepted.stream().map(a -> a.score).toList();
        final int chosen = settings.acceptance().choose(scores, seed);
        final HoldOutScore reference = settings.acceptance().reference(scores.subList(0, chosen + 1));
        final Attempt winner = accepted.get(chosen);
        final List<RoundRecord> history =
            attempts.stream().map(a -> a.record(a == winner, reference, scale, seed)).toList();
        return new PruningResult(new NetworkEnsemble(winner.step.mask, winner.controls(), scale),
            new NetworkEnsemble(attempts.get(0).step.mask, attempts.get(0).controls(), scale), history,
            Optional.ofNullable(stopped));
    }

    private static long count(final boolean[] flags) {
        long total = 0;
        for (final boolean flag : flags) {
            total += flag ? 1 : 0;
        }
        return total;
    }

    /** What a round starts from: a mask, networks under it, and how many weights the criterion has chosen so far. */
    private record Step(Mask mask, List<Network> starts, long chosen) {
        private Step {
            Objects.requireNonNull(mask);
        }
    }

    /** A round that was trained. */
    private static final class Attempt {

        private final int round;
        private final Step step;
        private final List<TrainedNetwork> trained;
        private final HoldOutScore score;
        private List<List<Network>> perturbed;
        private int epochs;
        private boolean accepted;
        private double seconds;

        private Attempt(final int round, final Step step, final Trained trained, final HoldOutScore score) {
            this.round = round;
            this.step = step;
            this.trained = trained.controls();
            this.score = score;
            perturbed = trained.perturbed();
            epochs = trained.epochs();
        }

        private List<Network> controls() {
            return trained.stream().map(TrainedNetwork::network).toList();
        }

        private RoundRecord record(final boolean winner, final HoldOutScore reference, final AffineScale scale,
            final long seed) {
            final Mask mask = step.mask;
            final double validation =
                trained.stream().mapToDouble(TrainedNetwork::validationRmse).average().orElseThrow() * scale.scale();
            final RoundRecord.Status status = winner ? RoundRecord.Status.WINNER
                : accepted ? RoundRecord.Status.PASSED : RoundRecord.Status.REJECTED;
            return new RoundRecord(round, mask.originalWeights(), mask.originalWeights() - step.chosen,
                mask.keptWeights(), score.rmse(), score.standardErrorOfDifference(reference, seed), score.singleRmse(),
                validation, mask.hiddenUnits(), mask.units(0).length, epochs, seconds, status);
        }
    }
}

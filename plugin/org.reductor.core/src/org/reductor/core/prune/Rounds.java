/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.prune.criterion.InputStatistics;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The steps of pruning rounds on one data set, for those who drive them themselves; {@link PruningRun} is one such
 * driver. Control and perturbed networks of a round see the same rows in the same batches from the same start, whether
 * they are trained together or one after the other.
 */
public final class Rounds implements AutoCloseable {

    private final RunRows rows;
    private final EnsembleSettings settings;
    private final RoundTrainer trainer;

    /**
     * Rounds with this library's own engine.
     *
     * @param data training data without the test set
     * @param selection as in {@link RunRows#of}
     * @param settings how networks are trained
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     */
    public Rounds(final Dataset data, final Dataset selection, final EnsembleSettings settings) {
        this(RunRows.of(data, selection, settings), settings, Engine.of(settings.training()));
    }

    /**
     * @param rows what each row is there for; as many folds as the settings name
     * @param settings how networks are trained
     * @param engine what trains them; the one that the settings name
     * @throws IllegalArgumentException if the data do not suffice, saying what is missing
     */
    public Rounds(final RunRows rows, final EnsembleSettings settings, final Engine engine) {
        this(rows, settings, engine, Checkpoints.NONE);
    }

    /**
     * @param rows what each row is there for; as many folds as the settings name
     * @param settings how networks are trained
     * @param engine what trains them; the one that the settings name
     * @param checkpoints keep what has been trained
     * @throws IllegalArgumentException if the data do not suffice, saying what is missing
     */
    public Rounds(final RunRows rows, final EnsembleSettings settings, final Engine engine,
        final Checkpoints checkpoints) {
        this.rows = rows;
        this.settings = settings;
        rows.requireLearnable();
        trainer = new RoundTrainer(rows, settings, engine, checkpoints);
    }

    /**
     * @return round 0 with new networks; those that share a mask start from the same weights
     * @throws IllegalArgumentException if the networks would be too large, or cannot tell the targets apart, saying why
     */
    public RoundInput first() {
        final TrainingSettings training = settings.training();
        final Targets targets = rows.data().targets();
        final Heads[] heads = new Heads[rows.folds()];
        for (final MaskGroup group : rows.groups()) {
            final Heads ofGroup = Heads.of(targets, training.loss(), training.classLoss(), training.targetScaling(),
                group.rows());
            for (final int fold : group.folds()) {
                heads[fold] = ofGroup;
            }
        }
        final int[] sizes = training.sizes(rows.data().features().columns(), heads[0].outputs());
        Limits.requireNetwork(sizes);
        requireRoom(sizes, null);
        requireUsable(heads);
        final Mask mask = Mask.full(sizes);
        final List<Network> starts = IntStream.range(0, rows.groups().size() == 1 ? 1 : rows.folds()).parallel()
            .mapToObj(fold -> Network.glorotUniform(sizes, training.activation(), startSeed(fold))).toList();
        return new RoundInput(0, new long[rows.folds()], IntStream.range(0, rows.folds())
            .mapToObj(fold -> new Member(mask, starts.get(fold % starts.size()), heads[fold])).toList());
    }

    /** Networks that share a mask must start alike for their weights to compare; others differ, to err differently. */
    private long startSeed(final int fold) {
        return fold == 0 ? Seeds.derive(settings.seed(), Purpose.INITIAL_WEIGHTS)
            : Seeds.derive(settings.seed(), Purpose.INITIAL_WEIGHTS, fold);
    }

    /**
     * A round that starts from networks that are there already.
     *
     * @param networks the networks; fold {@code i} starts from member {@code i} modulo their number
     * @param round number of the round, which its random streams belong to
     * @param chosen weights that criteria have chosen so far, one number for each network
     * @return the round
     * @throws IllegalArgumentException if the networks read other features than the data have, predict other kinds of
     *             target, or cannot tell the targets apart
     */
    public RoundInput from(final NetworkEnsemble networks, final int round, final long[] chosen) {
        if (networks.inputs() != rows.data().features().columns()) {
            throw RunRows.otherFeatures("The networks to start from read", networks.inputs(), rows.data());
        }
        final Heads[] heads = new Heads[rows.folds()];
        final List<Member> starts = new ArrayList<>();
        final long[] ofFold = new long[rows.folds()];
        for (int fold = 0; fold < heads.length; fold++) {
            final Member member = networks.members().get(fold % networks.size());
            ofFold[fold] = chosen[fold % networks.size()];
            heads[fold] = member.heads().forTraining(rows.data().targets().tasks(), settings.training().loss(),
                settings.training().classLoss());
            starts.add(new Member(member.mask(), member.network(), heads[fold]));
        }
        requireUsable(heads);
        return new RoundInput(round, ofFold, starts);
    }

    private void requireUsable(final Heads[] heads) {
        for (int fold = 0; fold < heads.length; fold++) {
            ScaledTargets.requireUsable(rows.data().targets(), heads[fold], rows.rowsOf(fold));
        }
    }

    /**
     * @param sizes sizes of networks that are to be trained
     * @param perturbation how the perturbed networks' targets differ; null for controls only
     * @throws IllegalArgumentException if they would be too many or too large, see {@link Limits}
     */
    void requireRoom(final int[] sizes, final Perturbation perturbation) {
        trainer.requireRoom(sizes, perturbation == null ? 0 : perturbation.networks());
    }

    /**
     * Trains the control networks of a round and, side by side, its perturbed ones.
     *
     * @param input what to start from
     * @param needs what is to be found out for a criterion; perturbed networks are trained here only if a perturbation
     *            is given
     * @param perturbation how the perturbed networks' targets differ; null to train controls only
     * @param monitor hears the progress and may cancel
     * @return the trained networks
     * @throws CancellationException if the monitor says so
     * @throws IllegalArgumentException if the networks would be too many
     * @throws TrainingDivergedException if a training diverges
     */
    public RoundTraining train(final RoundInput input, final Set<Need> needs, final Perturbation perturbation,
        final RunMonitor monitor) {
        final RoundTrainer.Trained trained = trainer.train(input, null, needs, perturbation, monitor);
        final List<RoundTrainer.Control> controls = trained.controls();
        final List<Network> networks = controls.stream().map(control -> control.trained().network()).toList();
        final List<GroupStatistics> groups = MaskGroup.withOneMask(rows.groups(), input.starts()).stream().parallel()
            .map(group -> new GroupStatistics(group.folds(), InputStatistics.of(
                trained.features().get(group.folds()[0]), group.rows()),
                needs.contains(Need.ACTIVATIONS)
                    ? Arrays.stream(group.folds()).mapToObj(fold -> controls.get(fold).activations()).toList()
                    : List.of())).toList();
        final JudgeScore score = rows.score(TrainedRound.networks(input, networks));
        final double[] residuals = controls.stream().mapToDouble(RoundTrainer.Control::residual).toArray();
        return new RoundTraining(
            new TrainedRound(input, networks, groups, residuals, score, validationLoss(input, controls)),
            trained.perturbed(), controls.stream().mapToInt(control -> control.trained().epochs()).toArray(),
            controls.stream().mapToInt(control -> control.trained().bestEpochs()).toArray());
    }

    /** Mean over the folds, in the user's units if there are any. */
    private static double validationLoss(final RoundInput input, final List<RoundTrainer.Control> controls) {
        final double unit = lossUnit(input.starts().get(0).heads());
        return IntStream.range(0, controls.size())
            .mapToDouble(fold -> controls.get(fold).trained().validationLoss()
                * (lossUnit(input.starts().get(fold).heads()) / unit))
            .average().orElseThrow() * unit;
    }

    private static double lossUnit(final Heads heads) {
        return heads.size() == 1 ? heads.get(0).scale().scale() : 1;
    }

    /**
     * Trains the perturbed networks of a round alone.
     *
     * @param round the round with its control networks
     * @param perturbation how their targets differ
     * @param monitor hears the progress and may cancel
     * @return the perturbed networks
     * @throws CancellationException if the monitor says so
     * @throws IllegalArgumentException if the networks would be too many
     * @throws TrainingDivergedException if a training diverges
     */
    public PerturbedTraining perturb(final TrainedRound round, final Perturbation perturbation,
        final RunMonitor monitor) {
        perturbation.requireFit(round.input().starts().get(0).heads().tasks());
        return trainer.train(round.input(), round.controls(), Set.of(), perturbation, monitor).perturbed();
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        trainer.close();
    }
}

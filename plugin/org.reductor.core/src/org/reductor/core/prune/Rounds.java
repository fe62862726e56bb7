/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Seeds;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.prune.criterion.InputStatistics;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.train.TrainingSettings;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The steps of pruning rounds on one data set, for those who drive them themselves; {@link PruningRun} is one such
 * driver. Control and perturbed networks of a round see the same rows in the same batches from the same start, whether
 * they are trained together or one after the other.
 */
public final class Rounds implements AutoCloseable {

    private final Dataset data;
    private final RunRows rows;
    private final EnsembleSettings settings;
    private final RoundTrainer trainer;

    /**
     * Rounds with this library's own engine.
     *
     * @param data training data without the test set
     * @param selection as in {@link #Rounds(Dataset, Dataset, EnsembleSettings, Engine)}
     * @param settings how networks are trained
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     */
    public Rounds(final Dataset data, final Dataset selection, final EnsembleSettings settings) {
        this(data, selection, settings, Engine.of(settings.training()));
    }

    /**
     * @param data training data without the test set
     * @param selection rows that judge rounds, in place of the hold-out, which then stays in the folds; null to use the
     *            hold-out
     * @param settings how networks are trained
     * @param engine what trains them; the one that the settings name
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     */
    public Rounds(final Dataset data, final Dataset selection, final EnsembleSettings settings, final Engine engine) {
        this.data = data;
        this.settings = settings;
        rows = RunRows.of(data, selection, settings);
        trainer = new RoundTrainer(data, rows.split(), settings, engine);
    }

    /**
     * @return round 0 with new networks, the same for every fold
     * @throws IllegalArgumentException if the networks would be too large, or cannot tell the targets apart, saying why
     */
    public PreparedRound first() {
        final TrainingSettings training = settings.training();
        final Heads heads = Heads.of(data.targets(), training.loss(), training.classLoss(), training.targetScaling(),
            rows.split().foldRows());
        final int[] sizes = training.sizes(data.features().columns(), heads.outputs());
        Limits.requireNetwork(sizes);
        requireRoom(sizes, null);
        ScaledTargets.requireUsable(data.targets(), heads, rows.split().foldRows());
        final Network start = Network.glorotUniform(sizes, training.activation(),
            Seeds.derive(settings.seed(), Purpose.INITIAL_WEIGHTS));
        return new PreparedRound(0, 0, Mask.full(sizes), Collections.nCopies(settings.folds(), start), heads);
    }

    /**
     * A round that starts from networks that are there already.
     *
     * @param networks the networks; fold {@code i} starts from member {@code i} modulo their number
     * @param round number of the round, which its random streams belong to
     * @param chosen weights that criteria have chosen so far
     * @return the round
     * @throws IllegalArgumentException if the networks read other features than the data have, predict other kinds of
     *             target, or cannot tell the targets apart
     */
    public PreparedRound from(final NetworkEnsemble networks, final int round, final long chosen) {
        if (networks.inputs() != data.features().columns()) {
            throw RunRows.otherFeatures("The networks to start from read", networks.inputs(), data);
        }
        final Heads heads = networks.heads().forTraining(data.targets().tasks(), settings.training().loss(),
            settings.training().classLoss());
        ScaledTargets.requireUsable(data.targets(), heads, rows.split().foldRows());
        final List<Network> members = networks.members();
        return new PreparedRound(round, chosen, networks.mask(),
            IntStream.range(0, settings.folds()).mapToObj(fold -> members.get(fold % members.size())).toList(),
            heads);
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
     * What one training of a round gives.
     *
     * @param round the round with its control networks
     * @param perturbed for each fold its perturbed networks; empty lists if none were asked for
     * @param epochs of all networks together
     */
    public record Training(TrainedRound round, List<List<Network>> perturbed, int epochs) {
    }

    /**
     * Trains the control networks of a round and, side by side, its perturbed ones.
     *
     * @param round what to start from
     * @param perturbation how the perturbed networks' targets differ; null to train controls only
     * @param monitor hears the progress and may cancel
     * @return the trained networks
     * @throws CancellationException if the monitor says so
     * @throws IllegalArgumentException if the networks would be too many
     * @throws TrainingDivergedException if a training diverges
     */
    public Training train(final PreparedRound round, final Perturbation perturbation, final RunMonitor monitor) {
        final RoundTrainer.Trained trained = trainer.train(round, true, perturbation, monitor);
        final List<Network> controls = trained.controls().stream().map(TrainedNetwork::network).toList();
        final Predictor predictor = new Predictor(new NetworkEnsemble(round.mask(), controls, round.heads()));
        final double validation =
            trained.controls().stream().mapToDouble(TrainedNetwork::validationLoss).average().orElseThrow();
        final InputStatistics inputs =
            InputStatistics.of(data.features().selectColumns(round.mask().units(0)), rows.split().foldRows());
        return new Training(new TrainedRound(round, controls, inputs,
            JudgeScore.of(predictor, rows.judges(), rows.judgeRows(), scoreUnits()),
            validation * lossUnit(round.heads())), trained.perturbed(), trained.epochs());
    }

    /** What the scores of the tasks are divided by: numbers of different units can only be averaged without them. */
    private double[] scoreUnits() {
        final double[] units = new double[data.targets().tasks().size()];
        for (int task = 0; task < units.length; task++) {
            final double deviation = units.length > 1 && data.targets().tasks().get(task).isNumber()
                ? data.targets().moments(task, rows.split().foldRows())[1] : 1;
            units[task] = deviation > 0 ? deviation : 1;
        }
        return units;
    }

    private static double lossUnit(final Heads heads) {
        return heads.size() == 1 ? heads.get(0).scale().scale() : 1;
    }

    /**
     * The perturbed networks of a round.
     *
     * @param networks for each fold its perturbed networks
     * @param epochs of all together
     */
    public record PerturbedTraining(List<List<Network>> networks, int epochs) {
    }

    /**
     * Trains the perturbed networks of a round alone.
     *
     * @param round what its control networks started from
     * @param perturbation how their targets differ
     * @param monitor hears the progress and may cancel
     * @return the perturbed networks
     * @throws CancellationException if the monitor says so
     * @throws IllegalArgumentException if the networks would be too many
     * @throws TrainingDivergedException if a training diverges
     */
    public PerturbedTraining perturb(final PreparedRound round, final Perturbation perturbation,
        final RunMonitor monitor) {
        perturbation.requireFit(round.heads().tasks());
        final RoundTrainer.Trained trained = trainer.train(round, false, perturbation, monitor);
        return new PerturbedTraining(trained.perturbed(), trained.epochs());
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        trainer.close();
    }
}

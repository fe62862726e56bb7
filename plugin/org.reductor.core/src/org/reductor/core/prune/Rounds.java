/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.train.Engine;
import org.reductor.core.train.Seeds;
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
    private final Dataset judges;
    private final int[] judgeRows;
    private final DataSplit split;
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
        final long seed = Seeds.derive(settings.seed(), Purpose.SPLIT);
        final List<int[]> strata = settings.rows().stratification().strata(data.targets());
        if (selection == null) {
            split = DataSplit.of(data.rows(), settings.holdOutFraction(), settings.folds(), seed, data.groups(),
                strata);
            judges = data;
            judgeRows = split.holdOut();
        } else {
            requireFeatures("The selection table has", selection.features().columns());
            split = DataSplit.withoutHoldOut(data.rows(), settings.folds(), seed, data.groups(), strata);
            judges = selection;
            judgeRows = IntStream.range(0, selection.rows()).toArray();
        }
        trainer = new RoundTrainer(data, split, settings, engine);
    }

    /** @return round 0 with new networks, the same for every fold */
    public PreparedRound first() {
        final TrainingSettings training = settings.training();
        final int[] hidden = training.hiddenUnits();
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = data.features().columns();
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = 1;
        final Network start = Network.glorotUniform(sizes, training.activation(),
            Seeds.derive(settings.seed(), Purpose.INITIAL_WEIGHTS));
        return new PreparedRound(0, 0, Mask.full(sizes), Collections.nCopies(settings.folds(), start),
            training.targetScaling().fit(data.targets(), split.foldRows()));
    }

    /**
     * A round that starts from networks that are there already.
     *
     * @param networks the networks; fold {@code i} starts from member {@code i} modulo their number
     * @param round number of the round, which its random streams belong to
     * @param chosen weights that criteria have chosen so far
     * @return the round
     * @throws IllegalArgumentException if the networks read other features than the data have
     */
    public PreparedRound from(final NetworkEnsemble networks, final int round, final long chosen) {
        requireFeatures("The networks to start from read", networks.inputs());
        final List<Network> members = networks.members();
        return new PreparedRound(round, chosen, networks.mask(),
            IntStream.range(0, settings.folds()).mapToObj(fold -> members.get(fold % members.size())).toList(),
            networks.targetScale());
    }

    private void requireFeatures(final String who, final int features) {
        if (features != data.features().columns()) {
            throw new IllegalArgumentException(who + " " + features + " features, but the training data have "
                + data.features().columns() + ". Make the features in the same way for both.");
        }
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
     * @throws TrainingDivergedException if a training diverges
     */
    public Training train(final PreparedRound round, final Perturbation perturbation, final RunMonitor monitor) {
        final RoundTrainer.Trained trained = trainer.train(round, true, perturbation, monitor);
        final List<Network> controls = trained.controls().stream().map(TrainedNetwork::network).toList();
        final Predictor predictor = new Predictor(new NetworkEnsemble(round.mask(), controls, round.scale()));
        final double validation =
            trained.controls().stream().mapToDouble(TrainedNetwork::validationRmse).average().orElseThrow();
        final InputStatistics inputs =
            InputStatistics.of(data.features().selectColumns(round.mask().units(0)), split.foldRows());
        return new Training(new TrainedRound(round, controls, inputs, HoldOutScore.of(predictor, judges, judgeRows),
            validation * round.scale().scale()), trained.perturbed(), trained.epochs());
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
     * @throws TrainingDivergedException if a training diverges
     */
    public PerturbedTraining perturb(final PreparedRound round, final Perturbation perturbation,
        final RunMonitor monitor) {
        final RoundTrainer.Trained trained = trainer.train(round, false, perturbation, monitor);
        return new PerturbedTraining(trained.perturbed(), trained.epochs());
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        trainer.close();
    }
}

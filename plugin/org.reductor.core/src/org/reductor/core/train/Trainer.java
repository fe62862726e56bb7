/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.LossSum;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Trains one network at a time with mini-batches and early stopping on the validation rows (as Keras' EarlyStopping
 * with restored best weights). The best weights are taken under the mask; with classes, those that the training started
 * from count as well, see {@link org.reductor.core.objective.Objective#startMayBeBest}. Thread-safe: all state of a
 * training is local to the call.
 */
public final class Trainer {

    /** So many times the error at the start, or the size of the targets, is taken for divergence. */
    private static final double HOPELESS = 1000;

    private final CsrMatrix features;
    private final Mask mask;
    private final TrainingSettings settings;
    private final Engine engine;

    /**
     * @param features one column for each input that remains under the mask
     * @param mask which weights are kept
     * @param settings how to train
     * @throws IllegalArgumentException if the settings name another engine than this library's
     */
    public Trainer(final CsrMatrix features, final Mask mask, final TrainingSettings settings) {
        this(features, mask, settings, Engine.of(settings));
    }

    /**
     * @param features one column for each input that remains under the mask
     * @param mask which weights are kept
     * @param settings how to train
     * @param engine what does the arithmetic; the one that the settings name
     */
    public Trainer(final CsrMatrix features, final Mask mask, final TrainingSettings settings, final Engine engine) {
        if (features.columns() != mask.units(0).length) {
            throw new IllegalArgumentException("The mask keeps " + mask.units(0).length
                + " inputs, but there are " + features.columns() + " features.");
        }
        if (engine.kind() != settings.engine()) {
            throw new IllegalArgumentException(
                "The settings name the engine " + settings.engine() + ", but got " + engine.kind() + ".");
        }
        this.features = features;
        this.mask = mask;
        this.settings = settings;
        this.engine = engine;
    }

    /**
     * Trains a copy of a network.
     *
     * @param start the network to start from; weights that are not kept must be zero
     * @param task what to learn from
     * @param cancelled asked once a batch
     * @return the network with the weights of its best epoch; 0 of them if the start was best
     * @throws CancellationException if {@code cancelled} says so
     * @throws TrainingDivergedException if the error is no longer finite, or so large that no epoch will mend it
     */
    public TrainedNetwork train(final Network start, final TrainingTask task, final BooleanSupplier cancelled) {
        final Engine.Training epochs = engine.begin(start, features, mask, settings, task, cancelled);
        final double startError = epochs.validationLoss();
        final double hopeless = HOPELESS * Math.max(startError, lossOfZero(task));
        final Network best = start.copy();
        double bestError = task.targets().heads().startMayBeBest() ? startError : Double.POSITIVE_INFINITY;
        int bestEpoch = -1;
        int epoch = 0;
        while (epoch < settings.maxEpochs() && epoch - bestEpoch <= settings.patience()) {
            final double loss = epochs.run(epoch);
            final double error = epochs.validationLoss();
            if (!(error <= hopeless)) {
                throw new TrainingDivergedException(epoch, loss, error, settings.optimizer().learningRate(),
                    bestEpoch < 0 ? null : new TrainedNetwork(best, bestError, epoch, bestEpoch + 1));
            }
            if (error < bestError) {
                bestError = error;
                bestEpoch = epoch;
                epochs.copyTo(best);
            }
            epoch++;
        }
        return new TrainedNetwork(best, bestError, epoch, bestEpoch + 1);
    }

    /**
     * Trains a copy of a network for a given time, without stopping early: where no rows are left to stop on.
     *
     * @param epochs number of epochs
     * @param start the network to start from; weights that are not kept must be zero
     * @param task what to learn from; its validation rows are not looked at
     * @param cancelled asked once a batch
     * @return the network with the weights of the last epoch
     * @throws CancellationException if {@code cancelled} says so
     * @throws TrainingDivergedException if the loss is no longer finite
     */
    public Network trainFor(final int epochs, final Network start, final TrainingTask task,
        final BooleanSupplier cancelled) {
        final Engine.Training training = engine.begin(start, features, mask, settings, task, cancelled);
        for (int epoch = 0; epoch < epochs; epoch++) {
            final double loss = training.run(epoch);
            if (!Double.isFinite(loss)) {
                throw new TrainingDivergedException(epoch, loss, Double.NaN, settings.optimizer().learningRate(), null);
            }
        }
        final Network trained = start.copy();
        training.copyTo(trained);
        return trained;
    }

    /** The loss of a network that answers nothing: of numbers the root mean square of the training targets. */
    private static double lossOfZero(final TrainingTask task) {
        final Heads heads = task.targets().heads().stopping();
        final LossSum sum = new LossSum(task.targets().with(heads));
        final float[] gradient = new float[heads.outputs()];
        for (final int row : task.plan().rows()) {
            sum.add(row, new float[heads.outputs()], gradient);
        }
        return sum.value();
    }
}

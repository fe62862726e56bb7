/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Trains one network at a time with mini-batches, Adam and early stopping on the validation rows (as Keras'
 * EarlyStopping with restored best weights). The mask holds at every step: a pruned weight is zero whenever it is read.
 * Thread-safe: all state of a training is local to the call.
 */
public final class Trainer {

    private final CsrMatrix features;
    private final Mask mask;
    private final TrainingSettings settings;
    private final Engine engine;

    /**
     * @param features one column for each input that remains under the mask
     * @param mask which weights are kept
     * @param settings how to train
     */
    public Trainer(final CsrMatrix features, final Mask mask, final TrainingSettings settings) {
        this(features, mask, settings, Engine.LOOK_AHEAD);
    }

    Trainer(final CsrMatrix features, final Mask mask, final TrainingSettings settings, final Engine engine) {
        if (features.columns() != mask.units(0).length) {
            throw new IllegalArgumentException("The mask keeps " + mask.units(0).length
                + " inputs, but there are " + features.columns() + " features.");
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
     * @param plan training rows and batches
     * @param validation rows that decide when to stop
     * @param targets one a row of the features, in the networks' units
     * @param cancelled asked once a batch
     * @return the network with the weights of its best epoch
     * @throws CancellationException if {@code cancelled} says so
     * @throws TrainingDivergedException if the error is no longer finite
     */
    public TrainedNetwork train(final Network start, final BatchPlan plan, final int[] validation,
        final float[] targets, final BooleanSupplier cancelled) {
        final Network network = start.copy();
        final Epochs epochs = switch (engine) {
            case DENSE -> new DenseEpochs(network, features, mask, settings, plan, validation, targets,
                cancelled);
            case LOOK_AHEAD -> new LookAheadEpochs(network, features, mask, settings, plan, validation, targets,
                cancelled);
        };
        Network best = null;
        double bestError = Double.POSITIVE_INFINITY;
        int bestEpoch = -1;
        int epoch = 0;
        while (epoch < settings.maxEpochs() && epoch - bestEpoch <= settings.patience()) {
            epochs.run(epoch);
            final double error = epochs.validationRmse();
            if (!Double.isFinite(error)) {
                throw new TrainingDivergedException(epoch, settings.learningRate());
            }
            if (error < bestError) {
                bestError = error;
                bestEpoch = epoch;
                best = network.copy();
            }
            epoch++;
        }
        return new TrainedNetwork(best, bestError, epoch);
    }
}

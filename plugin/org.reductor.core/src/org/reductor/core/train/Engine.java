/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What does the arithmetic of a training. All engines compute the same up to rounding: {@link Trainer} decides when to
 * stop and which weights to keep, the engine runs the epochs. Thread-safe: each training has state of its own.
 */
public interface Engine {

    /** @return which engine this is, as settings name it */
    EngineKind kind();

    /**
     * Prepares a training.
     *
     * @param start the network to start from, which is not changed; weights that are not kept must be zero
     * @param features one column for each input of the network
     * @param mask which weights are kept; of the network's sizes
     * @param settings how to train
     * @param task what to learn from
     * @param cancelled asked once a batch
     * @return the training before its first epoch
     * @throws IllegalArgumentException if this engine does not know one of the settings, naming it and the remedy
     */
    Training begin(Network start, CsrMatrix features, Mask mask, TrainingSettings settings, TrainingTask task,
        BooleanSupplier cancelled);

    /**
     * @param helpers threads that trainings may ask for
     * @return this engine with them, or as it is if a training of it cannot use more than one thread of Java
     */
    default Engine helpedBy(final Helpers helpers) {
        return this;
    }

    /** One network in training; used by one thread at a time. */
    interface Training {

        /**
         * Runs one epoch, after which all weights are up to date and those that are not kept are zero.
         *
         * @param epoch counted from 0
         * @return mean loss of its batches
         * @throws CancellationException if the training is cancelled
         */
        double run(int epoch);

        /**
         * @return loss on the validation rows by the objectives that stop training, in the networks' target units: the
         *         root mean squared error of numbers, the cross-entropy of classes
         */
        double validationLoss();

        /** @param network receives the weights as they are now */
        void copyTo(Network network);
    }

    /**
     * The engine of this library.
     *
     * @return the fast engine
     */
    static Engine reductor() {
        return OwnEngine.DEFERRED;
    }

    /**
     * @param settings how networks are to be trained
     * @return the engine of this library
     * @throws IllegalArgumentException if the settings name another one, which has to be handed over
     */
    static Engine of(final TrainingSettings settings) {
        if (settings.engine() != EngineKind.REDUCTOR) {
            throw new IllegalArgumentException("The settings name the engine " + settings.engine()
                + ", which is not part of this library. Hand it over, or choose " + EngineKind.REDUCTOR + ".");
        }
        return reductor();
    }
}

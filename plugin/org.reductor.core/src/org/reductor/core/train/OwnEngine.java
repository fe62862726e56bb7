/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.function.BooleanSupplier;

/** How the first kernel, which holds nearly all weights, is updated. Both compute the same. */
enum OwnEngine implements Engine {

    /** Every weight at every step: the plain reference. */
    DENSE {
        @Override
        Epochs begin(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
            final TrainingTask task, final Helpers helpers, final BooleanSupplier cancelled) {
            return new DenseEpochs(start, features, mask, settings, task, cancelled);
        }
    },

    /** Only weights of features that are in the batch, with all updates until their next batch at once. */
    DEFERRED {
        @Override
        Epochs begin(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
            final TrainingTask task, final Helpers helpers, final BooleanSupplier cancelled) {
            return new DeferredEpochs(start, features, mask, settings, task, helpers, cancelled);
        }
    };

    abstract Epochs begin(Network start, CsrMatrix features, Mask mask, TrainingSettings settings, TrainingTask task,
        Helpers helpers, BooleanSupplier cancelled);

    @Override
    public Epochs begin(final Network start, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
        return begin(start, features, mask, settings, task, Helpers.NONE, cancelled);
    }

    @Override
    public Engine helpedBy(final Helpers helpers) {
        return new Helped(this, helpers);
    }

    @Override
    public EngineKind kind() {
        return EngineKind.REDUCTOR;
    }

    /**
     * An engine whose trainings may ask for further threads.
     *
     * @param engine the engine
     * @param helpers the threads
     */
    private record Helped(OwnEngine engine, Helpers helpers) implements Engine {

        @Override
        public EngineKind kind() {
            return engine.kind();
        }

        @Override
        public Training begin(final Network start, final CsrMatrix features, final Mask mask,
            final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
            return engine.begin(start, features, mask, settings, task, helpers, cancelled);
        }
    }
}

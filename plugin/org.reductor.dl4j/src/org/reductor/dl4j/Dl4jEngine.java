/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Limits;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/** DL4J as a training engine: every weight and every feature at every step, with dense arithmetic on ND4J. */
final class Dl4jEngine implements Engine {

    @Override
    public EngineKind kind() {
        return EngineKind.DL4J;
    }

    @Override
    public Training begin(final Network start, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
        if (settings.dropout() > 0) {
            throw new IllegalArgumentException("The dropout is " + settings.dropout() + ", but the DL4J engine trains "
                + "without: its dropout could not be repeated with the same seed. Set the dropout to 0, or choose "
                + "Reductor's own engine.");
        }
        final long values = (long)task.plan().batchSize() * features.columns();
        if (values > Limits.WEIGHTS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "A batch of %,d rows with %,d features has "
                + "%,d numbers, and the DL4J engine, whose batches are dense, takes at most %,d. Choose a smaller "
                + "batch size, or Reductor's own engine.", task.plan().batchSize(), features.columns(), values,
                Limits.WEIGHTS));
        }
        return new Dl4jTraining(MultiLayerNetworks.forTraining(start, updater(settings.optimizer())), features, mask,
            settings, task, cancelled);
    }

    private static IUpdater updater(final Optimizer optimizer) {
        return switch (optimizer.kind()) {
            case ADAM -> new Adam(optimizer.learningRate(), Optimizer.BETA1, Optimizer.BETA2, Optimizer.EPSILON);
            case SGD -> {
                if (optimizer.momentum() > 0) {
                    throw new IllegalArgumentException("The momentum is " + optimizer.momentum() + ", but DL4J knows "
                        + "only Nesterov's. Set the momentum to 0, or choose Reductor's own engine.");
                }
                yield new Sgd(optimizer.learningRate());
            }
        };
    }
}

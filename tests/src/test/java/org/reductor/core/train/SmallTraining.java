/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import java.util.Random;
import java.util.stream.IntStream;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;

/** Forty rows in batches of 8, each row with one feature; the last feature never occurs. */
final class SmallTraining {

    /** Steps an epoch. */
    static final int STEPS = 5;

    private final Mask mask;
    private final Network start;
    private final CsrMatrix features;
    private final TrainingTask task;

    SmallTraining(final Activation activation, final Mask mask) {
        this.mask = mask;
        start = Network.glorotUniform(mask.sizes(), activation, 3);
        for (int l = 0; l < mask.layers(); l++) {
            for (int i = 0; i < mask.kept(l).length; i++) {
                start.kernel(l)[i] = mask.kept(l)[i] ? start.kernel(l)[i] : 0;
            }
        }
        final int columns = mask.sizes()[0];
        final CsrMatrix.Builder builder = CsrMatrix.builder(columns);
        final Random random = new Random(4);
        final float[] targets = new float[8 * STEPS];
        for (int row = 0; row < targets.length; row++) {
            builder.addBinaryRow(new int[]{row % (columns - 1)});
            targets[row] = (float)random.nextGaussian();
        }
        features = builder.build();
        final int[] rows = IntStream.range(0, targets.length).toArray();
        task = new TrainingTask(new BatchPlan(rows, 8, 6), rows, OneNumber.of(targets, Objectives.RMSE));
    }

    /** The network that training starts from; may be changed before. */
    Network start() {
        return start;
    }

    Epochs begin(final OwnEngine engine, final Optimizer optimizer, final MaskTiming timing) {
        return engine.begin(start, features, mask, TrainingSettings.defaults().withOptimizer(optimizer)
            .withBatchSize(8).withActivation(start.hidden()).withMaskTiming(timing), task, () -> false);
    }

    Network run(final OwnEngine engine, final Optimizer optimizer, final MaskTiming timing, final int epochs) {
        final Epochs training = begin(engine, optimizer, timing);
        for (int epoch = 0; epoch < epochs; epoch++) {
            training.run(epoch);
        }
        final Network trained = start.copy();
        training.copyTo(trained);
        return trained;
    }
}

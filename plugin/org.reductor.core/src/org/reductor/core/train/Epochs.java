/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.ForwardPass;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The state of one training and what both engines share: batches, forward and backward pass, the upper layers. After
 * each epoch all weights are up to date.
 */
abstract class Epochs {

    final Network network;
    final CsrMatrix features;
    final Adam adam;
    final float[] factors;

    /** For each row of the batch the derivative of the loss by the inputs of the first hidden layer. */
    final float[][] firstDeltas;

    private final Loss loss;
    private final BatchPlan plan;
    private final float[] targets;
    private final BooleanSupplier cancelled;
    private final ForwardPass[] passes;
    private final UpperLayers upper;
    private final float[] errors;
    private int step;

    Epochs(final Network network, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final BatchPlan plan, final float[] targets, final BooleanSupplier cancelled) {
        this.network = network;
        this.features = features;
        adam = Adam.withLearningRate(settings.learningRate());
        factors = mask.factors(0);
        loss = settings.loss();
        this.plan = plan;
        this.targets = targets;
        this.cancelled = cancelled;
        final int batchSize = Math.min(plan.batchSize(), plan.rows().length);
        firstDeltas = new float[batchSize][network.size(1)];
        passes = new ForwardPass[batchSize];
        for (int i = 0; i < batchSize; i++) {
            passes[i] = new ForwardPass(network);
        }
        upper = new UpperLayers(network, mask);
        errors = new float[batchSize];
    }

    /**
     * Runs one epoch.
     *
     * @param epoch counted from 0
     * @throws CancellationException if the training is cancelled
     */
    final void run(final int epoch) {
        final int[] order = plan.order(epoch);
        begin(order, errors.length, step + 1);
        for (int from = 0; from < order.length; from += errors.length) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            batch(order, from, Math.min(errors.length, order.length - from));
        }
    }

    /**
     * @param rows rows of the features
     * @return root mean squared error, in the networks' target units
     */
    final double rmse(final int[] rows) {
        double sum = 0;
        for (final int row : rows) {
            final double error = passes[0].run(features, row) - targets[row];
            sum += error * error;
        }
        return Math.sqrt(sum / rows.length);
    }

    /** Before the first batch of an epoch. */
    abstract void begin(int[] order, int batchSize, int firstStep);

    /** The step of the first kernel for the batch {@code order[from .. from + count - 1]}. */
    abstract void updateFirstKernel(int[] order, int from, int count, int thisStep);

    private void batch(final int[] order, final int from, final int count) {
        for (int i = 0; i < count; i++) {
            errors[i] = passes[i].run(features, order[from + i]) - targets[order[from + i]];
        }
        final float factor = loss.derivativeFactor(loss.value(errors, count), count);
        for (int i = 0; i < count; i++) {
            upper.backward(passes[i], factor * errors[i], firstDeltas[i]);
        }
        step++;
        updateFirstKernel(order, from, count, step);
        upper.update(adam, adam.stepSize(step));
    }
}

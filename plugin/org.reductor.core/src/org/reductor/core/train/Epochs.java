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

    /** For each row of the batch the inputs of the first hidden layer, which the forward pass turns into outputs. */
    final float[][] firstSums;

    /** For each row of the batch the derivative of the loss by the inputs of the first hidden layer. */
    final float[][] firstDeltas;

    private final Loss loss;
    private final BatchPlan plan;
    private final int[] validation;
    private final float[] targets;
    private final BooleanSupplier cancelled;
    private final ForwardPass[] passes;
    private final UpperLayers upper;
    private final float[] errors;
    private int step;

    Epochs(final Network network, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final BatchPlan plan, final int[] validation, final float[] targets,
        final BooleanSupplier cancelled) {
        this.network = network;
        this.features = features;
        adam = Adam.withLearningRate(settings.learningRate());
        factors = mask.factors(0);
        loss = settings.loss();
        this.plan = plan;
        this.validation = validation;
        this.targets = targets;
        this.cancelled = cancelled;
        final int batchSize = Math.min(plan.batchSize(), plan.rows().length);
        firstDeltas = new float[batchSize][network.size(1)];
        firstSums = new float[batchSize][];
        passes = new ForwardPass[batchSize];
        for (int i = 0; i < batchSize; i++) {
            passes[i] = new ForwardPass(network);
            firstSums[i] = passes[i].output(0);
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

    /** @return root mean squared error on the validation rows, in the networks' target units */
    final double validationRmse() {
        double sum = 0;
        for (int from = 0; from < validation.length; from += passes.length) {
            final int count = Math.min(passes.length, validation.length - from);
            startWithBiases(count);
            addInputs(validation, from, count, true);
            for (int i = 0; i < count; i++) {
                final double error = passes[i].finish() - targets[validation[from + i]];
                sum += error * error;
            }
        }
        return Math.sqrt(sum / validation.length);
    }

    /**
     * Adds the inputs of rows to {@link #firstSums}, for each row in the order of its features.
     *
     * @param rows the rows of the epoch or of the validation
     * @param from position of the first row
     * @param count number of rows, at most one batch
     * @param validating whether these are validation rows
     */
    abstract void addInputs(int[] rows, int from, int count, boolean validating);

    /** Before the first batch of an epoch. */
    abstract void begin(int[] order, int batchSize, int firstStep);

    /** The step of the first kernel for the batch {@code order[from .. from + count - 1]}. */
    abstract void updateFirstKernel(int[] order, int from, int count, int thisStep);

    private void batch(final int[] order, final int from, final int count) {
        startWithBiases(count);
        addInputs(order, from, count, false);
        for (int i = 0; i < count; i++) {
            errors[i] = passes[i].finish() - targets[order[from + i]];
        }
        final float factor = loss.derivativeFactor(loss.value(errors, count), count);
        for (int i = 0; i < count; i++) {
            upper.backward(passes[i], factor * errors[i], firstDeltas[i]);
        }
        step++;
        updateFirstKernel(order, from, count, step);
        upper.update(adam, adam.stepSize(step));
    }

    private void startWithBiases(final int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(network.bias(0), 0, firstSums[i], 0, firstSums[i].length);
        }
    }
}

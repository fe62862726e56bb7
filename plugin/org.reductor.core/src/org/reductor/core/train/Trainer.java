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
 * Trains one network at a time with mini-batches, Adam and early stopping on the validation rows (as Keras'
 * EarlyStopping with restored best weights). The mask holds at every step: a pruned weight is zero whenever it is read.
 * Thread-safe: all state of a training is local to the call.
 */
public final class Trainer {

    private final CsrMatrix features;
    private final Mask mask;
    private final TrainingSettings settings;

    /**
     * @param features one column for each input that remains under the mask
     * @param mask which weights are kept
     * @param settings how to train
     */
    public Trainer(final CsrMatrix features, final Mask mask, final TrainingSettings settings) {
        if (features.columns() != mask.units(0).length) {
            throw new IllegalArgumentException("The mask keeps " + mask.units(0).length
                + " inputs, but there are " + features.columns() + " features.");
        }
        this.features = features;
        this.mask = mask;
        this.settings = settings;
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
        final Epochs epochs = new Epochs(start.copy(), plan, targets, cancelled);
        Network best = null;
        double bestError = Double.POSITIVE_INFINITY;
        int bestEpoch = -1;
        int epoch = 0;
        while (epoch < settings.maxEpochs() && epoch - bestEpoch <= settings.patience()) {
            epochs.run(epoch);
            final double error = epochs.rmse(validation);
            if (!Double.isFinite(error)) {
                throw new TrainingDivergedException(epoch, settings.learningRate());
            }
            if (error < bestError) {
                bestError = error;
                bestEpoch = epoch;
                best = epochs.network.copy();
            }
            epoch++;
        }
        return new TrainedNetwork(best, bestError, epoch);
    }

    /** The state of one training. */
    private final class Epochs {

        private final Network network;
        private final BatchPlan plan;
        private final float[] targets;
        private final BooleanSupplier cancelled;
        private final ForwardPass pass;
        private final Gradients gradients;
        private final Adam adam = Adam.withLearningRate(settings.learningRate());
        private final Moments moments;
        private final boolean[] touched;
        private final float[] errors;
        private int step;

        private Epochs(final Network network, final BatchPlan plan, final float[] targets,
            final BooleanSupplier cancelled) {
            this.network = network;
            this.plan = plan;
            this.targets = targets;
            this.cancelled = cancelled;
            pass = new ForwardPass(network);
            gradients = new Gradients(network, mask);
            moments = new Moments(network);
            touched = new boolean[features.columns()];
            errors = new float[plan.batchSize()];
        }

        private void run(final int epoch) {
            final int[] order = plan.order(epoch);
            for (int from = 0; from < order.length; from += plan.batchSize()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                batch(order, from, Math.min(plan.batchSize(), order.length - from));
            }
        }

        private void batch(final int[] order, final int from, final int count) {
            // The factor of RMSE is known only after all errors of the batch, hence a second forward pass a row.
            for (int i = 0; i < count; i++) {
                errors[i] = pass.run(features, order[from + i]) - targets[order[from + i]];
            }
            final float factor = settings.loss().derivativeFactor(settings.loss().value(errors, count), count);
            for (int i = 0; i < count; i++) {
                final int row = order[from + i];
                pass.run(features, row);
                gradients.add(pass, features, row, factor * errors[i]);
                for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                    touched[features.columnIndices()[p]] = true;
                }
            }
            update(adam.stepSize(++step));
        }

        private void update(final float stepSize) {
            final int width = network.size(1);
            for (int input = 0; input < touched.length; input++) {
                // A row of the first kernel that never had a gradient has zero moments: its update is exactly zero.
                if (touched[input]) {
                    updateKernel(0, input * width, (input + 1) * width, stepSize);
                }
            }
            for (int l = 1; l < network.layers(); l++) {
                updateKernel(l, 0, network.kernel(l).length, stepSize);
            }
            for (int l = 0; l < network.layers(); l++) {
                adam.update(network.bias(l), moments.firstOfBias[l], moments.secondOfBias[l], gradients.bias(l), 0,
                    network.bias(l).length, stepSize);
                gradients.clearBias(l);
            }
        }

        private void updateKernel(final int layer, final int from, final int to, final float stepSize) {
            gradients.mask(layer, from, to);
            adam.update(network.kernel(layer), moments.firstOfKernel[layer], moments.secondOfKernel[layer],
                gradients.kernel(layer), from, to, stepSize);
            gradients.clearKernel(layer, from, to);
        }

        private double rmse(final int[] rows) {
            double sum = 0;
            for (final int row : rows) {
                final double error = pass.run(features, row) - targets[row];
                sum += error * error;
            }
            return Math.sqrt(sum / rows.length);
        }
    }

    /** Adam's first and second moments of every weight and bias. */
    private static final class Moments {

        private final float[][] firstOfKernel;
        private final float[][] secondOfKernel;
        private final float[][] firstOfBias;
        private final float[][] secondOfBias;

        private Moments(final Network network) {
            final int layers = network.layers();
            firstOfKernel = new float[layers][];
            secondOfKernel = new float[layers][];
            firstOfBias = new float[layers][];
            secondOfBias = new float[layers][];
            for (int l = 0; l < layers; l++) {
                firstOfKernel[l] = new float[network.kernel(l).length];
                secondOfKernel[l] = new float[network.kernel(l).length];
                firstOfBias[l] = new float[network.bias(l).length];
                secondOfBias[l] = new float[network.bias(l).length];
            }
        }
    }
}

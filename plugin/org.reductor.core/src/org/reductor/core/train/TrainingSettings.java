/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.Activation;

import java.util.Arrays;
import java.util.Objects;

/**
 * How one network is built and trained.
 *
 * @param hiddenUnits units of each hidden layer, from the inputs to the output
 * @param activation what hidden units do
 * @param loss what each step makes smaller
 * @param optimizer how gradients move the weights
 * @param batchSize rows a step
 * @param maxEpochs passes over the training rows at the most
 * @param patience training stops when the validation error has not improved for so many epochs
 * @param dropout share of the hidden units that is silent in each step and row, from 0 to below 1 (Srivastava et al.
 *            2014); the others are amplified, so that nothing changes for predictions
 * @param maskTiming when pruned weights are set to zero
 * @param targetScaling in which units the networks see the target
 * @param engine what does the arithmetic
 */
public record TrainingSettings(int[] hiddenUnits, Activation activation, Loss loss, Optimizer optimizer,
    int batchSize, int maxEpochs, int patience, double dropout, MaskTiming maskTiming, TargetScaling targetScaling,
    EngineKind engine) {

    /** Checks the ranges. */
    public TrainingSettings {
        hiddenUnits = hiddenUnits.clone();
        if (hiddenUnits.length == 0 || Arrays.stream(hiddenUnits).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("The hidden layers are " + Arrays.toString(hiddenUnits)
                + "; give at least one layer, each with at least 1 unit.");
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(optimizer, "optimizer");
        requireAtLeastOne("batch size", batchSize);
        requireAtLeastOne("maximum number of epochs", maxEpochs);
        requireAtLeastOne("patience", patience);
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("The dropout is " + dropout
                + "; it must be from 0 (none) to below 1, for example 0.2.");
        }
        Objects.requireNonNull(maskTiming, "maskTiming");
        Objects.requireNonNull(targetScaling, "targetScaling");
        Objects.requireNonNull(engine, "engine");
    }

    /**
     * @return one hidden layer of 1,024 relu units, RMSE, Adam with rate .001, batches of 32 and patience 20, as
     *         published; the target is standardised
     */
    public static TrainingSettings defaults() {
        return new TrainingSettings(new int[]{1024}, Activation.RELU, Loss.RMSE, Optimizer.adam(1e-3), 32, 1000, 20, 0,
            MaskTiming.EVERY_STEP, TargetScaling.STANDARDIZE, EngineKind.REDUCTOR);
    }

    @Override
    public int[] hiddenUnits() {
        return hiddenUnits.clone();
    }

    /**
     * @param inputs number of features
     * @return number of inputs, of units in each hidden layer, and of outputs of a new network
     */
    public int[] sizes(final int inputs) {
        final int[] sizes = new int[hiddenUnits.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hiddenUnits, 0, sizes, 1, hiddenUnits.length);
        sizes[sizes.length - 1] = 1;
        return sizes;
    }

    /**
     * @param units units of each hidden layer
     * @return these settings with them
     */
    public TrainingSettings withHiddenUnits(final int... units) {
        return new TrainingSettings(units, activation, loss, optimizer, batchSize, maxEpochs, patience, dropout,
            maskTiming, targetScaling, engine);
    }

    /**
     * @param newActivation what hidden units do
     * @return these settings with it
     */
    public TrainingSettings withActivation(final Activation newActivation) {
        return new TrainingSettings(hiddenUnits, newActivation, loss, optimizer, batchSize, maxEpochs, patience,
            dropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newLoss what each step makes smaller
     * @return these settings with it
     */
    public TrainingSettings withLoss(final Loss newLoss) {
        return new TrainingSettings(hiddenUnits, activation, newLoss, optimizer, batchSize, maxEpochs, patience,
            dropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newOptimizer how gradients move the weights
     * @return these settings with it
     */
    public TrainingSettings withOptimizer(final Optimizer newOptimizer) {
        return new TrainingSettings(hiddenUnits, activation, loss, newOptimizer, batchSize, maxEpochs, patience,
            dropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newBatchSize rows a step
     * @return these settings with it
     */
    public TrainingSettings withBatchSize(final int newBatchSize) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, newBatchSize, maxEpochs, patience,
            dropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newMaxEpochs passes over the training rows at the most
     * @param newPatience epochs without improvement after which training stops
     * @return these settings with them
     */
    public TrainingSettings withEpochs(final int newMaxEpochs, final int newPatience) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, batchSize, newMaxEpochs, newPatience,
            dropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newDropout share of silent hidden units
     * @return these settings with it
     */
    public TrainingSettings withDropout(final double newDropout) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, batchSize, maxEpochs, patience,
            newDropout, maskTiming, targetScaling, engine);
    }

    /**
     * @param newTiming when pruned weights are set to zero
     * @return these settings with it
     */
    public TrainingSettings withMaskTiming(final MaskTiming newTiming) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, batchSize, maxEpochs, patience, dropout,
            newTiming, targetScaling, engine);
    }

    /**
     * @param newScaling in which units the networks see the target
     * @return these settings with it
     */
    public TrainingSettings withTargetScaling(final TargetScaling newScaling) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, batchSize, maxEpochs, patience, dropout,
            maskTiming, newScaling, engine);
    }

    /**
     * @param newEngine what does the arithmetic
     * @return these settings with it
     */
    public TrainingSettings withEngine(final EngineKind newEngine) {
        return new TrainingSettings(hiddenUnits, activation, loss, optimizer, batchSize, maxEpochs, patience, dropout,
            maskTiming, targetScaling, newEngine);
    }

    private static void requireAtLeastOne(final String name, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + name + " is " + value + "; it must be at least 1.");
        }
    }
}

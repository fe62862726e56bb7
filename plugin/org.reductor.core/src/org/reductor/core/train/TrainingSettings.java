/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.Activation;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.settings.Settings;

import java.util.Arrays;
import java.util.Objects;

/**
 * How one network is built and trained.
 *
 * @param hiddenUnits units of each hidden layer, from the inputs to the output
 * @param activation what hidden units do
 * @param loss what each step makes smaller where targets are numbers
 * @param classLoss what each step makes smaller where targets are classes
 * @param classWeights how much rows of a rare class count
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
public record TrainingSettings(int[] hiddenUnits, Activation activation, Objective loss, Objective classLoss,
    ClassWeights classWeights, Optimizer optimizer, int batchSize, int maxEpochs, int patience, double dropout,
    MaskTiming maskTiming, TargetScaling targetScaling, EngineKind engine) {

    /** Checks the ranges. */
    public TrainingSettings {
        hiddenUnits = hiddenUnits.clone();
        if (hiddenUnits.length == 0 || Arrays.stream(hiddenUnits).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("The hidden layers are " + Arrays.toString(hiddenUnits)
                + "; give at least one layer, each with at least 1 unit.");
        }
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(classLoss, "classLoss");
        Objects.requireNonNull(classWeights, "classWeights");
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
     * @return two hidden layers of 256 and 64 relu units, RMSE, Adam with rate .001, batches of 32 and patience 4; the
     *         target is standardised. Measured in docs/defaults.md
     */
    public static TrainingSettings defaults() {
        return new TrainingSettings(new int[]{256, 64}, Activation.RELU, Objectives.RMSE, Objectives.CROSS_ENTROPY,
            ClassWeights.NONE, Optimizer.adam(1e-3), 32, 1000, 4, 0,
            MaskTiming.EVERY_STEP, TargetScaling.STANDARDIZE, EngineKind.REDUCTOR);
    }

    /**
     * @return one hidden layer of 1,024 relu units, RMSE, Adam with rate .001, batches of 32 and patience 20, the
     *         target as it is and masks at the ends of epochs, as Gurbych and Prymachenko published them
     */
    public static TrainingSettings published2022() {
        return defaults().withHiddenUnits(1024).withEpochs(1000, 20).withMaskTiming(MaskTiming.EPOCH_END)
            .withTargetScaling(TargetScaling.NONE);
    }

    @Override
    public int[] hiddenUnits() {
        return hiddenUnits.clone();
    }

    /**
     * @param inputs number of features
     * @param outputs number of outputs
     * @return number of inputs, of units in each hidden layer, and of outputs of a new network
     */
    public int[] sizes(final int inputs, final int outputs) {
        final int[] sizes = new int[hiddenUnits.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hiddenUnits, 0, sizes, 1, hiddenUnits.length);
        sizes[sizes.length - 1] = outputs;
        return sizes;
    }

    /**
     * @param units units of each hidden layer
     * @return these settings with them
     */
    public TrainingSettings withHiddenUnits(final int... units) {
        return Settings.with(this, "hiddenUnits", units);
    }

    /**
     * @param newActivation what hidden units do
     * @return these settings with it
     */
    public TrainingSettings withActivation(final Activation newActivation) {
        return Settings.with(this, "activation", newActivation);
    }

    /**
     * @param newLoss what each step makes smaller where targets are numbers
     * @return these settings with it
     */
    public TrainingSettings withLoss(final Objective newLoss) {
        return Settings.with(this, "loss", newLoss);
    }

    /**
     * @param newLoss what each step makes smaller where targets are classes
     * @param newWeights how much rows of a rare class count
     * @return these settings with them
     */
    public TrainingSettings withClassLoss(final Objective newLoss, final ClassWeights newWeights) {
        return Settings.with(Settings.with(this, "classLoss", newLoss), "classWeights", newWeights);
    }

    /**
     * @param newOptimizer how gradients move the weights
     * @return these settings with it
     */
    public TrainingSettings withOptimizer(final Optimizer newOptimizer) {
        return Settings.with(this, "optimizer", newOptimizer);
    }

    /**
     * @param newBatchSize rows a step
     * @return these settings with it
     */
    public TrainingSettings withBatchSize(final int newBatchSize) {
        return Settings.with(this, "batchSize", newBatchSize);
    }

    /**
     * @param newMaxEpochs passes over the training rows at the most
     * @param newPatience epochs without improvement after which training stops
     * @return these settings with them
     */
    public TrainingSettings withEpochs(final int newMaxEpochs, final int newPatience) {
        return Settings.with(Settings.with(this, "maxEpochs", newMaxEpochs), "patience", newPatience);
    }

    /**
     * @param newDropout share of silent hidden units
     * @return these settings with it
     */
    public TrainingSettings withDropout(final double newDropout) {
        return Settings.with(this, "dropout", newDropout);
    }

    /**
     * @param newTiming when pruned weights are set to zero
     * @return these settings with it
     */
    public TrainingSettings withMaskTiming(final MaskTiming newTiming) {
        return Settings.with(this, "maskTiming", newTiming);
    }

    /**
     * @param newScaling in which units the networks see the target
     * @return these settings with it
     */
    public TrainingSettings withTargetScaling(final TargetScaling newScaling) {
        return Settings.with(this, "targetScaling", newScaling);
    }

    /**
     * @param newEngine what does the arithmetic
     * @return these settings with it
     */
    public TrainingSettings withEngine(final EngineKind newEngine) {
        return Settings.with(this, "engine", newEngine);
    }

    private static void requireAtLeastOne(final String name, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + name + " is " + value + "; it must be at least 1.");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import java.util.Arrays;

/**
 * How one network is built and trained.
 *
 * @param hiddenUnits units of each hidden layer, from the inputs to the output
 * @param loss what each step makes smaller
 * @param learningRate step size of Adam
 * @param batchSize rows a step
 * @param maxEpochs passes over the training rows at the most
 * @param patience training stops when the validation error has not improved for so many epochs
 * @param targetScaling in which units the networks see the target
 */
public record TrainingSettings(int[] hiddenUnits, Loss loss, double learningRate, int batchSize, int maxEpochs,
    int patience, TargetScaling targetScaling) {

    /** Checks the ranges. */
    public TrainingSettings {
        hiddenUnits = hiddenUnits.clone();
        if (hiddenUnits.length == 0 || Arrays.stream(hiddenUnits).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("The hidden layers are " + Arrays.toString(hiddenUnits)
                + "; give at least one layer, each with at least 1 unit.");
        }
        Adam.withLearningRate(learningRate);
        requireAtLeastOne("batch size", batchSize);
        requireAtLeastOne("maximum number of epochs", maxEpochs);
        requireAtLeastOne("patience", patience);
    }

    /** @return one hidden layer of 1,024 units, RMSE, rate .001, batches of 32 and patience 20, as published; target standardised */
    public static TrainingSettings defaults() {
        return new TrainingSettings(new int[]{1024}, Loss.RMSE, 1e-3, 32, 1000, 20, TargetScaling.STANDARDIZE);
    }

    @Override
    public int[] hiddenUnits() {
        return hiddenUnits.clone();
    }

    private static void requireAtLeastOne(final String name, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + name + " is " + value + "; it must be at least 1.");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Targets;

/**
 * A table, made into features and split.
 *
 * @param seed seed of everything random
 * @param recipe how the features were made; centres and scales are those of the training rows
 * @param training rows that a method may learn from
 * @param testFeatures features of the rows that it is to predict
 * @param testTargets what is true of them
 * @param cliffs positions of the test rows that are activity cliffs; empty where the table does not tell
 * @param unusable rows of the table that could not be made into features, or have no target
 * @param seen test rows whose features are those of a training row
 */
record Problem(long seed, FeatureRecipe recipe, Dataset training, CsrMatrix testFeatures, Targets testTargets,
    int[] cliffs, int unusable, int seen) {

    /** @return number of tasks */
    int tasks() {
        return testTargets.tasks().size();
    }

    /**
     * @param other another seed
     * @return the same rows with that seed
     */
    Problem withSeed(final long other) {
        return new Problem(other, recipe, training, testFeatures, testTargets, cliffs, unusable, seen);
    }
}

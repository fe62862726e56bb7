/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The perturbed networks of a round.
 *
 * @param folds those of each fold; empty if none were trained
 * @param epochs of all together
 */
public record PerturbedTraining(List<PerturbedFold> folds, int epochs) {

    /** None. */
    public static final PerturbedTraining NONE = new PerturbedTraining(List.of(), 0);

    /** Copies the list. */
    public PerturbedTraining {
        folds = List.copyOf(folds);
    }

    /** @return {@link PerturbedFold#degreesOfFreedom()}, the mean over the folds; empty if a fold has none */
    public OptionalDouble degreesOfFreedom() {
        return folds.stream().allMatch(fold -> fold.degreesOfFreedom().isPresent())
            ? folds.stream().mapToDouble(fold -> fold.degreesOfFreedom().getAsDouble()).average()
            : OptionalDouble.empty();
    }
}

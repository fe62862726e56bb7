/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.List;

/**
 * The perturbed networks of a round.
 *
 * @param folds those of each fold; empty if none were trained
 * @param epochs of all together
 */
public record PerturbedTraining(List<PerturbedFold> folds, int epochs) {

    /** Copies the list. */
    public PerturbedTraining {
        folds = List.copyOf(folds);
    }
}

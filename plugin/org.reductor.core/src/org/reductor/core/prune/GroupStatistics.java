/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.prune.criterion.InputStatistics;

import java.util.List;

/**
 * What pruning must know of folds whose networks share a mask.
 *
 * @param folds numbers of the folds, ascending
 * @param inputs what the rows of the group are like at each input that the mask keeps
 * @param activations for each of the folds, hidden layer and unit the root mean square of what the unit of its control
 *            network gives in these rows; empty if nobody asked for it
 */
public record GroupStatistics(int[] folds, InputStatistics inputs, List<float[][]> activations) {

    /** Copies the list. */
    public GroupStatistics {
        activations = List.copyOf(activations);
    }
}

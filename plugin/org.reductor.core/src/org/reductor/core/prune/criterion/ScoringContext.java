/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.network.Network;

import java.util.List;

/**
 * What a criterion may look at.
 *
 * @param controls the control networks, one a fold; all of one size
 * @param perturbed for each fold its perturbed networks; empty if the criterion needs none
 * @param inputs what the training rows are like at each input
 * @param seed seed of whatever is random
 */
public record ScoringContext(List<Network> controls, List<List<Network>> perturbed, InputStatistics inputs,
    long seed) {

    /** @return for each kernel an array with a place for the score of each weight */
    double[][] emptyScores() {
        final Network first = controls.get(0);
        final double[][] scores = new double[first.layers()][];
        for (int l = 0; l < scores.length; l++) {
            scores[l] = new double[first.kernel(l).length];
        }
        return scores;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;

/** Scores the weights of a round; the highest scores are dropped first. */
@FunctionalInterface
public interface WeightScore {

    /**
     * @param controls the control networks, one a fold
     * @param perturbed for each fold its perturbed networks; empty lists if the criterion needs none
     * @param inputs what the training rows are like at each input
     * @param seed seed of whatever is random
     * @return for each kernel one score a weight, row by row; never NaN, possibly infinite
     */
    double[][] score(List<Network> controls, List<List<Network>> perturbed, InputStatistics inputs, long seed);
}

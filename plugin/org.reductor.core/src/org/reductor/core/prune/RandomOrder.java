/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;
import org.reductor.core.train.Seeds;

import java.util.List;
import java.util.Random;

/** Scores weights by chance. */
final class RandomOrder implements WeightScore {

    @Override
    public double[][] score(final List<Network> controls, final List<List<Network>> perturbed,
        final InputStatistics inputs, final long seed) {
        final double[][] scores = new double[controls.get(0).layers()][];
        for (int l = 0; l < scores.length; l++) {
            scores[l] = new Random(Seeds.derive(seed, l)).doubles(controls.get(0).kernel(l).length).toArray();
        }
        return scores;
    }
}

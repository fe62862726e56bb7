/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;

/**
 * The magnitude of a weight times that of what it multiplies (Sun et al. 2024, "A simple and effective pruning approach
 * for large language models", there called Wanda): its share in what a unit receives. For weights that leave the inputs
 * this is the root mean square of the input; others are scored by their magnitude alone. A fingerprint needs it more
 * than most inputs: the weights of a rare bit stay close to where chance put them, which may be far from zero.
 */
final class ScaledMagnitude implements WeightScore {

    private static final Magnitude MAGNITUDE = new Magnitude();

    @Override
    public double[][] score(final List<Network> controls, final List<List<Network>> perturbed,
        final InputStatistics inputs, final long seed) {
        final double[][] scores = MAGNITUDE.score(controls, perturbed, inputs, seed);
        final int width = controls.get(0).size(1);
        for (int i = 0; i < scores[0].length; i++) {
            scores[0][i] *= inputs.rms()[i / width];
        }
        return scores;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;

/** Scores a weight by its negative mean absolute value over the folds, so that the smallest goes first. */
final class Magnitude implements WeightScore {

    @Override
    public double[][] score(final List<Network> controls, final List<List<Network>> perturbed,
        final InputStatistics inputs, final long seed) {
        final double[][] scores = new double[controls.get(0).layers()][];
        for (int l = 0; l < scores.length; l++) {
            scores[l] = new double[controls.get(0).kernel(l).length];
            for (final Network control : controls) {
                final float[] kernel = control.kernel(l);
                for (int i = 0; i < kernel.length; i++) {
                    scores[l][i] -= Math.abs(kernel[i]) / controls.size();
                }
            }
        }
        return scores;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.util.Arrays;

/**
 * A network as it is in the middle of a run: trained, then pruned by the magnitude of a weight times the root mean square
 * of its input, and compacted.
 *
 * @param features the inputs that are left
 * @param mask which weights are left
 * @param network the network to train on
 */
record PrunedStart(CsrMatrix features, Mask mask, Network network) {

    /**
     * @param features all inputs
     * @param start an untrained network
     * @param kept share of the weights that are to be left; 1 for the network as it is
     * @param settings how to train
     * @param task what to learn from
     * @return the network
     */
    static PrunedStart of(final CsrMatrix features, final Network start, final double kept,
        final TrainingSettings settings, final TrainingTask task) {
        final Mask whole = Mask.full(start.sizes());
        if (kept >= 1) {
            return new PrunedStart(features, whole, start);
        }
        final Network trained = new Trainer(features, whole, settings).train(start, task, () -> false).network();
        final float[] size = features.rootMeanSquares(task.plan().rows());
        final int weights = (int)whole.originalWeights();
        final float[] all = new float[weights];
        int next = 0;
        for (int l = 0; l < whole.layers(); l++) {
            for (int i = 0; i < trained.kernel(l).length; i++) {
                all[next++] = importance(trained, l, i, size);
            }
        }
        Arrays.sort(all);
        final float least = all[(int)((1 - kept) * weights)];
        final boolean[][] flags = new boolean[whole.layers()][];
        for (int l = 0; l < flags.length; l++) {
            flags[l] = new boolean[trained.kernel(l).length];
            for (int i = 0; i < flags[l].length; i++) {
                flags[l][i] = importance(trained, l, i, size) >= least;
            }
        }
        final Compaction compaction = Compaction.of(whole, flags, features.varyingColumns(task.plan().rows()),
            new float[features.columns()]);
        return new PrunedStart(features.selectColumns(compaction.mask().units(0)), compaction.mask(),
            compaction.apply(trained));
    }

    private static float importance(final Network network, final int layer, final int weight, final float[] size) {
        final float magnitude = Math.abs(network.kernel(layer)[weight]);
        return layer == 0 ? magnitude * size[weight / network.size(1)] : magnitude;
    }
}

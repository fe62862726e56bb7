/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.benchmarks.BenchmarkData.Table;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

import java.io.IOException;
import java.util.List;

/** Molecules that one core scores in a second with one network, their fingerprints being there. */
final class ScoringJob {

    private static final int WARM_UP = 20;

    private ScoringJob() {
    }

    static ObjectNode run(final Job.Options options) throws IOException {
        final int hidden = options.number("hidden", 1024);
        final int runs = options.number("runs", 15);
        final CsrMatrix features = BenchmarkData.read(options.path("data"), Table.AFFINITY, 1).all().features();
        final int[] sizes = {features.columns(), hidden, 1};
        final Predictor predictor = new Predictor(new NetworkEnsemble(Mask.full(sizes),
            List.of(Network.glorotUniform(sizes, Activation.RELU, 1)), Heads.number("target", AffineScale.IDENTITY)));
        final double[] predictions = new double[features.rows()];
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("peer", "Reductor").put("hidden", hidden);
        final ArrayNode rates = result.putArray("moleculesPerSecond");
        for (int run = -WARM_UP; run < runs; run++) {
            final long started = System.nanoTime();
            predictor.predict(features, 0, features.rows(), predictions);
            if (run >= 0) {
                rates.add(features.rows() / ((System.nanoTime() - started) / 1e9));
            }
        }
        return result;
    }
}

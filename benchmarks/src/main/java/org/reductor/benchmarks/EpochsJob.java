/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.benchmarks.BenchmarkData.Table;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Seconds for an epoch of one network, several networks being trained side by side, one a thread; on as many training
 * rows as a fold of the affinity run has, which are in random order. The peers do not
 * validate, so only a batch of rows is validated here; everything else that a training does is in the time.
 */
final class EpochsJob {

    private static final int WARM_UP = 3;
    private static final int VALIDATION_ROWS = 32;

    private EpochsJob() {
    }

    static ObjectNode run(final Job.Options options) throws IOException, InterruptedException {
        final int hidden = options.number("hidden", 1024);
        final int batch = options.number("batch", 32);
        final int rows = options.number("rows", 2370);
        final int threads = options.number("threads", 2);
        final int epochs = options.number("epochs", 8);
        final int runs = options.number("runs", 5);
        final Dataset data = BenchmarkData.read(options.path("data"), Table.AFFINITY, 1).training();
        final float[] targets = new float[data.rows()];
        final double mean = data.targets().moments(0, IntStream.range(0, data.rows()).toArray())[0];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float)(data.targets().value(i, 0) - mean);
        }
        final ScaledTargets learned = ScaledTargets.of(Heads.number("target", AffineScale.IDENTITY), targets);
        final int[] training = IntStream.range(0, rows).toArray();
        final int[] validation = IntStream.range(rows, rows + VALIDATION_ROWS).toArray();
        final int[] sizes = {data.features().columns(), hidden, 1};
        final Trainer trainer = new Trainer(data.features(), Mask.full(sizes),
            TrainingSettings.defaults().withBatchSize(batch).withEpochs(epochs, epochs));
        final Network start = Network.glorotUniform(sizes, Activation.RELU, 1);
        final List<Callable<Integer>> networks = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            final BatchPlan plan = new BatchPlan(training, batch, n);
            networks.add(
                () -> trainer.train(start, new TrainingTask(plan, validation, learned), () -> false).epochs());
        }
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("peer", "Reductor").put("variant", "deferred").put("processes", threads).put("threads", 1);
        final ArrayNode seconds = result.putArray("secondsPerNetworkEpoch");
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int run = -WARM_UP; run < runs; run++) {
            final long started = System.nanoTime();
            pool.invokeAll(networks);
            if (run >= 0) {
                seconds.add((System.nanoTime() - started) / 1e9 / (epochs * threads));
            }
        }
        pool.shutdown();
        return result;
    }
}

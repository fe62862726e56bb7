/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.benchmarks.BenchmarkData.Inputs;
import org.reductor.benchmarks.BenchmarkData.Table;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Crew;
import org.reductor.core.train.Engine;
import org.reductor.core.train.Helpers;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Seconds for an epoch of one network, several networks being trained side by side, one a thread, or one network by
 * several threads; on as many training rows as a fold of the affinity run has, which are in random order. The peers do
 * not validate, so only a batch of rows is validated here; everything else that a training does is in the time. On a
 * machine that others use as well, processor time of the training thread tells more than the clock.
 */
final class EpochsJob {

    private static final int WARM_UP = 3;
    private static final int VALIDATION_ROWS = 32;

    private EpochsJob() {
    }

    static ObjectNode run(final Job.Options options) throws IOException, InterruptedException, ExecutionException {
        final int[] hidden =
            Arrays.stream(options.text("hidden", "1024").split(",")).mapToInt(Integer::parseInt).toArray();
        final int batch = options.number("batch", 32);
        final int rows = options.number("rows", 2370);
        final int threads = options.number("threads", 2);
        final int crew = options.number("crew", 1);
        final int epochs = options.number("epochs", 8);
        final int runs = options.number("runs", 5);
        final Dataset data = BenchmarkData
            .read(options.path("data"), Table.AFFINITY, Inputs.valueOf(options.text("inputs", "BITS")), 1).training();
        final float[] targets = new float[data.rows()];
        final double mean = data.targets().moments(0, IntStream.range(0, data.rows()).toArray())[0];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float)(data.targets().value(i, 0) - mean);
        }
        final ScaledTargets learned = ScaledTargets.of(Heads.number("target", AffineScale.IDENTITY), targets);
        final int[] training = IntStream.range(0, rows).toArray();
        final int[] validation = IntStream.range(rows, rows + VALIDATION_ROWS).toArray();
        final int[] sizes = IntStream.concat(IntStream.of(data.features().columns()),
            IntStream.concat(Arrays.stream(hidden), IntStream.of(1))).toArray();
        final TrainingSettings settings = TrainingSettings.defaults().withBatchSize(batch).withEpochs(epochs, epochs);
        final PrunedStart start = PrunedStart.of(data.features(), Network.glorotUniform(sizes, Activation.RELU, 1),
            Double.parseDouble(options.text("kept", "1")), settings, new TrainingTask(new BatchPlan(training, batch, 0),
                validation, learned));
        final ExecutorService pool = Executors.newFixedThreadPool(threads * crew);
        final Trainer trainer = new Trainer(start.features(), start.mask(), settings,
            Engine.reductor().helpedBy(crew == 1 ? Helpers.NONE : (most, work) -> together(pool, Math.min(most, crew),
                work)));
        final List<Callable<Long>> networks = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            final BatchPlan plan = new BatchPlan(training, batch, n);
            networks.add(() -> {
                final long before = processorTime();
                trainer.train(start.network(), new TrainingTask(plan, validation, learned), () -> false);
                return processorTime() - before;
            });
        }
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("peer", "Reductor").put("variant", "deferred").put("processes", threads).put("threads", crew);
        result.put("sizes", Arrays.toString(start.mask().sizes())).put("weights", start.mask().keptWeights());
        final ArrayNode seconds = result.putArray("secondsPerNetworkEpoch");
        final ArrayNode processor = result.putArray("processorSecondsPerNetworkEpoch");
        for (int run = -WARM_UP; run < runs; run++) {
            final long started = System.nanoTime();
            long used = 0;
            for (final Future<Long> network : pool.invokeAll(networks)) {
                used += network.get();
            }
            if (run >= 0) {
                seconds.add((System.nanoTime() - started) / 1e9 / (epochs * threads));
                processor.add(used / 1e9 / (epochs * threads));
            }
        }
        pool.shutdown();
        return result;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** As a run's pool does, but always with as many threads. */
    private static void together(final ExecutorService pool, final int members, final Helpers.Work work) {
        final Crew crew = new Crew(members);
        final List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < members; i++) {
            final int member = i;
            others.add(pool.submit(() -> work.run(member, crew)));
        }
        work.run(0, crew);
        others.forEach(EpochsJob::join);
    }

    private static void join(final Future<?> other) {
        try {
            other.get();
        } catch (final InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

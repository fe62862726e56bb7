/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;

import org.reductor.core.model.CheckpointFolder;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Member;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainedNetwork;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What checkpoints cost: the processor time of the threads that look for and keep networks, against that of the whole
 * run, so that other work on the machine does not count; and how long it takes to go through a finished run again.
 */
final class CheckpointsJob {

    private CheckpointsJob() {
    }

    static ObjectNode run(final Job.Options options) throws IOException {
        final BenchmarkData data =
            BenchmarkData.read(options.path("data"), BenchmarkData.Table.AFFINITY, options.number("seed", 1));
        final PruningSettings all = PruningSettings.defaults().withThreads(options.number("threads", 2));
        final PruningSettings settings = new PruningSettings(all.training(), options.number("folds", all.folds()),
            all.judges(), all.holdOutFraction(), options.number("rounds", all.rounds()), all.perturbation(),
            all.criterion(), all.schedule(), all.acceptance(), all.start(), all.seed(), all.threads(), all.rows());
        final Provenance provenance =
            Provenance.of(data.training(), settings, Map.of("reductor", "benchmark"), Instant.EPOCH, 0);
        final Path folder = Files.createTempDirectory("checkpoints");
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("folds", settings.folds()).put("rounds", settings.rounds());
        try {
            measure(data, settings, folder, provenance, "run", result);
            try (Stream<Path> files = Files.list(folder)) {
                result.put("bytes", files.mapToLong(file -> file.toFile().length()).sum());
            }
            measure(data, settings, folder, provenance, "again", result);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (final Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return result;
    }

    private static void measure(final BenchmarkData data, final PruningSettings settings, final Path folder,
        final Provenance provenance, final String name, final ObjectNode result) throws IOException {
        final OperatingSystemMXBean system =
            (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();
        try (CheckpointFolder kept = CheckpointFolder.open(folder, provenance)) {
            final Timed timed = new Timed(kept);
            final long processor = system.getProcessCpuTime();
            final long wall = System.nanoTime();
            PruningRun.run(RunRows.of(data.training(), null, settings.ensemble()), settings, null, Engine.reductor(),
                timed, RunMonitor.NONE);
            final double own = timed.processor.get() / 1e9;
            final double whole = (system.getProcessCpuTime() - processor) / 1e9;
            result.putObject(name).put("seconds", (System.nanoTime() - wall) / 1e9).put("processorSeconds", whole)
                .put("checkpointSeconds", own).put("share", own / whole).put("networks", timed.calls.get());
        }
    }

    /** Adds up the processor time of the threads that it works on. */
    private record Timed(Checkpoints checkpoints, AtomicLong processor, AtomicInteger calls) implements Checkpoints {

        private Timed(final Checkpoints checkpoints) {
            this(checkpoints, new AtomicLong(), new AtomicInteger());
        }

        private <T> T timed(final Supplier<T> work) {
            final long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try {
                return work.get();
            } finally {
                processor.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            }
        }

        @Override
        public Optional<TrainedNetwork> find(final String name, final Member start) {
            calls.incrementAndGet();
            return timed(() -> checkpoints.find(name, start));
        }

        @Override
        public void keep(final String name, final Member start, final TrainedNetwork trained) {
            timed(() -> {
                checkpoints.keep(name, start, trained);
                return trained;
            });
        }

        @Override
        public double ended(final String round, final double score, final double seconds) {
            return timed(() -> checkpoints.ended(round, score, seconds));
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.explainer.MoleculeExplainerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.view.ShownNodes;

/**
 * Featurizes, trains and prunes, predicts, explains, writes and reads a small table again and again in one process, and
 * tells what it holds. The script releng/reliability/soak starts it.
 */
final class Soak {

    private static final double MEGABYTE = 1 << 20;

    private Soak() {
    }

    /** @param args how many hours, and how many seconds lie between two lines */
    public static void main(final String[] args) throws Exception {
        final long begin = System.nanoTime();
        final double seconds = Double.parseDouble(args[0]) * 3600;
        final double step = Double.parseDouble(args[1]);
        final BufferedDataTable table = ShownNodes.numbers(60);
        final Path file = Files.createTempFile("soak", ".reductor");
        final List<Double> heaps = new ArrayList<>();
        String expected = null;
        long cycles = 0;
        System.out.println("seconds,cycles,heap (MB after collection),process (MB),threads,files,children");
        for (double next = 0; seconds(begin) < seconds;) {
            final String fingerprint = cycle(table, file);
            if (expected != null && !expected.equals(fingerprint)) {
                throw new IllegalStateException("Cycle " + cycles + " gave other networks than the first.");
            }
            expected = fingerprint;
            cycles++;
            if (seconds(begin) >= next) {
                heaps.add(line(seconds(begin), cycles));
                next = seconds(begin) + step;
            }
        }
        Files.delete(file);
        final int quarter = heaps.size() / 4; // the first quarter is for caches and compiled code
        System.out.printf("Heap in the second quarter %.1f MB, in the last %.1f MB; the same networks in each of %,d "
            + "cycles.%n", mean(heaps.subList(quarter, 2 * quarter)), mean(heaps.subList(3 * quarter, heaps.size())),
            cycles);
    }

    private static double seconds(final long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double mean(final List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private static String cycle(final BufferedDataTable table, final Path file) throws Exception {
        final NodeRunner learner = ShownNodes.learner(table, s -> { });
        try (OutputStream out = Files.newOutputStream(file)) {
            ((NetworksPortObject)learner.out(0)).model().write(out);
        }
        final NetworkModel model;
        try (InputStream in = Files.newInputStream(file)) {
            model = NetworkModel.read(in);
        }
        final PortObject networks = new NetworksPortObject(model);
        ShownNodes.predictor(learner, ShownNodes.featurized(table));
        new NodeRunner(new MoleculeExplainerNodeFactory()).run(networks, table);
        return model.fingerprint();
    }

    private static double line(final double seconds, final long cycles) throws IOException {
        for (int i = 0; i < 3; i++) {
            System.gc(); // what is left can be reached
        }
        final Runtime runtime = Runtime.getRuntime();
        final double heap = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        System.out.printf("%.0f,%d,%.1f,%.0f,%d,%d,%d%n", seconds, cycles, heap, resident(), Thread.activeCount(),
            openFiles(), ProcessHandle.current().descendants().count());
        return heap;
    }

    /** Memory of the whole process, as Linux tells it; 0 elsewhere. */
    private static double resident() throws IOException {
        final Path status = Path.of("/proc/self/status");
        return !Files.isReadable(status) ? 0 : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(0);
    }

    private static int openFiles() {
        final String[] files = new File("/proc/self/fd").list();
        return files == null ? 0 : files.length;
    }
}

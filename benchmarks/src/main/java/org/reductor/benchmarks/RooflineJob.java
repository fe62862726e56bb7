/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.benchmarks.BenchmarkData.Inputs;
import org.reductor.benchmarks.BenchmarkData.Table;
import org.reductor.core.compute.Adam;
import org.reductor.core.compute.DeferredUpdates;
import org.reductor.core.compute.RowSums;
import org.reductor.core.compute.TouchPlan;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Optimizer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What an epoch has to move and to compute, and how fast this machine does each: a copy of arrays that fit the second
 * level cache, the third, or none (as STREAM has it), sums of rows, products that are added, and steps of Adam. The sum
 * of these times is what an unpruned epoch could take at best with these kernels; what it takes beyond is bookkeeping,
 * caches and short rows.
 */
final class RooflineJob {

    private static final int RUNS = 15;
    private static final int UNITS = 1024;

    private RooflineJob() {
    }

    static ObjectNode run(final Job.Options options) throws IOException {
        final int[] hidden =
            Arrays.stream(options.text("hidden", "256,64").split(",")).mapToInt(Integer::parseInt).toArray();
        final int batch = options.number("batch", 32);
        final int[] rows = IntStream.range(0, options.number("rows", 2370)).toArray();
        final CsrMatrix features = BenchmarkData.read(options.path("data"), Table.AFFINITY,
            Inputs.valueOf(options.text("inputs", "TWO_FINGERPRINTS")), 1).training().features();
        final TouchPlan plan = new TouchPlan(features, new BatchPlan(rows, batch, 1).order(0), batch);
        final long touches = plan.end(plan.batches() - 1);
        final long entries = Arrays.stream(rows).map(row -> features.rowEnd(row) - features.rowStart(row)).sum();
        long upper = 0;
        for (int l = 0; l < hidden.length; l++) {
            upper += (long)hidden[l] * (l + 1 < hidden.length ? hidden[l + 1] : 1);
        }
        // Forward sums of weights and sums of gradients; under relu half of the three products above the first layer.
        final long sums = 2 * entries * hidden[0];
        final long products = 3 * rows.length * upper / 2;
        final long steps = touches * hidden[0] + plan.batches() * upper;
        final double copy = copyRate(1 << 15);
        final double sumRate = sumRate();
        final double productRate = productRate();
        final double stepRate = stepRate();
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("hidden", Arrays.toString(hidden)).put("entries", entries).put("touches", touches);
        result.put("sums", sums).put("products", products).put("steps", steps);
        result.put("megabytes", ((sums + products) * Float.BYTES + steps * 7 * Float.BYTES) / 1e6);
        result.put("copyGigabytesPerSecondL2", copy).put("copyGigabytesPerSecondL3", copyRate(1 << 20))
            .put("copyGigabytesPerSecondMemory", copyRate(1 << 24));
        result.put("sumsPerNanosecond", sumRate).put("productsPerNanosecond", productRate)
            .put("stepsPerNanosecond", stepRate);
        result.put("secondsOfSums", sums / sumRate / 1e9).put("secondsOfProducts", products / productRate / 1e9)
            .put("secondsOfSteps", steps / stepRate / 1e9);
        return result;
    }

    private static float[][] random(final int count, final int length) {
        final Random random = new Random(1);
        final float[][] rows = new float[count][length];
        for (final float[] row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = random.nextFloat();
            }
        }
        return rows;
    }

    /** The best of some runs, in elements a nanosecond of processor time. */
    private static double rate(final long elements, final Runnable work) {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            final long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            best = Math.max(best, (double)elements
                / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before));
        }
        return best;
    }

    /** Bytes read and written a nanosecond. */
    private static double copyRate(final int length) {
        final float[] from = random(1, length)[0];
        final float[] to = new float[length];
        final int times = (1 << 26) / length;
        return rate(2L * Float.BYTES * length * times, () -> {
            for (int i = 0; i < times; i++) {
                System.arraycopy(from, 0, to, 0, length);
            }
        });
    }

    private static double sumRate() {
        final float[][] rows = random(64, UNITS);
        final int[] indices = new Random(2).ints(50, 0, rows.length).toArray();
        final float[] sum = new float[UNITS];
        return rate(1000L * indices.length * UNITS, () -> {
            for (int i = 0; i < 1000; i++) {
                RowSums.add(sum, rows, indices, 0, indices.length);
            }
        });
    }

    private static double productRate() {
        final float[][] rows = random(64, UNITS);
        final int[] indices = new Random(2).ints(50, 0, rows.length).toArray();
        final float[] factors = random(1, indices.length)[0];
        final float[] sum = new float[UNITS];
        return rate(1000L * indices.length * UNITS, () -> {
            Arrays.fill(sum, 0f);
            for (int i = 0; i < 1000; i++) {
                RowSums.addScaled(sum, factors, rows, indices, 0, indices.length);
            }
        });
    }

    private static double stepRate() {
        final float[][] arrays = random(4, UNITS);
        final DeferredUpdates updates =
            new Adam(1e-3f, Optimizer.BETA1, Optimizer.BETA2, Optimizer.EPSILON).deferred(1);
        updates.begin(1, 75);
        return rate(20_000L * UNITS, () -> {
            for (int i = 0; i < 20_000; i++) {
                updates.touch(arrays[0], arrays[1], arrays[2], arrays[3], 2, 5, 7);
            }
        });
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.RowKernel;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The first layer of one molecule: 50 rows of a kernel are summed, dense or compact. Compact rows are made for training;
 * this shows why scoring does without them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class FirstLayerBenchmark {

    private static final int INPUTS = 2048;
    private static final int BITS = 50;

    /** Units of the first hidden layer. */
    @Param({"1024", "256"})
    public int width;

    /** Share of kept weights; 1 is dense. */
    @Param({"1", "0.24", "0.05"})
    public double kept;

    private RowKernel kernel;
    private float[] sum;
    private int[] inputs;

    /** Makes a kernel and the bits of a molecule. */
    @Setup
    public void prepare() {
        final Random random = new Random(1);
        final Mask mask = Mask.full(INPUTS, width, 1);
        for (int i = 0; i < mask.kept(0).length; i++) {
            mask.kept(0)[i] = random.nextDouble() < kept;
        }
        kernel = RowKernel.first(Network.glorotUniform(mask.sizes(), Activation.RELU, 1), mask);
        inputs = random.ints(0, INPUTS).distinct().limit(BITS).sorted().toArray();
    }

    /** @return the sums */
    @Benchmark
    public float[] oneMolecule() {
        sum = new float[width];
        kernel.addTo(sum, inputs, null, 0, inputs.length);
        return sum;
    }
}

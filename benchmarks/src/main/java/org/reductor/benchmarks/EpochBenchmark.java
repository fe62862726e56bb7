/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * One epoch of one network on synthetic fingerprints, with its preparation: how the cost falls with the units, with the
 * weights, and what the optimisers and a second hidden layer cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EpochBenchmark {

    private static final int ROWS = 2370;
    private static final int INPUTS = 2048;
    private static final int EPOCHS = 4;

    /** Units of the hidden layers. */
    @Param({"1024", "512", "256", "1024,256", "256,64"})
    public String hidden;

    /** Share of kept weights of the first kernel. */
    @Param({"1", "0.1"})
    public double kept;

    /** The optimiser. */
    @Param({"ADAM", "SGD"})
    public Optimizer.Kind optimizer;

    private Trainer trainer;
    private Network start;
    private TrainingTask task;

    /** Makes rows with about 50 bits, some in most rows and most in few. */
    @Setup
    public void prepare() {
        final Random random = new Random(1);
        final CsrMatrix.Builder builder = CsrMatrix.builder(INPUTS);
        final float[] targets = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            builder.addBinaryRow(IntStream.range(0, INPUTS).filter(f -> random.nextInt(f + 6) < 6 + f / 80).toArray());
            targets[row] = (float)random.nextGaussian();
        }
        final int[] sizes = IntStream.concat(IntStream.concat(IntStream.of(INPUTS),
            Arrays.stream(hidden.split(",")).mapToInt(Integer::parseInt)), IntStream.of(1)).toArray();
        final Mask mask = Mask.full(sizes);
        start = Network.glorotUniform(sizes, Activation.RELU, 1);
        for (int i = 0; i < mask.kept(0).length; i++) {
            mask.kept(0)[i] = random.nextDouble() < kept;
            start.kernel(0)[i] = mask.kept(0)[i] ? start.kernel(0)[i] : 0;
        }
        trainer = new Trainer(builder.build(), mask, TrainingSettings.defaults().withEpochs(EPOCHS, EPOCHS)
            .withOptimizer(new Optimizer(optimizer, 1e-3, 0.9, 0)));
        task = new TrainingTask(new BatchPlan(IntStream.range(0, ROWS).toArray(), 32, 1),
            IntStream.range(0, 32).toArray(), ScaledTargets.of(Heads.number("target", AffineScale.IDENTITY), targets));
    }

    /** @return the network after {@value #EPOCHS} epochs, which count as so many operations */
    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public TrainedNetwork epoch() {
        return trainer.train(start, task, () -> false);
    }
}

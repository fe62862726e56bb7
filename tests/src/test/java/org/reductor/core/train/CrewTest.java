/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;

/** One network trained by several threads. */
class CrewTest {

    private static final int ROWS = 90;
    private static final int[] SIZES = {70, 256, 64, 1};

    private static CsrMatrix bitsBesideDescriptors() {
        final Random random = new Random(9);
        final CsrMatrix.Builder builder = CsrMatrix.builder(SIZES[0]);
        for (int row = 0; row < ROWS; row++) {
            final int[] columns = IntStream.range(0, SIZES[0])
                .filter(f -> f >= 60 || random.nextInt(f + 2) == 0).toArray();
            final float[] values = new float[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns[i] < 60 ? 1f : (float)random.nextGaussian();
            }
            builder.addRow(columns, values);
        }
        return builder.build();
    }

    /** Of the first features all weights are left, of others most, of others few. */
    private static Mask mask() {
        final Mask mask = Mask.full(SIZES);
        for (int l = 0; l < mask.layers(); l++) {
            final int width = SIZES[l + 1];
            for (int i = 0; i < mask.kept(l).length; i++) {
                mask.kept(l)[i] = i % (1 + i / width % 3) == 0 || i % 5 > 0 && i / width % 3 < 2;
            }
        }
        return mask;
    }

    private record Trained(Network network, double loss, double error, int members) {
    }

    private static Trained train(final int threads, final TrainingSettings settings) {
        final Network start = Network.glorotUniform(SIZES, Activation.RELU, 12);
        final Mask mask = mask();
        for (int l = 0; l < mask.layers(); l++) {
            for (int i = 0; i < mask.kept(l).length; i++) {
                start.kernel(l)[i] = mask.kept(l)[i] ? start.kernel(l)[i] : 0;
            }
        }
        final Random random = new Random(10);
        final float[] targets = new float[ROWS];
        IntStream.range(0, ROWS).forEach(row -> targets[row] = (float)random.nextGaussian());
        final int[] rows = IntStream.range(0, ROWS).toArray();
        final TrainingTask task =
            new TrainingTask(new BatchPlan(rows, 32, 4), rows, OneNumber.of(targets, Objectives.RMSE));
        final List<Integer> members = new ArrayList<>();
        final ExecutorService pool = Executors.newCachedThreadPool();
        try {
            final Engine.Training training = Engine.reductor().helpedBy((most, work) -> {
                final Crew crew = new Crew(Math.min(most, threads));
                members.add(crew.members());
                final List<Future<?>> others = new ArrayList<>();
                for (int i = 1; i < crew.members(); i++) {
                    final int member = i;
                    others.add(pool.submit(() -> work.run(member, crew)));
                }
                work.run(0, crew);
                for (final Future<?> other : others) {
                    assertThat(other).succeedsWithin(Duration.ofSeconds(10));
                }
            }).begin(start, bitsBesideDescriptors(), mask, settings, task, () -> false);
            double loss = 0;
            for (int epoch = 0; epoch < 4; epoch++) {
                loss = training.run(epoch);
            }
            final double error = training.validationLoss();
            training.copyTo(start);
            return new Trained(start, loss, error, Collections.max(members));
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertSameBits(final TrainingSettings settings) {
        final Trained alone = train(1, settings);
        assertThat(alone.members).isEqualTo(1);
        for (final int threads : new int[]{2, 3, 5}) {
            final Trained together = train(threads, settings);
            assertThat(together.members).isEqualTo(threads);
            assertThat(together.loss).isEqualTo(alone.loss);
            assertThat(together.error).isEqualTo(alone.error);
            for (int l = 0; l < alone.network.layers(); l++) {
                assertThat(together.network.kernel(l)).isEqualTo(alone.network.kernel(l));
                assertThat(together.network.bias(l)).isEqualTo(alone.network.bias(l));
            }
        }
    }

    @Test
    void aCrewOfAnySizeTrainsToTheSameBits() {
        assertSameBits(TrainingSettings.defaults());
    }

    @Test
    void soItDoesWithDropoutAndWeightDecay() {
        assertSameBits(TrainingSettings.defaults().withDropout(0.2)
            .withOptimizer(Optimizer.adam(1e-3).withWeightDecay(0.1)));
    }

    @Test
    void soItDoesWithMasksAtTheEndsOfEpochs() {
        assertSameBits(TrainingSettings.defaults().withMaskTiming(MaskTiming.EPOCH_END)
            .withOptimizer(Optimizer.sgd(1e-2, 0.9)));
    }

    @Test
    void bitsBesideDescriptorsMatchTheReference() {
        final CsrMatrix features = bitsBesideDescriptors();
        final Network start = Network.glorotUniform(SIZES, Activation.RELU, 12);
        final int[] rows = IntStream.range(0, ROWS).toArray();
        final TrainingTask task =
            new TrainingTask(new BatchPlan(rows, 32, 4), rows, OneNumber.of(new float[ROWS], Objectives.MSE));
        final Network[] trained = new Network[2];
        for (final OwnEngine engine : OwnEngine.values()) {
            final Engine.Training training = engine.begin(start, features, Mask.full(SIZES),
                TrainingSettings.defaults(), task, () -> false);
            training.run(0);
            trained[engine.ordinal()] = start.copy();
            training.copyTo(trained[engine.ordinal()]);
        }
        for (int l = 0; l < start.layers(); l++) {
            assertThat(trained[1].kernel(l)).containsExactly(trained[0].kernel(l), within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWaitsForAMemberThatFailedIsToldSo(final boolean interrupted) {
        final Crew crew = new Crew(2);
        if (interrupted) {
            Thread.currentThread().interrupt();
        } else {
            crew.breakUp();
        }
        assertThatThrownBy(crew::await).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isEqualTo(interrupted);
    }

    @Test
    void sharesCoverAllAndNothingTwice() {
        final Crew crew = new Crew(5);
        assertThat(IntStream.rangeClosed(0, 5).map(member -> crew.share(member, 32)).toArray())
            .containsExactly(0, 6, 12, 19, 25, 32);
        assertThat(crew.share(5, 3)).isEqualTo(3);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.core.compute.WeightAssertions.assertNoneDenormal;

import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.reductor.core.compute.DeferredUpdates;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.UpdateRule;
import org.reductor.core.compute.WeightDecay;

/** One row of weights, touched now and then, against steps one by one: the dense rule's, and in double precision. */
class DeferredUpdatesTest {

    private static final int WIDTH = 6;

    private static final int LONGEST_GAP = 2000;

    @Provide
    Arbitrary<Optimizer> optimizers() {
        return Arbitraries.of(Optimizer.Kind.values()).flatMap(kind -> Arbitraries.of(0.0, 0.5, 0.9, 0.99)
            .flatMap(momentum -> Arbitraries.of(0.0, 2e-5, 3e-5, 1e-2, 0.5)
                .map(decay -> new Optimizer(kind, 1e-3, momentum, decay))));
    }

    @Property(tries = 150, seed = "1")
    void agreesWithStepsOneByOneOverGapsOfAnyLength(@ForAll("optimizers") final Optimizer optimizer,
        @ForAll final long seed) {
        final Random random = new Random(seed);
        final int steps = 1 + random.nextInt(3000);
        final int epochs = 1 + random.nextInt(4);
        final double scale = Math.pow(10, random.nextInt(7) - 5);
        final Row fast = new Row(optimizer);
        final Row dense = new Row(optimizer);
        final DoubleReference exact = new DoubleReference(optimizer, fast.weights());
        final UpdateRule rule = optimizer.rule();
        final DeferredUpdates deferred = rule.deferred(1 - optimizer.decayPerStep());
        int lastTouch = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            final int firstStep = epoch * steps + 1;
            final int[] touches = touches(steps, random);
            deferred.begin(firstStep, steps);
            fast.decay.shrink(0, 0, touches[0]);
            if (lastTouch > 0) {
                deferred.drift(fast.weights(), fast.m, fast.v, firstStep - lastTouch, touches[0]);
            }
            int touch = 0;
            for (int step = 0; step < steps; step++) {
                final float[] g = new float[WIDTH];
                if (step == touches[touch]) {
                    gradient(g, scale, random);
                    final int next = touches[++touch];
                    fast.decay.shrink(0, 0, next - step);
                    deferred.touch(fast.weights(), fast.m, fast.v, g, firstStep + step - lastTouch, step, next);
                    lastTouch = firstStep + step;
                }
                dense.decay.shrink(0, 0, 1);
                rule.step(dense.weights(), dense.m, dense.v, g, rule.stepSize(firstStep + step));
                exact.step(g);
            }
            for (int i = 0; i < WIDTH; i++) {
                final double way = 1 + exact.path();
                assertThat((double)fast.weights()[i]).as("%s, deferred", optimizer)
                    .isCloseTo(exact.weight(i), within(2e-6 * way));
                // The reference rounds at every step, not only at touches.
                assertThat((double)dense.weights()[i]).as("%s, dense", optimizer)
                    .isCloseTo(exact.weight(i), within(2e-5 * way));
            }
        }
    }

    /** Steps of an epoch with a gradient, ascending, and at the end the number of steps. */
    private static int[] touches(final int steps, final Random random) {
        final IntStream.Builder touches = IntStream.builder();
        for (int step = gap(random) - 1; step < steps; step += gap(random)) {
            touches.add(step);
        }
        return touches.add(steps).build().toArray();
    }

    /** As many short ones as long ones. */
    private static int gap(final Random random) {
        return (int)Math.pow(LONGEST_GAP, random.nextDouble());
    }

    private static void gradient(final float[] g, final double scale, final Random random) {
        for (int i = 0; i < WIDTH; i++) {
            g[i] = random.nextInt(5) == 0 ? 0 : (float)(scale * random.nextGaussian());
        }
    }

    @Test
    void momentsNeverBecomeDenormalOverGapsOfAnyLength() {
        for (final Optimizer optimizer : new Optimizer[]{Optimizer.adam(1e-3), Optimizer.sgd(1e-3, 0.9),
            Optimizer.sgd(1e-3, 0.999)}) {
            final DeferredUpdates deferred = optimizer.rule().deferred(1);
            for (int gap = 1; gap < 100_000; gap = gap * 5 / 4 + 1) {
                final Row row = new Row(optimizer);
                deferred.begin(1, gap);
                deferred.touch(row.weights(), row.m, row.v, new float[]{1e-12f, 1e-6f, 1e-3f, 1, 30, 1e3f}, 1, 0, gap);
                for (int step = 0; step < 200_000; step += gap) {
                    deferred.touch(row.weights(), row.m, row.v, new float[WIDTH], gap, 0, gap);
                    assertNoneDenormal(row.m);
                    assertNoneDenormal(row.v);
                }
            }
        }
    }

    @Test
    void factorsOfLongGapsAreZeroBeforeTheyAreDenormal() {
        assertThat(DeferredUpdates.factor(Math.pow(0.9, 900))).isZero();
        assertThat(DeferredUpdates.factor(1e-25)).isEqualTo(1e-25f);
    }

    /** Weights, moments, and what decay carries. */
    private static final class Row {

        private final RowKernel kernel =
            RowKernel.of(new int[]{1, WIDTH}, layer -> new float[]{0.2f, -0.7f, 0.4f, 0.1f, -0.3f, 0.8f})[0];
        private final WeightDecay decay;
        private final float[] m = new float[WIDTH];
        private final float[] v = new float[WIDTH];

        private Row(final Optimizer optimizer) {
            decay = new WeightDecay(optimizer.decayPerStep(), new float[][][]{kernel.rows()});
        }

        private float[] weights() {
            return kernel.rows()[0];
        }
    }
}

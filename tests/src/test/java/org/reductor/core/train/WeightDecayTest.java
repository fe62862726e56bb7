/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.RowKernel;

class WeightDecayTest {

    private static final int WIDTH = 8;

    private static WeightDecay decay(final double share, final RowKernel kernel) {
        return new WeightDecay(share, new RowKernel[]{kernel});
    }

    private static RowKernel kernel() {
        return RowKernel.of(Network.glorotUniform(new int[]{1, WIDTH, 1}, Activation.RELU, 1), 0);
    }

    /** To the last bit, but for the rounding of the share to a float and of what is carried. */
    private static void compare(final float[] actual, final float[] start, final double share, final int steps) {
        for (int i = 0; i < actual.length; i++) {
            final double expected = start[i] * Math.exp(steps * Math.log1p(-share));
            assertThat((double)actual[i]).isCloseTo(expected,
                within(Math.ulp((float)expected) + 1e-7 * Math.abs(start[i] - expected) + 1e-20));
        }
    }

    @Property(tries = 50, seed = "1")
    void shrinksByTheRightAmountHoweverSmallTheShareIs(
        @ForAll @DoubleRange(min = -12, max = -0.5) final double exponent,
        @ForAll @IntRange(min = 1, max = 20_000) final int steps) {
        final double share = Math.pow(10, exponent);
        final RowKernel kernel = kernel();
        final float[] start = kernel.rows()[0].clone();
        final WeightDecay decay = decay(share, kernel);
        for (int step = 0; step < steps; step++) {
            decay.shrink(0, 0, 1);
        }
        compare(kernel.rows()[0], start, share, steps);
    }

    @Property(tries = 50, seed = "1")
    void takesManyStepsAtOnceAsOneByOne(@ForAll @DoubleRange(min = -12, max = -3) final double exponent,
        @ForAll final long seed) {
        final double share = Math.pow(10, exponent);
        final RowKernel kernel = kernel();
        final float[] start = kernel.rows()[0].clone();
        final WeightDecay decay = decay(share, kernel);
        final Random random = new Random(seed);
        int steps = 0;
        for (int i = 0; i < 100; i++) {
            final int next = random.nextInt(2000);
            decay.shrink(0, 0, next);
            steps += next;
        }
        compare(kernel.rows()[0], start, share, steps);
    }

    @Test
    void evenASingleStepCounts() {
        final float[] w = {0.3f};
        final float[] carry = {0};
        WeightDecay.shrink(w, carry, 2e-8f);
        assertThat(w[0]).isEqualTo(0.3f);
        assertThat((double)w[0] + carry[0]).isCloseTo(0.3f * (1 - (double)2e-8f), within(1e-15));
    }

    @Test
    void weightsShrinkToZeroAndNotToDenormalNumbers() {
        final float[] w = {0.3f};
        final float[] carry = {0};
        for (int step = 0; step < 20_000; step++) {
            WeightDecay.shrink(w, carry, 0.01f);
            AdamTest.assertNoneDenormal(w);
            AdamTest.assertNoneDenormal(carry);
        }
        assertThat(w[0]).isCloseTo(0, within(1e-24f));
    }

    @Test
    void withoutDecayNoBitChanges() {
        final RowKernel kernel = kernel();
        final float[] start = kernel.rows()[0].clone();
        decay(0, kernel).shrink(0, 0, 1000);
        assertThat(kernel.rows()[0]).isEqualTo(start);
    }

    /** At this rate a decay of 2e-5 once did nothing, and 3e-5 twice what it should. */
    @ParameterizedTest
    @CsvSource({"ADAM,2e-5,0", "ADAM,3e-5,0", "SGD,2e-5,0", "SGD,3e-5,0.9", "ADAM,1e-7,0", "ADAM,1e-2,0"})
    void trainedWeightsAreThoseOfDoublePrecisionOverManySteps(final Optimizer.Kind kind, final double weightDecay,
        final double momentum) {
        final int steps = 20_000;
        final Optimizer optimizer = new Optimizer(kind, 1e-3, momentum, weightDecay);
        final RowKernel kernel = kernel();
        kernel.read(new float[]{1.9f, 1.5f, 1.1f, 0.9f, -0.7f, -1.2f, -1.6f, 0.6f});
        final WeightDecay decay = decay(optimizer.decayPerStep(), kernel);
        final DoubleReference decaying = new DoubleReference(optimizer, kernel.rows()[0]);
        final DoubleReference plain = new DoubleReference(optimizer.withWeightDecay(0), kernel.rows()[0]);
        final UpdateRule rule = optimizer.rule();
        final float[] m = new float[WIDTH];
        final float[] v = new float[WIDTH];
        final float[] g = new float[WIDTH];
        final Random random = new Random(5);
        for (int step = 1; step <= steps; step++) {
            for (int i = 0; i < WIDTH; i++) {
                g[i] = (float)(1e-2 * random.nextGaussian());
            }
            decay.shrink(0, 0, 1);
            rule.step(kernel.rows()[0], m, v, g, rule.stepSize(step));
            decaying.step(g);
            plain.step(g);
        }
        for (int i = 0; i < WIDTH; i++) {
            // The rounding of so many steps is below 1e-5, a fortieth of what a decay of 2e-5 takes from 1.
            final double taken = Math.abs(plain.weight(i) - decaying.weight(i));
            assertThat((double)kernel.rows()[0][i]).isCloseTo(decaying.weight(i), within(0.02 * taken + 1e-5));
        }
    }

    /** The last feature never occurs and the first unit never speaks: their weights do nothing but shrink. */
    @ParameterizedTest
    @CsvSource({"ADAM,2e-5", "ADAM,3e-5", "SGD,2e-5", "SGD,3e-5"})
    void bothEnginesShrinkFirstAndUpperKernelsAlike(final Optimizer.Kind kind, final double weightDecay) {
        final Optimizer optimizer = new Optimizer(kind, 1e-3, 0.9, weightDecay);
        for (final OwnEngine engine : OwnEngine.values()) {
            final SmallTraining training = new SmallTraining(Activation.RELU, Mask.full(6, 4, 3, 1));
            training.start().bias(0)[0] = -100;
            final Network before = training.start().copy();
            final Network after = training.run(engine, optimizer, MaskTiming.EVERY_STEP, 40);
            final int steps = 40 * SmallTraining.STEPS;
            for (int unit = 0; unit < 4; unit++) {
                expectShrunk(after.kernel(0)[5 * 4 + unit], before.kernel(0)[5 * 4 + unit], optimizer, steps);
            }
            for (int unit = 0; unit < 3; unit++) {
                expectShrunk(after.kernel(1)[unit], before.kernel(1)[unit], optimizer, steps);
            }
        }
    }

    private static void expectShrunk(final float actual, final float start, final Optimizer optimizer,
        final int steps) {
        compare(new float[]{actual}, new float[]{start}, optimizer.decayPerStep(), steps);
    }

    @Test
    void weightsThatAreMaskedAtTheEndOfAnEpochForgetWhatTheyCarry() {
        for (final OwnEngine engine : OwnEngine.values()) {
            final Mask mask = Mask.full(6, 4, 3, 1);
            mask.kept(0)[5 * 4] = false;
            final SmallTraining training = new SmallTraining(Activation.RELU, mask);
            final Epochs epochs =
                training.begin(engine, Optimizer.adam(1e-3).withWeightDecay(0.1), MaskTiming.EPOCH_END);
            // Not what such a training should start from, but it has something to carry then.
            epochs.first.rows()[5][0] = 0.3f;
            epochs.run(0);
            assertThat(epochs.first.rows()[5][0]).isZero();
            epochs.decay.shrink(0, 5, 1);
            assertThat(epochs.first.rows()[5][0]).isZero();
        }
    }
}

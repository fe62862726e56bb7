/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.core.compute.WeightAssertions.assertShrunk;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.UpdateRule;
import org.reductor.core.compute.WeightDecay;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

/** Training with weight decay. */
class DecayedTrainingTest {

    private static final int WIDTH = 8;

    /** At this rate a decay of 2e-5 once did nothing, and 3e-5 twice what it should. */
    @ParameterizedTest
    @CsvSource({"ADAM,2e-5,0", "ADAM,3e-5,0", "SGD,2e-5,0", "SGD,3e-5,0.9", "ADAM,1e-7,0", "ADAM,1e-2,0"})
    void trainedWeightsAreThoseOfDoublePrecisionOverManySteps(final Optimizer.Kind kind, final double weightDecay,
        final double momentum) {
        final int steps = 20_000;
        final Optimizer optimizer = new Optimizer(kind, 1e-3, momentum, weightDecay);
        final RowKernel kernel = RowKernel.of(new int[]{1, WIDTH},
            layer -> new float[]{1.9f, 1.5f, 1.1f, 0.9f, -0.7f, -1.2f, -1.6f, 0.6f})[0];
        final WeightDecay decay = new WeightDecay(optimizer.decayPerStep(), new float[][][]{kernel.rows()});
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
        assertShrunk(new float[]{actual}, new float[]{start}, optimizer.decayPerStep(), steps);
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
            epochs.first.weights()[5][0] = 0.3f;
            epochs.run(0);
            assertThat(epochs.first.weights()[5][0]).isZero();
            epochs.decay.shrink(0, 5, 1);
            assertThat(epochs.first.weights()[5][0]).isZero();
        }
    }
}

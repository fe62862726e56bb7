/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.core.compute.WeightAssertions.assertNoneDenormal;
import static org.reductor.core.compute.WeightAssertions.assertShrunk;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightDecayTest {

    private static final int WIDTH = 8;

    private static WeightDecay decay(final double share, final RowKernel kernel) {
        return new WeightDecay(share, new float[][][]{kernel.rows()});
    }

    private static RowKernel kernel() {
        return RowKernel.of(new int[]{1, WIDTH},
            layer -> new float[]{0.2f, -0.7f, 0.4f, 0.1f, -0.3f, 0.8f, -0.5f, 0.6f})[0];
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
        assertShrunk(kernel.rows()[0], start, share, steps);
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
        assertShrunk(kernel.rows()[0], start, share, steps);
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
            assertNoneDenormal(w);
            assertNoneDenormal(carry);
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
}

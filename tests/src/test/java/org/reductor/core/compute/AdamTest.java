/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.core.compute.WeightAssertions.assertNoneDenormal;

import org.junit.jupiter.api.Test;

class AdamTest {

    @Test
    void twoStepsMatchTheFormulaByHand() {
        final Adam adam = new Adam(0.1f, 0.9f, 0.999f, 1e-7f);
        final float[] w = {1};
        final float[] m = {0};
        final float[] v = {0};
        adam.step(w, m, v, new float[]{2}, adam.stepSize(1));
        // The first step has the length of the learning rate, whatever the gradient is.
        assertThat(w[0]).isCloseTo(0.9f, within(1e-6f));
        adam.step(w, m, v, new float[]{-1}, adam.stepSize(2));
        final double m2 = 0.9 * 0.2 - 0.1;
        final double v2 = 0.999 * 0.004 + 0.001;
        final double step = 0.1 * Math.sqrt(1 - 0.999 * 0.999) / (1 - 0.81);
        assertThat((double)w[0]).isCloseTo(0.9 - step * m2 / Math.sqrt(v2), within(1e-5));
    }

    @Test
    void aWeightWithoutAnyGradientDoesNotMove() {
        final Adam adam = new Adam(0.1f, 0.9f, 0.999f, 1e-7f);
        final float[] w = {0.25f};
        adam.step(w, new float[1], new float[1], new float[]{0}, adam.stepSize(1));
        assertThat(w[0]).isEqualTo(0.25f);
    }

    @Test
    void theMomentsOfADeadUnitDecayButNeverBecomeDenormal() {
        final Adam adam = new Adam(1e-3f, 0.9f, 0.999f, 1e-7f);
        final float[] w = new float[5];
        final float[] m = new float[5];
        final float[] v = new float[5];
        adam.step(w, m, v, new float[]{1e-12f, 1e-6f, 1e-3f, 1, 1e3f}, adam.stepSize(1));
        final float[] dead = new float[5];
        for (int step = 2; step < 150_000; step++) {
            adam.step(w, m, v, dead, adam.stepSize(step));
            assertNoneDenormal(m);
            assertNoneDenormal(v);
        }
        for (final float moment : v) {
            assertThat(Math.sqrt(moment)).isLessThan(1e-8 * adam.epsilon());
        }
    }

    @Test
    void theFloorLeavesEveryBitOfASecondMomentThatCounts() {
        final Adam adam = new Adam(1e-3f, 0.9f, 0.999f, 1e-7f);
        final float[] v = new float[1];
        for (float gradient = 1e-13f; gradient < 1e9; gradient *= 1.37f) {
            v[0] = gradient * gradient;
            final float plain = 0.999f * v[0] + (1 - 0.999f) * gradient * gradient;
            adam.step(new float[1], new float[1], v, new float[]{gradient}, adam.stepSize(1));
            assertThat(v[0]).isEqualTo(plain);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.reductor.core.compute.UpdateRule;

class OptimizerTest {

    @Test
    void twoStepsOfSgdMatchTheFormulaByHand() {
        final UpdateRule sgd = Optimizer.sgd(0.1, 0.5).rule();
        final float[] w = {1};
        final float[] m = {0};
        sgd.step(w, m, null, new float[]{2}, sgd.stepSize(1));
        assertThat(w[0]).isCloseTo(0.8f, within(1e-6f));
        w[0] *= 1 - 0.1f;
        sgd.step(w, m, null, new float[]{-1}, sgd.stepSize(2));
        // The momentum is .5 * 2 - 1 = 0, so only the decay is left.
        assertThat(w[0]).isCloseTo(0.72f, within(1e-6f));
    }

    @Test
    void weightDecayIsAShareOfTheLearningRate() {
        assertThat(Optimizer.adam(0.01).decayPerStep()).isZero();
        assertThat(Optimizer.adam(0.01).withWeightDecay(0.5).decayPerStep()).isEqualTo(0.005);
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        for (final double rate : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Optimizer.adam(rate)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learning rate").hasMessageContaining(Double.toString(rate));
        }
        assertThatThrownBy(() -> Optimizer.sgd(0.1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("momentum is 1.0");
        assertThatThrownBy(() -> Optimizer.adam(0.1).withWeightDecay(10)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("weight decay is 10.0");
        assertThatThrownBy(() -> Optimizer.adam(0.1).withWeightDecay(-1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("weight decay is -1.0");
    }
}

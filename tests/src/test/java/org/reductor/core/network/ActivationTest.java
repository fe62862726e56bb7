/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    private static final float[] INPUTS = {-6, -1.5f, -0.3f, -1e-3f, 1e-3f, 0.4f, 2, 7};

    @Test
    void valuesMatchTheFormulas() {
        assertThat(Activation.RELU.apply(-2)).isZero();
        assertThat(Activation.RELU.apply(2)).isEqualTo(2);
        assertThat(Activation.LEAKY_RELU.apply(-2)).isCloseTo(-0.02f, within(1e-8f));
        assertThat(Activation.LEAKY_RELU.apply(2)).isEqualTo(2);
        assertThat(Activation.ELU.apply(-2)).isCloseTo((float)(Math.exp(-2) - 1), within(1e-7f));
        assertThat(Activation.TANH.apply(0.5f)).isCloseTo((float)Math.tanh(0.5), within(1e-7f));
        assertThat(Activation.SIGMOID.apply(0)).isEqualTo(0.5f);
        assertThat(Activation.LINEAR.apply(-3)).isEqualTo(-3);
    }

    @ParameterizedTest
    @EnumSource
    void theDerivativeAtTheOutputIsTheSlopeAtTheInput(final Activation activation) {
        for (final float x : INPUTS) {
            final double step = Math.abs(x) / 16;
            final double slope = (activation.apply((float)(x + step)) - (double)activation.apply((float)(x - step)))
                / ((float)(x + step) - (double)(float)(x - step));
            assertThat((double)activation.derivativeAtOutput(activation.apply(x))).as("at %s", x)
                .isCloseTo(slope, within(5e-3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWholeLayerGetsWhatEachUnitWouldGet(final Activation activation) {
        final float[] y = INPUTS.clone();
        activation.apply(y);
        final float[] delta = INPUTS.clone();
        activation.multiplyByDerivative(delta, y);
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isEqualTo(activation.apply(INPUTS[i]));
            assertThat(delta[i]).isEqualTo(INPUTS[i] * activation.derivativeAtOutput(y[i]));
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {

    private static final float[] ERRORS = {0.5f, -2, 1.5f, -0.25f};

    @Test
    void valuesMatchTheFormulasByHand() {
        final double mse = (0.25 + 4 + 2.25 + 0.0625) / 4;
        assertThat(Objectives.MSE.value(ERRORS, 4)).isCloseTo(mse, within(1e-12));
        assertThat(Objectives.RMSE.value(ERRORS, 4)).isCloseTo(Math.sqrt(mse), within(1e-12));
        assertThat(Objectives.MAE.value(ERRORS, 4)).isCloseTo(4.25 / 4, within(1e-12));
        assertThat(Objectives.HUBER.value(ERRORS, 4)).isCloseTo((0.125 + 1.5 + 1 + 0.03125) / 4, within(1e-12));
        assertThat(Objectives.MAE.value(ERRORS, 2)).isCloseTo(2.5 / 2, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void theDerivativeIsThatOfTheValue(final Loss loss) {
        for (int i = 0; i < ERRORS.length; i++) {
            final float[] above = ERRORS.clone();
            final float[] below = ERRORS.clone();
            above[i] += 0.01f;
            below[i] -= 0.01f;
            final double slope = (loss.value(above, 4) - loss.value(below, 4)) / (above[i] - (double)below[i]);
            assertThat((double)loss.derivative(ERRORS[i], loss.value(ERRORS, 4), 4)).as("row %d", i)
                .isCloseTo(slope, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectFitHasNoSlope(final Loss loss) {
        assertThat(loss.derivative(0, loss.value(new float[3], 3), 3)).isZero();
    }
}

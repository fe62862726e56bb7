/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

    private static final double[] A = {.5, 0, 0, .5, 0};
    private static final double[] B = {0, .5, 0, 0, -1};

    private static double error(final double[] errors, final double[] others) {
        return PairedBootstrap.standardErrorOfRmseDifference(errors, others, 2000, new Random(1));
    }

    @Test
    void theErrorIsZeroForEqualModelsRepeatableAndTheSameBothWays() {
        assertThat(error(A, A)).isZero();
        assertThat(error(A, B)).isPositive().isEqualTo(error(A, B));
        assertThat(error(B, A)).isCloseTo(error(A, B), within(1e-12));
    }

    @Test
    void errorsOfDifferentRowsAreRefused() {
        assertThatThrownBy(() -> error(A, new double[3])).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("5 and 3");
        assertThatThrownBy(() -> error(new double[0], new double[0])).hasMessageContaining("at least one");
    }
}

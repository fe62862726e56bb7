/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowKernelTest {

    private static float[] weights(final int inputs, final int outputs) {
        final float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i + 1;
        }
        return weights;
    }

    /** With and without whole tiles of 8 units. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 21})
    void bothLayoutsHoldTheSameWeights(final int outputs) {
        final int inputs = 5;
        final float[] flat = weights(inputs, outputs);
        final RowKernel other = RowKernel.transposed(inputs, outputs, flat);
        assertThat(other.rows()[outputs - 1][2]).isEqualTo(flat[2 * outputs + outputs - 1]);
        final RowKernel kernel = RowKernel.of(new int[]{inputs, outputs}, layer -> new float[flat.length])[0];
        kernel.copyTransposed(other, 0, outputs / 2);
        kernel.copyTransposed(other, outputs / 2, outputs);
        final float[] copy = new float[flat.length];
        kernel.write(copy);
        assertThat(copy).containsExactly(flat);
        other.write(copy);
        assertThat(copy).containsExactly(flat);
    }
}

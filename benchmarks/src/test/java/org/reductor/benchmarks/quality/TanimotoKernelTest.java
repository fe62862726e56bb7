/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

import java.util.List;
import java.util.Map;

class TanimotoKernelTest {

    private static final FeatureBlock BITS = FeatureBlock.of("m", "morgan", 6, Map.of("radius", "2"));

    private static final FeatureBlock NUMBER = FeatureBlock.of("n", FeatureBlock.NUMERIC, 1, Map.of());

    @Test
    void bitsAreComparedBySharedOfAll() {
        final TanimotoKernel.Parts parts = kernel(BITS).between(
            CsrMatrix.builder(6).addBinaryRow(new int[]{0, 1, 2}).build(),
            CsrMatrix.builder(6).addBinaryRow(new int[]{1, 2, 3, 4}).addBinaryRow(new int[]{0, 1, 2}).build());
        assertThat(parts.value(0, 0, 1)).isCloseTo(2 / 5., within(1e-7));
        assertThat(parts.value(0, 1, 1)).isEqualTo(1);
        assertThat(kernel(BITS).hasNumbers()).isFalse();
    }

    @Test
    void countsAreComparedBySmallerOfLarger() {
        final CsrMatrix rows = CsrMatrix.builder(6).addRow(new int[]{0, 1}, new float[]{3, 1})
            .addRow(new int[]{0, 2}, new float[]{1, 2}).build();
        assertThat(kernel(BITS).between(rows, rows).value(0, 1, 0)).isCloseTo(1. / (3 + 1 + 2), within(1e-7));
    }

    @Test
    void numbersAreComparedByTheirMeanSquaredDifference() {
        final FeatureRecipe recipe = new FeatureRecipe(List.of(NUMBER, BITS,
            FeatureBlock.of("o", FeatureBlock.NUMERIC, 1, Map.of())));
        final CsrMatrix rows = CsrMatrix.builder(8).addRow(new int[]{0, 1}, new float[]{2, 1})
            .addRow(new int[]{1, 7}, new float[]{1, -1}).build();
        final TanimotoKernel kernel = new TanimotoKernel(recipe);
        assertThat(kernel.hasNumbers()).isTrue();
        assertThat(kernel.between(rows, rows).value(0, 1, .5)).isCloseTo(Math.exp(-.5 * (4 + 1) / 2), within(1e-7));
    }

    @Test
    void withoutFingerprintsOnlyNumbersCount() {
        final CsrMatrix rows = CsrMatrix.builder(1).addRow(new int[]{0}, new float[]{1})
            .addRow(new int[]{}, new float[]{}).build();
        assertThat(kernel(NUMBER).between(rows, rows).value(0, 1, 2)).isCloseTo(Math.exp(-2), within(1e-7));
    }

    private static TanimotoKernel kernel(final FeatureBlock block) {
        return new TanimotoKernel(new FeatureRecipe(List.of(block)));
    }
}

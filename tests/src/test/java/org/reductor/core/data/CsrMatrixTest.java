/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsrMatrixTest {

    private static final CsrMatrix BITS = CsrMatrix.builder(5).addBinaryRow(new int[]{0, 2, 4})
        .addBinaryRow(new int[]{}).addBinaryRow(new int[]{2, 3}).build();

    @Test
    void binaryRowsAreStoredWithoutValues() {
        assertThat(BITS.rows()).isEqualTo(3);
        assertThat(BITS.binary()).isTrue();
        assertThat(BITS.rowColumns(0)).containsExactly(0, 2, 4);
        assertThat(BITS.rowColumns(1)).isEmpty();
        assertThat(BITS.denseRow(2)).containsExactly(0, 0, 1, 1, 0);
    }

    @Test
    void aMixOfBinaryAndValuedRowsIsValued() {
        final CsrMatrix mixed = CsrMatrix.builder(3).addBinaryRow(new int[]{1})
            .addRow(new int[]{0, 2}, new float[]{.5f, -2}).addBinaryRow(new int[]{2}).build();
        assertThat(mixed.binary()).isFalse();
        assertThat(mixed.denseRow(0)).containsExactly(0, 1, 0);
        assertThat(mixed.denseRow(1)).containsExactly(.5f, 0, -2);
        assertThat(mixed.denseRow(2)).containsExactly(0, 0, 1);
    }

    @Test
    void selectedColumnsAreRenumbered() {
        final CsrMatrix selected = BITS.selectColumns(new int[]{2, 4});
        assertThat(selected.columns()).isEqualTo(2);
        assertThat(selected.rowColumns(0)).containsExactly(0, 1);
        assertThat(selected.rowColumns(2)).containsExactly(0);
    }

    @Test
    void aColumnVariesOnlyIfItDiffersWithinTheGivenRows() {
        assertThat(BITS.varyingColumns(new int[]{0, 1, 2})).containsExactly(true, false, true, true, true);
        assertThat(BITS.varyingColumns(new int[]{0, 2})).containsExactly(true, false, false, true, true);
        assertThat(BITS.varyingColumns(new int[]{1})).containsExactly(false, false, false, false, false);
    }

    @Test
    void aStoredZeroIsNoDifferenceToAnAbsentEntry() {
        final CsrMatrix zeros = CsrMatrix.builder(1).addRow(new int[]{0}, new float[]{0}).addBinaryRow(new int[]{})
            .build();
        assertThat(zeros.varyingColumns(new int[]{0, 1})).containsExactly(false);
    }

    @Test
    void rootMeanSquaresCountAbsentEntriesAsZero() {
        final CsrMatrix values = CsrMatrix.builder(2).addRow(new int[]{0, 1}, new float[]{-3, 1})
            .addRow(new int[]{0}, new float[]{4}).addRow(new int[]{1}, new float[]{7}).build();
        assertThat(values.rootMeanSquares(new int[]{0, 1}))
            .containsExactly((float)Math.sqrt(12.5), (float)Math.sqrt(.5));
        assertThat(BITS.rootMeanSquares(new int[]{2})).containsExactly(0, 0, 1, 1, 0);
    }

    @Test
    void badRowsAreRefusedWithTheNumbers() {
        assertThatThrownBy(() -> CsrMatrix.builder(5).addBinaryRow(new int[]{5}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("feature 5").hasMessageContaining("0 to 4");
        assertThatThrownBy(() -> CsrMatrix.builder(5).addBinaryRow(new int[]{3, 3})).hasMessageContaining("ascend");
        assertThatThrownBy(() -> CsrMatrix.builder(5).addRow(new int[]{1}, new float[]{Float.NaN}))
            .hasMessageContaining("NaN");
        assertThatThrownBy(() -> CsrMatrix.builder(5).addRow(new int[]{1}, new float[]{}))
            .hasMessageContaining("0 values");
        assertThatThrownBy(() -> CsrMatrix.builder(0)).hasMessageContaining("at least one column");
    }
}

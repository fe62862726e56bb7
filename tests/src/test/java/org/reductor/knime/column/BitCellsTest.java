/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.knime.core.data.vector.bitvector.BitVectorValue;

class BitCellsTest {

    @Test
    void cellsKeepTheirBits() {
        final int[] bits = {0, 1, 63, 64, 65, 2046, 2047};
        final BitVectorValue cell = (BitVectorValue)BitCells.cell(bits, 2048);

        assertThat(cell.length()).isEqualTo(2048);
        assertThat(cell.cardinality()).isEqualTo(bits.length);
        assertThat(BitCells.setBits(cell)).containsExactly(bits);
        assertThat(BitCells.setBits((BitVectorValue)BitCells.cell(new int[0], 17))).isEmpty();
    }
}

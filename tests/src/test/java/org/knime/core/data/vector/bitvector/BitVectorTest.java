/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;

class BitVectorTest {

    private static DenseBitVectorCell dense(final int length, final int... bits) {
        final var factory = new DenseBitVectorCellFactory(length);
        for (final int bit : bits) {
            factory.set(bit);
        }
        return factory.createDataCell();
    }

    @Test
    void findsSetBits() {
        final BitVectorValue bits = dense(10, 0, 1, 7);
        assertThat(bits.length()).isEqualTo(10);
        assertThat(bits.cardinality()).isEqualTo(3);
        assertThat(bits.get(7)).isTrue();
        assertThat(bits.nextSetBit(0)).isZero();
        assertThat(bits.nextSetBit(2)).isEqualTo(7);
        assertThat(bits.nextSetBit(8)).isEqualTo(-1);
        assertThat(bits.nextSetBit(10)).isEqualTo(-1);
        assertThatThrownBy(() -> bits.get(10)).isInstanceOf(ArrayIndexOutOfBoundsException.class)
            .hasMessageContaining("10");
    }

    @Test
    void aCellDoesNotChangeWhenItsFactoryGoesOn() {
        final var factory = new DenseBitVectorCellFactory(4);
        final DenseBitVectorCell before = factory.createDataCell();
        factory.set(2);
        assertThat(before.cardinality()).isZero();
        assertThat(factory.createDataCell().cardinality()).isEqualTo(1);
    }

    @Test
    void equalsByContent() {
        final DataCell cell = dense(8, 3);
        assertThat(cell).isEqualTo(dense(8, 3)).isNotEqualTo(dense(9, 3));
        assertThat(cell.getType().getPreferredValueClass()).isEqualTo(BitVectorValue.class);
    }
}

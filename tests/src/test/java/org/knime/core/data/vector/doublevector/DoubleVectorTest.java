/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.doublevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;

class DoubleVectorTest {

    @Test
    void cellGivesItsNumbersAndIsEqualByContent() {
        final DataCell cell = DoubleVectorCellFactory.createCell(new double[]{1, -2.5, 0, 4});
        final DataCell same = DoubleVectorCellFactory.createCell(new double[]{1, -2.5, 0, 4});
        final DataCell other = DoubleVectorCellFactory.createCell(new double[]{1});

        assertThat(((DoubleVectorValue)cell).getLength()).isEqualTo(4);
        assertThat(((DoubleVectorValue)cell).getValue(1)).isEqualTo(-2.5);
        assertThat(cell).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(cell).hasToString("[1.0, -2.5, 0.0, 4.0]");
        assertThat(other).hasToString("[1.0]");
        assertThatThrownBy(() -> ((DoubleVectorValue)other).getValue(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void typeIsNamedAsOnThePlatform() {
        assertThat(DoubleVectorCellFactory.TYPE.isCompatible(DoubleVectorValue.class)).isTrue();
        assertThat(DoubleVectorCellFactory.TYPE.getName()).isEqualTo("Double Vector");
    }
}

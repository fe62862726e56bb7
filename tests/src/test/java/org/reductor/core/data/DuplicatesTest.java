/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static final CsrMatrix BITS = CsrMatrix.builder(8).addBinaryRow(new int[]{0, 1}).addBinaryRow(new int[]{0})
        .addBinaryRow(new int[]{0, 1}).addBinaryRow(new int[]{7}).addBinaryRow(new int[]{0})
        .addBinaryRow(new int[]{0, 1}).build();

    @Test
    void rowsWithTheSameFeaturesAreASet() {
        assertThat(Duplicates.of(BITS).sets()).containsExactly(new int[]{0, 2, 5}, new int[]{1, 4});
        assertThat(Duplicates.of(BITS).distinctRows()).containsExactly(0, 1, 3);
    }

    @Test
    void valuesOfFeaturesCount() {
        final CsrMatrix numbers = CsrMatrix.builder(4).addRow(new int[]{1}, new float[]{2})
            .addRow(new int[]{1}, new float[]{3}).addRow(new int[]{1}, new float[]{2}).build();
        assertThat(Duplicates.of(numbers).sets()).containsExactly(new int[]{0, 2});
    }

    @Test
    void equalHashesAreNotEnough() {
        // 31 * (31 + 0) + 31 = 31 * (31 + 1) + 0
        final CsrMatrix colliding =
            CsrMatrix.builder(40).addBinaryRow(new int[]{0, 33}).addBinaryRow(new int[]{1, 2}).build();
        assertThat(Duplicates.of(colliding).sets()).isEmpty();
    }

    @Test
    void conflictsAreCountedWithTheWidest() {
        final double[] values = {5, 3, 5.5, 1, 7, 6};
        final Duplicates.Conflicts conflicts = Duplicates.of(BITS).conflicts(values).orElseThrow();
        assertThat(conflicts).isEqualTo(new Duplicates.Conflicts(2, 5, 1, 4));
        assertThat(conflicts.sentence(values, row -> "Row" + row)).isEqualTo("5 rows have the same features as others "
            + "but another value, in 2 sets; furthest apart are Row1 (3.0) and Row4 (7.0).");
    }

    @Test
    void agreeingDuplicatesAndGapsAreNoConflict() {
        assertThat(Duplicates.of(BITS).conflicts(new double[]{5, 3, 5, 1, Double.NaN, 5})).isEmpty();
        assertThat(Duplicates.of(BITS).conflicts(new double[]{Double.NaN, 3, Double.NaN, 1, 3, Double.NaN})).isEmpty();
    }

    @Test
    void meansLeaveGapsOut() {
        assertThat(Duplicates.of(BITS).means(new double[]{5, Double.NaN, 6, 1, Double.NaN, 10}))
            .containsExactly(7, Double.NaN, 1);
    }

    @Test
    void selectedRowsKeepTheirFeatures() {
        final CsrMatrix some = BITS.selectRows(new int[]{3, 0});
        assertThat(some.rows()).isEqualTo(2);
        assertThat(some.rowColumns(0)).containsExactly(7);
        assertThat(some.rowColumns(1)).containsExactly(0, 1);
        final CsrMatrix numbers = CsrMatrix.builder(4).addRow(new int[]{1}, new float[]{2})
            .addRow(new int[]{0, 3}, new float[]{3, 4}).build();
        assertThat(numbers.selectRows(new int[]{1}).denseRow(0)).containsExactly(3, 0, 0, 4);
    }
}

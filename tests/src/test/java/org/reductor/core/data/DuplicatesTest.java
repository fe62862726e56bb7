/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static final CsrMatrix BITS = CsrMatrix.builder(8).addBinaryRow(new int[]{0, 1}).addBinaryRow(new int[]{0})
        .addBinaryRow(new int[]{0, 1}).addBinaryRow(new int[]{7}).addBinaryRow(new int[]{0})
        .addBinaryRow(new int[]{0, 1}).build();

    private static final List<Task> TASKS =
        List.of(Task.number("y"), Task.classes("colour", List.of("red", "green", "blue")));

    private static Targets numbers(final double... values) {
        final Targets.Builder builder = Targets.builder(List.of(Task.number("y")));
        for (final double value : values) {
            builder.add(new double[]{value});
        }
        return builder.build();
    }

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
        final Targets values = Targets.of("y", 5, 3, 5.5, 1, 7, 6);
        final Duplicates.Conflicts conflicts = Duplicates.of(BITS).conflicts(values).orElseThrow();
        assertThat(conflicts).isEqualTo(new Duplicates.Conflicts(2, 5, 0, 1, 4));
        assertThat(conflicts.sentence(values, row -> "Row" + row)).isEqualTo("5 rows have the same features as others "
            + "but another value, in 2 sets; furthest apart are Row1 (3.0) and Row4 (7.0).");
    }

    @Test
    void agreeingDuplicatesAndGapsAreNoConflict() {
        assertThat(Duplicates.of(BITS).conflicts(numbers(5, 3, 5, 1, Double.NaN, 5))).isEmpty();
        assertThat(Duplicates.of(BITS).conflicts(numbers(Double.NaN, 3, Double.NaN, 1, 3, Double.NaN))).isEmpty();
    }

    @Test
    void boundsConflictOnlyWhereNoValueFitsBoth() {
        final Targets.Builder builder = Targets.builder(List.of(Task.number("y")));
        add(builder, Relation.ABOVE, 5);
        add(builder, Relation.BELOW, 3);
        add(builder, Relation.EQUAL, 7);
        add(builder, Relation.EQUAL, 1);
        add(builder, Relation.ABOVE, 4);
        add(builder, Relation.BELOW, 8);
        final Targets targets = builder.build();
        final Duplicates.Conflicts conflicts = Duplicates.of(BITS).conflicts(targets).orElseThrow();
        assertThat(conflicts.sentence(targets, row -> "Row" + row)).isEqualTo("2 rows have the same features as others "
            + "but another value, in 1 set; furthest apart are Row1 (<3.0) and Row4 (>4.0).");
    }

    private static void add(final Targets.Builder builder, final Relation relation, final double value) {
        builder.add(new double[]{value}, new Relation[]{relation}, 1);
    }

    @Test
    void aConflictOfAnyTaskCountsAndClassesAreNamed() {
        final Targets.Builder builder = Targets.builder(TASKS);
        for (final double[] row : new double[][]{{1, 0}, {2, 1}, {1, 2}, {3, 0}, {2, 1}, {1, 2}}) {
            builder.add(row);
        }
        final Targets targets = builder.build();
        final Duplicates.Conflicts conflicts = Duplicates.of(BITS).conflicts(targets).orElseThrow();
        assertThat(conflicts).isEqualTo(new Duplicates.Conflicts(1, 3, 1, 0, 2));
        assertThat(conflicts.sentence(targets, row -> "Row" + row)).isEqualTo("3 rows have the same features as others "
            + "but another value, in 1 set; for example in 'colour' Row0 (red) and Row2 (blue).");
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class DistinctRowsTest {

    private static final double NONE = Double.NaN;

    private static final List<Task> TASKS =
        List.of(Task.number("y"), Task.classes("colour", List.of("red", "green", "blue")));

    /** Rows 0, 2 and 5 are the same, and 1 and 4. */
    private static final Duplicates SIX = Duplicates.of(CsrMatrix.builder(8).addBinaryRow(new int[]{0, 1})
        .addBinaryRow(new int[]{0}).addBinaryRow(new int[]{0, 1}).addBinaryRow(new int[]{7})
        .addBinaryRow(new int[]{0}).addBinaryRow(new int[]{0, 1}).build());

    private static Targets targets(final double[]... rows) {
        final Targets.Builder builder = Targets.builder(TASKS);
        for (final double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    private static Targets bounds(final String... values) {
        final Targets.Builder builder = Targets.builder(List.of(Task.number("y")));
        for (final String value : values) {
            final Relation relation = switch (value.charAt(0)) {
                case '<' -> Relation.BELOW;
                case '>' -> Relation.ABOVE;
                default -> Relation.EQUAL;
            };
            builder.add(new double[]{Double.parseDouble(value.replaceAll("[<>]", ""))}, new Relation[]{relation}, 1);
        }
        return builder.build();
    }

    @Test
    void numbersAreAveragedAndGapsLeftOut() {
        final DistinctRows distinct = DistinctRows.of(SIX, targets(new double[]{5, 0}, new double[]{NONE, 1},
            new double[]{6, 0}, new double[]{1, 2}, new double[]{NONE, 1}, new double[]{10, 0}));
        assertThat(distinct.rows()).containsExactly(0, 1, 3);
        assertThat(distinct.targets().values(0)).containsExactly(7, NONE, 1);
        assertThat(distinct.targets().weighted()).isFalse();
        assertThat(distinct.targets().censored()).isFalse();
    }

    @Test
    void theMostFrequentClassWinsAndNoneAmongEquals() {
        final DistinctRows distinct = DistinctRows.of(SIX, targets(new double[]{5, 2}, new double[]{3, 0},
            new double[]{5, 1}, new double[]{1, 0}, new double[]{3, 2}, new double[]{5, 2}));
        assertThat(distinct.targets().values(1)).containsExactly(2, NONE, 0);
        assertThat(DistinctRows.of(SIX, targets(new double[]{5, NONE}, new double[]{3, 1}, new double[]{5, 1},
            new double[]{1, 0}, new double[]{3, NONE}, new double[]{5, NONE})).targets().values(1))
                .as("gaps are no class").containsExactly(1, 1, 0);
    }

    @Test
    void aRowThatHasNoValueLeftIsLeftOut() {
        final DistinctRows distinct = DistinctRows.of(SIX, targets(new double[]{5, 2}, new double[]{NONE, 0},
            new double[]{5, 1}, new double[]{1, 0}, new double[]{NONE, 1}, new double[]{5, 2}));
        assertThat(distinct.rows()).containsExactly(0, 3);
        assertThat(distinct.targets().values(0)).containsExactly(5, 1);
    }

    @Test
    void exactValuesCountMoreThanBounds() {
        final Targets merged = DistinctRows.of(SIX, bounds("4", ">1", ">100", "<5", ">3", "6")).targets();
        assertThat(merged.values(0)).containsExactly(5, 2, 5);
        assertThat(merged.relation(0, 0)).isEqualTo(Relation.EQUAL);
        assertThat(merged.relation(1, 0)).isEqualTo(Relation.ABOVE);
        assertThat(merged.relation(2, 0)).isEqualTo(Relation.BELOW);
    }

    @Test
    void boundsOnBothSidesAreNoValue() {
        final DistinctRows distinct = DistinctRows.of(SIX, bounds("4", ">1", "5", "<5", "<3", "6"));
        assertThat(distinct.rows()).containsExactly(0, 3);
    }

    @Test
    void heavierRowsCountMore() {
        final Targets.Builder builder = Targets.builder(TASKS);
        for (final double[] row : new double[][]{{5, 0, 3}, {4, 1, 1}, {1, 1, 1}, {1, 2, 2}, {4, 1, 1}, {1, 1, 1}}) {
            builder.add(new double[]{row[0], row[1]}, null, row[2]);
        }
        final Targets merged = DistinctRows.of(SIX, builder.build()).targets();
        assertThat(merged.values(0)).containsExactly(17 / 5.0, 4, 1);
        assertThat(merged.values(1)).as("3 against 1 + 1").containsExactly(0, 1, 2);
        assertThat(merged.weight(0)).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(merged.weight(2)).isEqualTo(2);
    }
}

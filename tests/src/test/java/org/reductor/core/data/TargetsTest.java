/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Task TOXIC = Task.classes("toxic", List.of("no", "yes"));
    private static final Task PKI = Task.number("pKi");
    private static final double NONE = Double.NaN;

    private static CsrMatrix features(final int rows) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(3);
        IntStream.range(0, rows).forEach(row -> builder.addBinaryRow(new int[]{row % 3}));
        return builder.build();
    }

    @Test
    void rowsHoldValuesGapsRelationsAndWeightsHoweverManyThereAre() {
        final Targets.Builder builder = Targets.builder(List.of(PKI, TOXIC));
        for (int row = 0; row < 300; row++) {
            builder.add(new double[]{row % 4 == 0 ? NONE : row, row % 2},
                row == 200 ? new Relation[]{Relation.ABOVE, Relation.EQUAL} : null, row == 250 ? 2.5 : 1);
        }
        final Targets targets = builder.build();
        assertThat(targets.rows()).isEqualTo(300);
        assertThat(targets.present(8, 0)).isFalse();
        assertThat(targets.value(9, 0)).isEqualTo(9);
        assertThat(targets.value(9, 1)).isEqualTo(1);
        assertThat(targets.relation(199, 0)).isEqualTo(Relation.EQUAL);
        assertThat(targets.relation(200, 0)).isEqualTo(Relation.ABOVE);
        assertThat(targets.weight(249)).isEqualTo(1);
        assertThat(targets.weight(250)).isEqualTo(2.5);
        assertThat(targets.weight(251)).isEqualTo(1);
        assertThat(targets.rowsWith(0, new int[]{4, 5, 6})).containsExactly(5, 6);
        assertThat(targets.classCounts(1, new int[]{0, 1, 2})).containsExactly(2, 1);
        assertThat(targets.moments(0, new int[]{1, 3, 4, 5})).containsExactly(new double[]{3, 2}, within(1e-12));
    }

    @Test
    void aTaskWithoutValuesOrWithOneValueOnlyCannotBeLearned() {
        final Targets none = Targets.builder(List.of(PKI, TOXIC)).add(new double[]{1, NONE})
            .add(new double[]{2, NONE}).build();
        assertThatThrownBy(() -> new Dataset(features(2), none)).hasMessageContaining("'toxic' has no value")
            .hasMessageContaining("2 rows").hasMessageContaining("Leave it out");
        final Targets one = Targets.builder(List.of(TOXIC)).add(new double[]{1}).add(new double[]{1}).build();
        assertThatThrownBy(() -> new Dataset(features(2), one)).hasMessageContaining("constant: all 2 rows")
            .hasMessageContaining("class 'yes'");
        assertThatThrownBy(() -> new Dataset(features(2), Targets.of("y", 5, 5))).hasMessageContaining("value 5.0");
    }

    @Test
    void valuesThatCannotBeAreRefusedByRow() {
        assertThatThrownBy(() -> Targets.of("pKi", 1, Double.POSITIVE_INFINITY)).hasMessageContaining("'pKi' of row 1")
            .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Targets.of("pKi", NONE)).hasMessageContaining("row 0").hasMessageContaining("NaN");
        assertThatThrownBy(() -> Targets.builder(List.of(TOXIC)).add(new double[]{2})).hasMessageContaining("'toxic'")
            .hasMessageContaining("2.0").hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> Targets.builder(List.of(PKI)).add(new double[]{2}, null, 0))
            .hasMessageContaining("weight of row 0 is 0.0");
        assertThatThrownBy(() -> Targets.builder(List.of(PKI)).add(new double[2]))
            .hasMessageContaining("2 values for 1");
    }

    @Test
    void tasksNeedDifferentNamesAndClasses() {
        assertThatThrownBy(() -> Targets.builder(List.of(PKI, PKI))).hasMessageContaining("same name");
        assertThatThrownBy(() -> Targets.builder(List.of())).hasMessageContaining("no target");
        assertThatThrownBy(() -> Task.classes("c", List.of("a"))).hasMessageContaining("one class 'a'");
        assertThatThrownBy(() -> Task.classes("c", List.of("a", "a"))).hasMessageContaining("twice");
    }

    @Test
    void theDigestTellsValuesGapsRelationsAndWeightsApart() {
        final Relation[] above = {Relation.ABOVE};
        final List<Targets> different = List.of(Targets.of("y", 1, 2), Targets.of("y", 1, 3),
            Targets.builder(List.of(PKI)).add(new double[]{1}).add(new double[]{NONE}).build(),
            Targets.builder(List.of(PKI)).add(new double[]{1}).add(new double[]{2}, above, 1).build(),
            Targets.builder(List.of(PKI)).add(new double[]{1}).add(new double[]{2}, null, 2).build());
        assertThat(different.stream().map(targets -> new Dataset(features(2), targets).sha256()).distinct())
            .hasSameSizeAs(different);
    }
}

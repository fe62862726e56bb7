/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class DatasetTest {

    private static CsrMatrix twoRows(final int secondColumn) {
        return CsrMatrix.builder(4).addBinaryRow(new int[]{0}).addBinaryRow(new int[]{secondColumn}).build();
    }

    @Test
    void groupsArePartOfTheDigestAndOneIsNeededARow() {
        final double[] targets = {1, 2};
        final Dataset grouped = new Dataset(twoRows(1), Targets.of("y", targets), RowGroups.of(List.of("a", "b")));
        assertThat(grouped.sha256()).isNotEqualTo(new Dataset(twoRows(1), Targets.of("target", targets)).sha256())
            .isNotEqualTo(new Dataset(twoRows(1), Targets.of("y", targets), RowGroups.of(List.of("a", "a"))).sha256());
        assertThatThrownBy(() -> new Dataset(twoRows(1), Targets.of("y", targets), RowGroups.of(List.of("a"))))
            .hasMessageContaining("2 rows but groups for 1;");
    }

    @Test
    void duplicatesBecomeOneRowWithTheMeanTargetAndTheFirstGroup() {
        final CsrMatrix features = CsrMatrix.builder(3).addBinaryRow(new int[]{1}).addBinaryRow(new int[]{0})
            .addBinaryRow(new int[]{1}).build();
        final Dataset averaged =
            new Dataset(features, Targets.of("y", 1, 7, 4), RowGroups.of(List.of("a", "b", "c"))).averagingDuplicates();
        assertThat(averaged.targets().values(0)).containsExactly(2.5, 7);
        assertThat(averaged.features().rowColumns(0)).containsExactly(1);
        assertThat(averaged.groups().name(averaged.groups().of(0))).isEqualTo("a");
        assertThat(averaged.averagingDuplicates()).isSameAs(averaged);
    }

    @Test
    void aConstantTargetIsRefusedNamingItsValue() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), Targets.of("target", 5.5, 5.5)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("constant").hasMessageContaining("5.5");
    }

    @Test
    void aTargetThatIsNotFiniteIsRefusedNamingTheRow() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), Targets.of("target", 1, Double.NaN)))
            .hasMessageContaining("row 1");
    }

    @Test
    void numbersBeyondWhatCanBeComputedWithAreRefusedNamingTheRow() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), Targets.of("target", 1, 1e200)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 1 is 1.0E200")
            .hasMessageContaining("at most 1.0E30");
        final CsrMatrix large = CsrMatrix.builder(4).addRow(new int[]{0, 2}, new float[]{1, 1e15f})
            .addRow(new int[]{1, 3}, new float[]{1, -1e38f}).build();
        assertThatThrownBy(() -> new Dataset(large, Targets.of("target", 1, 2)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Feature 3 of row 1 is -1.0E38").hasMessageContaining("scale the feature");
        assertThat(new Dataset(twoRows(1), Targets.of("target", -1e30, 1e30)).rows()).isEqualTo(2);
    }

    @Test
    void tooManyFeaturesAreRefused() {
        final CsrMatrix wide = CsrMatrix.builder(2_000_001).addBinaryRow(new int[]{2_000_000}).build();
        assertThatThrownBy(() -> new Dataset(wide, Targets.of("target", 1)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("2,000,001 features").hasMessageContaining("2,000,000");
    }

    @Test
    void theNumberOfTargetsMustFit() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), Targets.of("target", 1)))
            .hasMessageContaining("2 rows of features");
    }

    @Test
    void theDigestSeesFeaturesAndTargets() {
        final String digest = new Dataset(twoRows(1), Targets.of("target", 1, 2)).sha256();
        assertThat(new Dataset(twoRows(1), Targets.of("target", 1, 2)).sha256()).isEqualTo(digest).hasSize(64);
        assertThat(new Dataset(twoRows(2), Targets.of("target", 1, 2)).sha256()).isNotEqualTo(digest);
        assertThat(new Dataset(twoRows(1), Targets.of("target", 1, 3)).sha256()).isNotEqualTo(digest);
    }
}

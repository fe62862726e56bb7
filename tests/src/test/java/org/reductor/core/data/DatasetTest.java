/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatasetTest {

    private static CsrMatrix twoRows(final int secondColumn) {
        return CsrMatrix.builder(4).addBinaryRow(new int[]{0}).addBinaryRow(new int[]{secondColumn}).build();
    }

    @Test
    void aConstantTargetIsRefusedNamingItsValue() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), new double[]{5.5, 5.5}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("constant").hasMessageContaining("5.5");
    }

    @Test
    void aTargetThatIsNotFiniteIsRefusedNamingTheRow() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), new double[]{1, Double.NaN})).hasMessageContaining("row 1");
    }

    @Test
    void theNumberOfTargetsMustFit() {
        assertThatThrownBy(() -> new Dataset(twoRows(1), new double[]{1})).hasMessageContaining("2 rows of features");
    }

    @Test
    void theDigestSeesFeaturesAndTargets() {
        final String digest = new Dataset(twoRows(1), new double[]{1, 2}).sha256();
        assertThat(new Dataset(twoRows(1), new double[]{1, 2}).sha256()).isEqualTo(digest).hasSize(64);
        assertThat(new Dataset(twoRows(2), new double[]{1, 2}).sha256()).isNotEqualTo(digest);
        assertThat(new Dataset(twoRows(1), new double[]{1, 3}).sha256()).isNotEqualTo(digest);
    }
}

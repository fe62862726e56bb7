/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class RowGroupsTest {

    private static final RowGroups GROUPS = RowGroups.of(List.of("b", "a", "b", "c", "a"));

    @Test
    void rowsWithEqualLabelsAreAGroup() {
        assertThat(GROUPS.count()).isEqualTo(3);
        assertThat(GROUPS.name(GROUPS.of(2))).isEqualTo("b");
        assertThat(GROUPS.members()).containsExactly(new int[]{0, 2}, new int[]{1, 4}, new int[]{3});
    }

    @Test
    void selectedRowsKeepTheirGroups() {
        final RowGroups some = GROUPS.select(new int[]{3, 4, 1});
        assertThat(some.members()).containsExactly(new int[]{0}, new int[]{1, 2});
        assertThat(some.name(1)).isEqualTo("a");
    }

    @Test
    void theDigestIsOfTheGroupingNotOfItsLabels() {
        assertThat(GROUPS.sha256()).hasSize(64)
            .isEqualTo(RowGroups.of(List.of("x", "y", "x", "z", "y")).sha256())
            .isNotEqualTo(RowGroups.of(List.of("x", "y", "x", "z", "z")).sha256());
    }
}

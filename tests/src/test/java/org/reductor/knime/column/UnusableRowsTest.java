/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class UnusableRowsTest {

    @Test
    void sentenceCountsAndNamesTheFirstRowOfTheTable() {
        final var rows = new UnusableRows();
        IntStream.range(0, 1_000).parallel().forEach(i -> rows.add(i, "Row" + i, "Reason " + i + "."));

        assertThat(rows.sentence(12_345, "molecules", "could not be read"))
            .isEqualTo("1,000 of 12,345 molecules could not be read. The first is Row0: Reason 0.");
    }

    @Test
    void oneRowIsSingular() {
        final var rows = new UnusableRows();
        rows.add(7, "Row7", "It is bad.");

        assertThat(rows.sentence(9, "rows", "were skipped")).startsWith("1 of 9 rows was skipped.");
        assertThat(rows.sentence(9, "rows", "have no prediction")).startsWith("1 of 9 rows has no prediction.");
    }
}

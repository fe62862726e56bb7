/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.Columns.Role;

class NumbersAsTextTest {

    private static void refuse(final String... values) throws Exception {
        final Object[][] rows = Arrays.stream(values).map(value -> new Object[]{value}).toArray(Object[][]::new);
        NumbersAsText.refuse(Tables.of(List.of(text("activity")), rows), "training table", Role.TARGET, "activity",
            NodeRunner.context());
    }

    @Test
    void theValueThatMakesAColumnTextIsNamedWithItsRow() {
        assertThatThrownBy(() -> refuse("5.1", ">6.2", "4.9")).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The target column 'activity' of the training table must hold numbers, but 1 of its 3 values "
                + "is none: '>6.2' in Row1. A number with a relation before it cannot be used: leave out such rows, or "
                + "keep the number alone.");
        assertThatThrownBy(() -> refuse("5.1", null, "n.d.", "4.9", "?"))
            .hasMessageContaining("but 2 of its 4 values are none: first 'n.d.' in Row2. Correct it");
        assertThatThrownBy(() -> refuse("5,1", "6,2")).hasMessageContaining("'5,1' in Row0")
            .hasMessageContaining("If the comma is a decimal point");
        assertThatThrownBy(() -> refuse("x".repeat(5000))).hasMessageContaining("xxx...' in Row0")
            .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    /** What a reader takes for a number too, in any of its forms. */
    @Test
    void numbersAreNotBlamed() {
        assertThatThrownBy(() -> refuse("1", "-2.5", "+3.", ".5", "1e-7", "6.02E23", " 7 ", "NaN"))
            .hasMessageContaining("but 1 of its 8 values is none: 'NaN' in Row7");
        assertThatThrownBy(() -> refuse("1", "2.5"))
            .hasMessageContaining("must hold numbers, but holds them as text. Turn them into numbers");
    }

    @Test
    void anEmptyColumnHasNoValues() {
        assertThatThrownBy(() -> refuse(null, null, "")).hasMessage("The target column 'activity' of the training "
            + "table has no values: all 3 rows are empty there. Choose another column.");
        assertThatThrownBy(() -> refuse())
            .hasMessageContaining("must hold numbers, but holds text, and the table has no rows");
    }

    @Test
    void numbersAndOtherColumnsAreLeftToColumns() throws Exception {
        final var spec = new DataTableSpec(number("mass"), text("activity"));

        NumbersAsText.refuse(Tables.of(List.of(number("mass")), new Object[]{1.0}), "table", Role.TARGET, "mass",
            NodeRunner.context());
        assertThat(NumbersAsText.require(spec, "table", Role.TARGET, "mass")).isZero();
        assertThat(NumbersAsText.require(spec, "table", Role.TARGET, "activity")).isEqualTo(1);
        assertThat(NumbersAsText.warning(spec, "table", Role.TARGET, "mass")).isEmpty();
        assertThat(NumbersAsText.warning(spec, "table", Role.TARGET, "activity").orElseThrow())
            .startsWith("The target column 'activity' of the table holds text (String), and numbers are needed.");
        assertThatThrownBy(() -> NumbersAsText.require(spec, "table", Role.TARGET, "gone"))
            .hasMessageContaining("'gone' is not in the table");
        assertThatThrownBy(() -> NumbersAsText.require(spec, "table", Role.TARGET, null))
            .hasMessageStartingWith("No target column is chosen");
    }
}

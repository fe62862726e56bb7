/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.reductor.knime.NodeRunner;

class CsvWriterNodeTest {

    private static String write(final DataCell cell, final DataType type) throws Exception {
        final var exec = NodeRunner.context();
        final var rows = exec.createDataContainer(
            new DataTableSpec(new DataColumnSpecCreator("x", type).createSpec()));
        rows.addRowToTable(new DefaultRow("Row0", cell));
        rows.close();
        final StringWriter text = new StringWriter();
        CsvWriterNodeFactory.write(rows.getTable(), ",", text, exec);
        return text.toString().replace("\"x\"" + System.lineSeparator(), "").stripTrailing();
    }

    private static String write(final double value) throws Exception {
        return write(new DoubleCell(value), DoubleCell.TYPE);
    }

    private static String write(final String value) throws Exception {
        return write(new StringCell(value), StringCell.TYPE);
    }

    @Test
    void doublesHaveAllTheirDigitsAndNoExponent() throws Exception {
        assertThat(write(1)).isEqualTo("1");
        assertThat(write(0.1)).isEqualTo("0.1");
        assertThat(write(-1.0 / 3)).isEqualTo("-0.3333333333333333");
        assertThat(write(1e-7)).isEqualTo("0.0000001");
        assertThat(write(1.5e9)).isEqualTo("1500000000");
        assertThat(write(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void integersAreWrittenPlainly() throws Exception {
        assertThat(write(new IntCell(-3), IntCell.TYPE)).isEqualTo("-3");
        assertThat(write(new LongCell(3_000_000_000L), LongCell.TYPE)).isEqualTo("3000000000");
    }

    @Test
    void textsAreQuotedAndMissingValuesEmpty() throws Exception {
        assertThat(write("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(write(DataType.getMissingCell(), StringCell.TYPE)).isEmpty();
    }
}

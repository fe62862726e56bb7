/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.reductor.runner.nodes.csv.CsvWriterParameters.QuoteMode;

class CsvRowWriterTest {

    private final CsvWriterParameters parameters = new CsvWriterParameters();

    {
        parameters.m_settings.m_rowDelimiter = "\n";
    }

    private String write(final DataCell cell, final DataType type) throws IOException {
        final StringWriter text = new StringWriter();
        final DataTableSpec spec = new DataTableSpec(new DataColumnSpecCreator("x", type).createSpec());
        new CsvRowWriter(text, parameters, spec).write(new DefaultRow("Row0", cell));
        return text.toString().stripTrailing();
    }

    private String write(final double value) throws IOException {
        return write(new DoubleCell(value), DoubleCell.TYPE);
    }

    private String write(final String value) throws IOException {
        return write(new StringCell(value), StringCell.TYPE);
    }

    @Test
    void doublesHaveAllTheirDigitsAndNoExponent() throws IOException {
        assertThat(write(1)).isEqualTo("1");
        assertThat(write(0.1)).isEqualTo("0.1");
        assertThat(write(-1.0 / 3)).isEqualTo("-0.3333333333333333");
        assertThat(write(1e-7)).isEqualTo("0.0000001");
        assertThat(write(1.5e9)).isEqualTo("1500000000");
        assertThat(write(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void numberFormatsFollowTheSettings() throws IOException {
        parameters.m_advanced.m_trailingZero = true;
        assertThat(write(1)).isEqualTo("1.0");
        parameters.m_advanced.m_decimal = ',';
        assertThat(write(2.5)).isEqualTo("2,5");
        parameters.m_advanced.m_scientific = true;
        assertThat(write(1e-7)).isEqualTo("1.0E-7");
    }

    @Test
    void integersAreWrittenPlainly() throws IOException {
        assertThat(write(new IntCell(-3), IntCell.TYPE)).isEqualTo("-3");
        assertThat(write(new LongCell(3_000_000_000L), LongCell.TYPE)).isEqualTo("3000000000");
    }

    @Test
    void quotesFollowTheirMode() throws IOException {
        assertThat(write("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        parameters.m_advanced.m_quoteMode = QuoteMode.IF_NEEDED;
        assertThat(write("plain")).isEqualTo("plain");
        assertThat(write("a,b")).isEqualTo("\"a,b\"");
        parameters.m_advanced.m_quoteMode = QuoteMode.NEVER;
        parameters.m_advanced.m_separatorReplacement = "_";
        assertThat(write("a,b")).isEqualTo("a_b");
        parameters.m_advanced.m_quoteMode = QuoteMode.ALWAYS;
        assertThat(write(1)).isEqualTo("\"1\"");
    }

    @Test
    void missingValuesHaveTheirPatternWithoutQuotes() throws IOException {
        parameters.m_advanced.m_missing = "NA";
        assertThat(write(DataType.getMissingCell(), StringCell.TYPE)).isEqualTo("NA");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;
import java.io.Writer;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.StringJoiner;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.reductor.runner.nodes.csv.CsvWriterParameters.QuoteMode;

/** Writes rows as KNIME's CSV Writer does, to the character. */
final class CsvRowWriter {

    /** All digits that a double can have behind the point. */
    private static final int FRACTION_DIGITS = 340;

    private final Writer writer;

    private final CsvWriterParameters.Settings settings;

    private final CsvWriterParameters.Advanced advanced;

    private final String lineBreak;

    private final DataTableSpec spec;

    private final boolean[] numeric;

    private final DecimalFormat decimals;

    private final DecimalFormat integers;

    CsvRowWriter(final Writer writer, final CsvWriterParameters parameters, final DataTableSpec spec) {
        this.writer = writer;
        this.settings = parameters.m_settings;
        this.advanced = parameters.m_advanced;
        this.lineBreak = parameters.lineBreak();
        this.spec = spec;
        this.numeric = new boolean[spec.getNumColumns()];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = spec.getColumnSpec(i).getType().isCompatible(DoubleValue.class);
        }
        final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        decimals = new DecimalFormat(advanced.m_trailingZero ? "#.0" : "#.#", symbols);
        decimals.setMaximumFractionDigits(FRACTION_DIGITS);
        integers = new DecimalFormat("#", symbols);
    }

    void writeHeader() throws IOException {
        final StringJoiner line = new StringJoiner(settings.m_columnDelimiter);
        if (settings.m_writeRowId) {
            line.add(quoted("row ID", false));
        }
        spec.forEach(c -> line.add(quoted(c.getName(), false)));
        writeLine(line);
    }

    void write(final DataRow row) throws IOException {
        final StringJoiner line = new StringJoiner(settings.m_columnDelimiter);
        if (settings.m_writeRowId) {
            line.add(quoted(row.getKey().getString(), false));
        }
        for (int i = 0; i < numeric.length; i++) {
            final DataCell cell = row.getCell(i);
            if (cell.isMissing()) {
                line.add(String.valueOf(advanced.m_missing));
            } else {
                line.add(quoted(numeric[i] ? number(cell, i) : cell.toString(), numeric[i]));
            }
        }
        writeLine(line);
    }

    private void writeLine(final StringJoiner line) throws IOException {
        writer.write(line.toString());
        writer.write(lineBreak);
    }

    private String number(final DataCell cell, final int column) {
        if (advanced.m_scientific) {
            return cell.toString();
        }
        final double value = ((DoubleValue)cell).getDoubleValue();
        if (spec.getColumnSpec(column).getType() != DoubleCell.TYPE) {
            return integers.format(value);
        }
        final String text = decimals.format(value);
        return advanced.m_decimal == '.' ? text : text.replace('.', advanced.m_decimal);
    }

    private String quoted(final String value, final boolean isNumber) {
        final QuoteMode mode = advanced.m_quoteMode;
        final String delimiter = settings.m_columnDelimiter;
        if (mode == QuoteMode.NEVER) {
            return isNumber ? value : value.replace(delimiter, advanced.m_separatorReplacement);
        }
        final boolean breaks =
            value.contains(delimiter) || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0;
        if (mode == QuoteMode.ALWAYS || mode == QuoteMode.STRINGS_ONLY && !isNumber
            || mode == QuoteMode.IF_NEEDED && breaks) {
            final String quote = String.valueOf(settings.m_quote);
            final String escape = String.valueOf(settings.m_quoteEscape);
            final String safe = quote.equals(escape) ? value : value.replace(escape, escape + escape);
            return quote + safe.replace(quote, escape + quote) + quote;
        }
        return value;
    }
}

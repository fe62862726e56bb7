/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.InvalidSettingsException;

/** Reads one CSV file as KNIME's CSV Reader does: names, types and RowIDs included. */
final class CsvTableReader {

    /** Takes the rows of the table. */
    interface RowSink {
        /** @param row the next row */
        void accept(DataRow row) throws Exception;
    }

    private record Line(long number, String[] values) {
    }

    private final CsvReaderParameters parameters;

    private final Path file;

    private final String shown;

    private final Charset charset;

    private final NumberFormat numbers;

    CsvTableReader(final CsvReaderParameters parameters) throws InvalidSettingsException {
        this.parameters = parameters;
        this.file = parameters.m_settings.m_file.m_path.resolve();
        this.shown = parameters.m_settings.m_file.m_path.shown();
        this.charset = parameters.charset();
        this.numbers = parameters.numberFormat();
    }

    /** @return names and types, guessed from as many rows as the settings allow */
    DataTableSpec readSpec() throws IOException {
        final List<Line> lines = new ArrayList<>();
        final String[] header = readLines(lines, true);
        return spec(header, lines);
    }

    /** @return the table's name, columns and types; the rows go to the sink, which is asked for once they are known */
    DataTableSpec read(final Function<DataTableSpec, RowSink> sinks) throws Exception {
        final List<Line> lines = new ArrayList<>();
        final String[] header = readLines(lines, false);
        final DataTableSpec spec = spec(header, lines);
        final RowSink sink = sinks.apply(spec);
        final ColumnType[] types = types(lines, spec.getNumColumns());
        long index = 0;
        for (final Line line : lines) {
            sink.accept(row(line, index++, spec, types));
        }
        return spec;
    }

    private int idColumns() {
        return parameters.m_settings.m_hasRowId ? 1 : 0;
    }

    /** Reads the data rows and returns the header, null without one. */
    private String[] readLines(final List<Line> lines, final boolean forSpec) throws IOException {
        final var limits = parameters.m_limits;
        long left = limits.m_limitRows ? limits.m_maxRows : Long.MAX_VALUE;
        if (forSpec && parameters.m_advanced.m_limitScan) {
            left = Math.min(left, parameters.m_advanced.m_maxScan);
        }
        try (CsvRowReader rows = new CsvRowReader(open(), parameters.format())) {
            rows.skipLines(limits.m_skipLines ? limits.m_linesToSkip : 0);
            String[] header = null;
            if (parameters.m_settings.m_hasColumnHeader) {
                header = rows.next();
                if (header == null) {
                    throw new IOException("the file has no row with the column names");
                }
            }
            for (long i = 0; limits.m_skipRows && i < limits.m_rowsToSkip; i++) {
                rows.next();
            }
            int width = header == null ? -1 : header.length;
            for (String[] r = rows.next(); r != null && left > 0; r = rows.next()) {
                if (parameters.m_settings.m_skipEmptyRows && isEmpty(r)) {
                    continue;
                }
                width = width < 0 ? r.length : width;
                checkWidth(r, width, rows.rowLine());
                lines.add(new Line(rows.rowLine(), r));
                left--;
            }
            return header;
        } catch (final FileNotFoundException | NoSuchFileException ex) {
            throw new IOException("The file '" + shown + "' does not exist (looked for " + file + ").", ex);
        } catch (final IOException ex) {
            throw new IOException("The file '" + shown + "' cannot be read: " + ex.getMessage(), ex);
        }
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            in = new GZIPInputStream(in);
        }
        final PushbackReader reader = new PushbackReader(new InputStreamReader(in, charset), 1);
        final int first = reader.read();
        if (first != '\uFEFF' && first >= 0) { // a byte order mark is not part of the first name
            reader.unread(first);
        }
        return reader;
    }

    private static boolean isEmpty(final String[] row) {
        for (final String value : row) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    private void checkWidth(final String[] row, final int width, final long line) throws IOException {
        if (row.length != width && !parameters.m_settings.m_shortRows) {
            throw new IOException("line " + line + " has " + row.length + " values where " + width
                + " are expected. Correct the line, or allow short rows ('support_short_data_rows').");
        }
    }

    private DataTableSpec spec(final String[] header, final List<Line> lines) {
        int width = header == null ? 0 : header.length;
        for (final Line line : lines) {
            width = Math.max(width, line.values.length);
        }
        final int columns = Math.max(0, width - idColumns());
        final String[] names = new ColumnNames(header, idColumns()).of(columns);
        final ColumnType[] types = types(lines, columns);
        final DataColumnSpec[] specs = new DataColumnSpec[columns];
        for (int i = 0; i < columns; i++) {
            specs[i] = new DataColumnSpecCreator(names[i], types[i].type()).createSpec();
        }
        return new DataTableSpec(file.getFileName().toString(), specs);
    }

    /** A column without any value is a text column. */
    private ColumnType[] types(final List<Line> lines, final int columns) {
        final ColumnType[] types = new ColumnType[columns];
        final long limit = parameters.m_advanced.m_limitScan ? parameters.m_advanced.m_maxScan : Long.MAX_VALUE;
        lines.stream().limit(limit).forEach(line -> {
            for (int i = 0; i < columns && i + idColumns() < line.values.length; i++) {
                final String value = line.values[i + idColumns()];
                if (value != null) {
                    types[i] = (types[i] == null ? ColumnType.INT : types[i]).widenedFor(value, numbers);
                }
            }
        });
        for (int i = 0; i < columns; i++) {
            types[i] = types[i] == null ? ColumnType.STRING : types[i];
        }
        return types;
    }

    private DataRow row(final Line line, final long index, final DataTableSpec spec, final ColumnType[] types)
        throws IOException {
        final DataCell[] cells = new DataCell[types.length];
        for (int i = 0; i < cells.length; i++) {
            final int position = i + idColumns();
            final String value = position < line.values.length ? line.values[position] : null;
            try {
                cells[i] = value == null ? DataType.getMissingCell() : types[i].cell(value, numbers);
            } catch (final NumberFormatException ex) {
                throw new IOException("The file '" + shown + "', line " + line.number + ", column '"
                    + spec.getColumnSpec(i).getName() + "' holds '" + value + "', which is not " + types[i].words()
                    + " as the first " + parameters.m_advanced.m_maxScan
                    + " rows made it look. Scan more rows ('limit_data_rows_scanned').");
            }
        }
        String id = "Row" + index;
        if (idColumns() > 0) {
            id = line.values[0];
            if (id == null) {
                throw new IOException("The file '" + shown + "', line " + line.number + " has no RowID.");
            }
        }
        return new DefaultRow(id, cells);
    }
}

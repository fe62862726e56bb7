/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;

/**
 * Reads one CSV file as KNIME's CSV Reader does, names, types and RowIDs included: once for the types, as far as the
 * settings say, and once for the rows, which are handed on one by one.
 */
final class CsvTableReader {

    /** Takes the rows of the table. */
    interface RowSink {
        void accept(DataRow row) throws CanceledExecutionException;
    }

    private interface Visitor {
        void visit(String[] values, CsvRecords records) throws IOException, CanceledExecutionException;
    }

    private final CsvReaderParameters parameters;

    private final Path file;

    private final Charset charset;

    private String[] names = {};

    private final List<ColumnGuess> guesses = new ArrayList<>();

    private RowWarnings found;

    CsvTableReader(final CsvReaderParameters parameters) throws InvalidSettingsException {
        this.parameters = parameters;
        this.file = parameters.file().resolve();
        this.charset = parameters.charset();
    }

    /** Names and types, guessed from as many rows as the settings allow. */
    DataTableSpec readSpec() throws IOException {
        guesses.clear();
        try {
            visit(parameters.m_advanced.m_limitScan ? parameters.m_advanced.m_maxScan : Long.MAX_VALUE,
                (values, records) -> {
                    for (int i = 0; i < values.length; i++) {
                        guesses.get(i).add(values[i], records.firstLine());
                    }
                });
        } catch (final CanceledExecutionException ex) {
            throw new IllegalStateException(ex); // there is nothing to cancel
        }
        final DataColumnSpec[] columns = new DataColumnSpec[names.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new DataColumnSpecCreator(names[i], guesses.get(i).type().type).createSpec();
        }
        return new DataTableSpec(file.getFileName().toString(), columns);
    }

    /** A repeated name gets a number; a missing one is called Column and its index. */
    private static String[] names(final String[] header) {
        final String[] result = header.clone();
        final UniqueNameGenerator unique = new UniqueNameGenerator(Set.of());
        for (int i = 0; i < header.length; i++) {
            result[i] = header[i] == null ? null : unique.newName(header[i]);
        }
        for (int i = 0; i < result.length; i++) {
            result[i] = result[i] == null ? unique.newName("Column" + i) : result[i];
        }
        return result;
    }

    /** What looks wrong, in sentences; {@link #readSpec} comes first. */
    List<String> readRows(final RowSink sink) throws IOException, CanceledExecutionException {
        final long[] index = new long[1];
        visit(Long.MAX_VALUE, (values, records) -> {
            found.row(values, records);
            sink.accept(row(values, records.firstLine(), index[0]++));
        });
        final boolean damaged = found.hasReplaced() && breaksCharset();
        final List<String> warnings = found.sentences(names, damaged ? charset.name() : null);
        final List<String> empty = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            guesses.get(i).warning(names[i]).ifPresent(warnings::add);
            if (guesses.get(i).isEmpty()) {
                empty.add(names[i]);
            }
        }
        if (!empty.isEmpty()) {
            warnings.add("Without values in the rows that types are guessed from, and so of the type text: '"
                + String.join("', '", empty) + "'.");
        }
        return warnings;
    }

    private void visit(final long limit, final Visitor visitor) throws IOException, CanceledExecutionException {
        final String shown = parameters.file().shown();
        try (InputStream in = open();
            CsvRecords records = new CsvRecords(new InputStreamReader(in, charset), parameters.parserSettings())) {
            final String[] header = records.next();
            if (header == null) {
                throw new IOException("it has no row with the names of the columns.");
            }
            names = names(header);
            while (guesses.size() < header.length) {
                guesses.add(new ColumnGuess());
            }
            found = new RowWarnings();
            found.header(header, records);
            final RowWidth width = new RowWidth(parameters.m_settings.m_columnDelimiter, header);
            String[] values;
            for (long i = 0; i < limit && (values = records.next()) != null; i++) {
                width.check(values, records.firstLine());
                visitor.visit(values, records);
            }
            width.end();
        } catch (final FileNotFoundException | NoSuchFileException ex) {
            throw new IOException("The file '" + shown + "' does not exist (looked for " + file + ").", ex);
        } catch (final IOException ex) {
            throw new IOException("The file '" + shown + "' cannot be read: " + ex.getMessage(), ex);
        }
    }

    private InputStream open() throws IOException {
        final InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            FileKind.check(in, charset);
            return in;
        } catch (final IOException ex) {
            in.close();
            throw ex;
        }
    }

    /** Whether the file has bytes that its encoding does not know. */
    private boolean breaksCharset() throws IOException {
        try (Reader strict = new InputStreamReader(open(), charset.newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return false;
        } catch (final CharacterCodingException ex) {
            return true;
        }
    }

    private DataRow row(final String[] values, final long line, final long index) throws IOException {
        final DataCell[] cells = new DataCell[names.length];
        for (int i = 0; i < values.length; i++) {
            final ColumnGuess.Type type = guesses.get(i).type();
            try {
                cells[i] = values[i] == null ? DataType.getMissingCell() : type.cell(values[i]);
            } catch (final NumberFormatException ex) {
                throw new IOException("line " + line + ", column '" + names[i] + "' holds '"
                    + CsvRecords.shortened(values[i]) + "', not " + type.words + ", unlike the first "
                    + parameters.m_advanced.m_maxScan + " rows, which types are guessed from. Scan more rows "
                    + "('limit_data_rows_scanned').", ex);
            }
        }
        return new DefaultRow("Row" + index, cells);
    }
}

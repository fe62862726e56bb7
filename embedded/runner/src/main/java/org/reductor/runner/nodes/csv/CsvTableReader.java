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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import org.knime.core.util.UniqueNameGenerator;

/**
 * Reads one CSV file as KNIME's CSV Reader does, names, types and RowIDs included: once for the types, as far as the
 * settings say, and once for the rows, which are handed on one by one.
 */
final class CsvTableReader {

    /** Takes the rows of the table. */
    interface RowSink {
        /** @param row the next row */
        void accept(DataRow row) throws Exception;
    }

    private interface Visitor<X extends Exception> {
        void visit(String[] values, CsvRecords records) throws IOException, X;
    }

    private final CsvReaderParameters parameters;

    private final Path file;

    private final String shown;

    private final Charset charset;

    private final NumberFormat numbers;

    /** Names and types of all columns of the file, RowIDs included. */
    private String[] names = {};

    private final List<ColumnGuess> guesses = new ArrayList<>();

    private RowWarnings found;

    CsvTableReader(final CsvReaderParameters parameters) throws InvalidSettingsException {
        this.parameters = parameters;
        this.file = parameters.file().resolve();
        this.shown = parameters.file().shown();
        this.charset = parameters.charset();
        this.numbers = parameters.numberFormat();
    }

    /** @return names and types, guessed from as many rows as the settings allow */
    DataTableSpec readSpec() throws IOException {
        guesses.clear();
        final long limit = parameters.m_advanced.m_limitScan ? parameters.m_advanced.m_maxScan : Long.MAX_VALUE;
        final String[] header = this.<RuntimeException>visit(limit, (values, records) -> {
            guessUpTo(values.length);
            for (int i = 0; i < values.length; i++) {
                guesses.get(i).add(values[i], records.firstLine(), numbers);
            }
        });
        guessUpTo(header.length);
        names = names(header);
        final DataColumnSpec[] columns = new DataColumnSpec[Math.max(0, names.length - ids())];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new DataColumnSpecCreator(names[ids() + i], guesses.get(ids() + i).type().type).createSpec();
        }
        return new DataTableSpec(file.getFileName().toString(), columns);
    }

    private void guessUpTo(final int count) {
        while (guesses.size() < count) {
            guesses.add(new ColumnGuess());
        }
    }

    /** A repeated name gets a number; a missing one is called Column and its index. */
    private String[] names(final String[] header) {
        final String[] result = Arrays.copyOf(header, guesses.size());
        final UniqueNameGenerator unique = new UniqueNameGenerator(Set.of());
        for (int i = ids(); i < header.length; i++) {
            result[i] = header[i] == null ? null : unique.newName(header[i]);
        }
        for (int i = ids(); i < result.length; i++) {
            result[i] = result[i] == null ? unique.newName("Column" + (i - ids())) : result[i];
        }
        return result;
    }

    /** Number of leading columns that are no data. */
    private int ids() {
        return parameters.m_settings.m_hasRowId ? 1 : 0;
    }

    /**
     * @param sinks gives who takes the rows, once names and types are known
     * @return what looks wrong, in sentences
     */
    List<String> read(final Function<DataTableSpec, RowSink> sinks) throws Exception {
        final RowSink sink = sinks.apply(readSpec());
        final long[] index = new long[1];
        this.<Exception>visit(Long.MAX_VALUE, (values, records) -> {
            found.row(values, records);
            sink.accept(row(values, records.firstLine(), index[0]++));
        });
        final boolean damaged = found.hasReplaced() && breaksCharset();
        final List<String> warnings = found.sentences(names, damaged ? charset.name() : null);
        final List<String> empty = new ArrayList<>();
        for (int i = ids(); i < names.length; i++) {
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

    /**
     * Hands on the rows that the settings ask for.
     *
     * @return the names of the columns; empty if the file has none
     */
    private <X extends Exception> String[] visit(final long limit, final Visitor<X> visitor) throws IOException, X {
        final CsvReaderParameters.LimitRows limits = parameters.m_limits;
        try (InputStream in = open(); CsvRecords records = new CsvRecords(new InputStreamReader(in, charset),
            parameters.parserSettings(), limits.m_skipLines ? limits.m_linesToSkip : 0)) {
            String[] header = {};
            found = new RowWarnings();
            if (parameters.m_settings.m_hasColumnHeader) {
                header = records.next();
                if (header == null) {
                    throw new IOException("it has no row with the names of the columns.");
                }
                found.header(header, records);
            }
            for (long i = 0; limits.m_skipRows && i < limits.m_rowsToSkip; i++) {
                records.next();
            }
            final RowWidth width = new RowWidth(parameters.m_settings, header);
            final long rows = limits.m_limitRows ? Math.min(limit, limits.m_maxRows) : limit;
            String[] values;
            for (long i = 0; i < rows && (values = records.next()) != null; i++) {
                if (!parameters.m_settings.m_skipEmptyRows || !Arrays.stream(values).allMatch(Objects::isNull)) {
                    width.check(values, records.firstLine());
                    visitor.visit(values, records);
                }
            }
            width.end();
            return header;
        } catch (final FileNotFoundException | NoSuchFileException ex) {
            throw new IOException("The file '" + shown + "' does not exist (looked for " + file + ").", ex);
        } catch (final IOException ex) {
            throw new IOException("The file '" + shown + "' cannot be read: " + ex.getMessage(), ex);
        }
    }

    private InputStream open() throws IOException {
        final InputStream plain = Files.newInputStream(file);
        try {
            final boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            final InputStream in = new BufferedInputStream(zipped ? new GZIPInputStream(plain) : plain);
            FileKind.check(in, charset);
            return in;
        } catch (final IOException ex) {
            plain.close();
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
        if (values.length > names.length) {
            throw new IOException("line " + line + " has " + values.length + " values" + unlikeScanned());
        }
        if (ids() > 0 && values[0] == null) {
            throw new IOException("line " + line + " has no RowID.");
        }
        final DataCell[] cells = new DataCell[names.length - ids()];
        Arrays.fill(cells, DataType.getMissingCell());
        for (int i = ids(); i < values.length; i++) {
            final ColumnType type = guesses.get(i).type();
            try {
                cells[i - ids()] = values[i] == null ? DataType.getMissingCell() : type.cell(values[i], numbers);
            } catch (final NumberFormatException ex) {
                throw new IOException("line " + line + ", column '" + names[i] + "' holds '"
                    + CsvRecords.shortened(values[i]) + "', not " + type.words + unlikeScanned(), ex);
            }
        }
        return new DefaultRow(ids() > 0 ? values[0] : "Row" + index, cells);
    }

    private String unlikeScanned() {
        return ", unlike the first " + parameters.m_advanced.m_maxScan + " rows, which types and columns are guessed "
            + "from. Scan more rows ('limit_data_rows_scanned').";
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A CSV file whose first row names the columns, with names and types as KNIME's CSV Reader gives them: read once for
 * the types, as far as is said, and once for the rows, which are handed on one by one.
 */
public final class CsvFile {

    /**
     * A column.
     *
     * @param name its name, which no other has
     * @param type of which its values are
     */
    public record Column(String name, ColumnType type) {
    }

    /**
     * Takes the rows of the file.
     *
     * @param <E> what it may throw
     */
    public interface RowSink<E extends Exception> {

        /**
         * @param index number of the row, from 0
         * @param values one for each column, of its type; null where it is missing
         */
        void accept(long index, Object[] values) throws E;
    }

    private interface Visitor<E extends Exception> {
        void visit(String[] values, CsvRecords records) throws IOException, E;
    }

    private final Path file;

    private final String shown;

    private final CsvFormat format;

    private final long scanned;

    private String[] names = {};

    private final List<ColumnGuess> guesses = new ArrayList<>();

    private RowWarnings found;

    /**
     * @param file the file
     * @param shown its path as the user knows it
     * @param format how it is written
     * @param scanned rows that types are guessed from, at most
     */
    public CsvFile(final Path file, final String shown, final CsvFormat format, final long scanned) {
        this.file = file;
        this.shown = shown;
        this.format = format;
        this.scanned = scanned;
    }

    /**
     * @return the columns
     * @throws IOException if there is no such table; the message names the file and what is wrong
     */
    public List<Column> columns() throws IOException {
        guesses.clear();
        visit(scanned, (values, records) -> {
            for (int i = 0; i < values.length; i++) {
                guesses.get(i).add(values[i], records.firstLine());
            }
        });
        return IntStream.range(0, names.length).mapToObj(i -> new Column(names[i], guesses.get(i).type())).toList();
    }

    /** A repeated name gets a number, a missing one is called Column and its index. */
    private static String[] names(final String[] header) {
        final Set<String> taken = new HashSet<>();
        final String[] result = new String[header.length];
        Arrays.setAll(result, i -> header[i] == null ? null : unique(header[i], taken));
        Arrays.setAll(result, i -> result[i] == null ? unique("Column" + i, taken) : result[i]);
        return result;
    }

    private static String unique(final String name, final Set<String> taken) {
        String result = name;
        for (int number = 1; !taken.add(result); number++) {
            result = name + " (#" + number + ")";
        }
        return result;
    }

    /**
     * Reads the rows; {@link #columns} comes first.
     *
     * @param <E> what the sink may throw
     * @param sink takes them
     * @return what looks wrong, in sentences
     * @throws IOException if they cannot be read; the message names the file, the line and what is wrong
     */
    public <E extends Exception> List<String> rows(final RowSink<E> sink) throws IOException, E {
        final long[] index = new long[1];
        this.<E>visit(Long.MAX_VALUE, (values, records) -> {
            found.row(values, records);
            sink.accept(index[0]++, row(values, records.firstLine()));
        });
        final boolean damaged = found.hasReplaced() && breaksCharset();
        final List<String> warnings = found.sentences(names, damaged ? format.charset().name() : null);
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

    private <E extends Exception> void visit(final long limit, final Visitor<E> visitor) throws IOException, E {
        try (InputStream in = open(); CsvRecords records =
            new CsvRecords(new InputStreamReader(in, format.charset()), format.parserSettings())) {
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
            final RowWidth width = new RowWidth(format.delimiter(), header);
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
            FileKind.check(in, format.charset());
            return in;
        } catch (final IOException ex) {
            in.close();
            throw ex;
        }
    }

    /** Whether the file has bytes that its encoding does not know. */
    private boolean breaksCharset() throws IOException {
        try (Reader strict = new InputStreamReader(open(), format.charset().newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return false;
        } catch (final CharacterCodingException ex) {
            return true;
        }
    }

    private Object[] row(final String[] values, final long line) throws IOException {
        final Object[] row = new Object[names.length];
        for (int i = 0; i < values.length; i++) {
            final ColumnType type = guesses.get(i).type();
            try {
                row[i] = values[i] == null ? null : type.value(values[i]);
            } catch (final NumberFormatException ex) {
                throw new IOException("line " + line + ", column '" + names[i] + "' holds '"
                    + CsvRecords.shortened(values[i]) + "', not " + type.words() + ", unlike the first " + scanned
                    + " rows, which types are guessed from. Scan more rows ('limit_data_rows_scanned').", ex);
            }
        }
        return row;
    }
}

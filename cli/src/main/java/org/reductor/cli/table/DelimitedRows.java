/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.knime.core.util.UniqueNameGenerator;
import org.reductor.csv.CsvRecords;

/** The rows of a text whose first line names the columns, split by the library that KNIME's CSV Reader uses. */
final class DelimitedRows implements RowSource {

    private static final int HEADER_CHARACTERS = 1 << 15;

    private static final char REPLACEMENT = '\uFFFD';

    private final TextTable text;

    private final CsvRecords records;

    private final List<String> columns;

    private final List<String> notes = new ArrayList<>();

    private long rows;

    private long replaced;

    private long firstReplaced;

    private DelimitedRows(final Path file, final TextTable text, final String delimiter) throws IOException {
        this.text = text;
        records = CsvRecords.plain(text.reader(), delimiter);
        final String[] header = read();
        if (header == null) {
            throw new IOException("The table '" + file + "' has no row with the names of the columns.");
        }
        columns = names(header);
        if (";".equals(delimiter)) {
            notes.add("Its values are taken to stand between semicolons, as in its first line.");
        }
    }

    /**
     * @param file plain or compressed
     * @param delimiter what is between values; empty for what the first line shows, a comma or a semicolon
     * @return its rows
     * @throws IOException if there is no such table
     */
    static DelimitedRows open(final Path file, final String delimiter) throws IOException {
        final TextTable text = TextTable.open(file);
        try {
            return new DelimitedRows(file, text, delimiter.isEmpty() ? shown(text) : delimiter);
        } catch (final IOException ex) {
            text.close();
            throw ex;
        }
    }

    private static String shown(final TextTable text) throws IOException {
        text.reader().mark(HEADER_CHARACTERS);
        final char[] start = new char[HEADER_CHARACTERS];
        int length = 0;
        try {
            int read = 0;
            while (length < start.length && read >= 0) {
                length += read;
                read = text.reader().read(start, length, start.length - length);
            }
        } catch (final IOException ex) {
            throw text.damaged(0, ex);
        }
        text.reader().reset();
        final String line = new String(start, 0, length).lines().findFirst().orElse("");
        return line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ";" : ",";
    }

    /** As the CSV Reader names them: a repeated name gets a number, a missing one its index. */
    private static List<String> names(final String[] header) {
        final var unique = new UniqueNameGenerator(Set.of());
        final String[] names = new String[header.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = header[i] == null ? null : unique.newName(header[i]);
        }
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i] == null ? unique.newName("Column" + i) : names[i];
        }
        return List.of(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    private String[] read() throws IOException {
        try {
            return records.next();
        } catch (final IOException ex) {
            throw text.damaged(rows, ex);
        }
    }

    @Override
    public Row next() throws IOException {
        final String[] values = read();
        if (values == null) {
            return null;
        }
        rows++;
        for (final String value : values) {
            if (value != null && value.indexOf(REPLACEMENT) >= 0) {
                firstReplaced = replaced == 0 ? records.firstLine() : firstReplaced;
                replaced++;
                break;
            }
        }
        final int width = columns.size();
        return values.length == width ? new Row(values, null)
            : new Row(Arrays.copyOf(values, width, Object[].class),
                String.format(Locale.ENGLISH, "Line %d has %,d values where the first line names %,d columns.",
                    records.firstLine(), values.length, width));
    }

    @Override
    public double fraction() {
        return text.fraction();
    }

    @Override
    public List<String> warnings() {
        return replaced == 0 ? List.of() : List.of(String.format(Locale.ENGLISH, "%,d rows have bytes that are not "
            + "UTF-8, the first in line %,d; U+FFFD stands in their place. Save the table as UTF-8.", replaced,
            firstReplaced));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

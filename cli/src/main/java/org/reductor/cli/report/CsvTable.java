/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reductor.csv.CsvRecords;

/** A result file, as texts; asks about columns by name. */
final class CsvTable {

    private final List<String> names;

    private final List<String[]> rows;

    CsvTable(final List<String> names, final List<String[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    /**
     * @param file a CSV file with column names in its first row
     * @throws IOException if it cannot be read
     */
    static CsvTable read(final Path file) throws IOException {
        try (CsvRecords reader = CsvRecords.plain(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            final String[] header = reader.next();
            if (header == null) {
                throw new IOException("the file is empty");
            }
            final List<String[]> rows = new ArrayList<>();
            for (String[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(Arrays.copyOf(row, header.length));
            }
            return new CsvTable(Arrays.stream(header).map(String::valueOf).toList(), rows);
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return rows.size();
    }

    /** @return the column's numbers, NaN where there is none; nothing if there is no such column */
    Optional<double[]> numbers(final String name) {
        final int column = names.indexOf(name);
        return column < 0 ? Optional.empty()
            : Optional.of(rows.stream().mapToDouble(r -> number(r[column])).toArray());
    }

    /** @return the column's texts, null where there is none; nothing if there is no such column */
    Optional<List<String>> texts(final String name) {
        final int column = names.indexOf(name);
        return column < 0 ? Optional.empty() : Optional.of(rows.stream().map(row -> row[column]).toList());
    }

    private static double number(final String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (final NumberFormatException ex) {
            return Double.NaN;
        }
    }
}

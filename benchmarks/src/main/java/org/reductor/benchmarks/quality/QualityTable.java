/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;

import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A CSV table with a header. What its columns are is guessed: {@link #SPLIT} and {@link #CLIFF} by name, columns of
 * numbers are targets, of which those with nothing but 0 and 1 are classes, and columns of text are molecules.
 */
final class QualityTable {

    /** Column that says of each row whether it is of the training or the test set. */
    static final String SPLIT = "split";

    /** Column that is 1 in rows of activity cliffs. */
    static final String CLIFF = "cliff";

    private static final List<String> BINARY = List.of("0", "1");

    private final String name;
    private final String digest;
    private final List<String> columns;
    private final List<String[]> rows;
    private final List<String> molecules;
    private final List<Task> tasks;

    private QualityTable(final String name, final String digest, final List<String[]> lines,
        final Set<String> ignored) {
        this.name = name;
        this.digest = digest;
        columns = Arrays.asList(lines.get(0));
        rows = lines.subList(1, lines.size());
        final Map<Boolean, List<String>> byContent = columns.stream()
            .filter(column -> column != null && !column.equals(SPLIT) && !column.equals(CLIFF)
                && !ignored.contains(column))
            .collect(Collectors.partitioningBy(this::isNumber));
        molecules = byContent.get(false);
        tasks = byContent.get(true).stream().map(this::task).toList();
    }

    /**
     * @param file a CSV file in UTF-8
     * @param ignored columns that are neither molecules nor targets
     * @return its table, named like the file
     * @throws IOException if it cannot be read, has no rows, or lacks molecules or targets
     */
    static QualityTable read(final Path file, final Set<String> ignored) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxCharsPerColumn(-1);
        final List<String[]> lines =
            new CsvParser(settings).parseAll(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        if (lines.size() < 2) {
            throw new IOException(file + " has no rows below a header.");
        }
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).length != lines.get(0).length) {
                throw new IOException("Record " + (line + 1) + " of " + file + " has " + lines.get(line).length
                    + " values where the header names " + lines.get(0).length + " columns.");
            }
        }
        final QualityTable table = new QualityTable(file.getFileName().toString().replaceFirst("\\.csv$", ""),
            sha256(bytes), lines, ignored);
        if (table.molecules.isEmpty() || table.tasks.isEmpty()) {
            throw new IOException(file + " needs a column of molecules and one of numbers to predict; its columns are "
                + table.columns + (ignored.isEmpty() ? "." : ", without " + ignored + "."));
        }
        return table;
    }

    private static String sha256(final byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return name of the file without its ending */
    String name() {
        return name;
    }

    /** @return SHA-256 of the file */
    String digest() {
        return digest;
    }

    /** @return number of rows */
    int rows() {
        return rows.size();
    }

    /** @return whether there is a column of that name */
    boolean has(final String column) {
        return columns.contains(column);
    }

    /**
     * @param row the row
     * @param column a column that there is
     * @return its value, null where it is empty
     */
    String cell(final int row, final String column) {
        final int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("The table " + name + " has no column '" + column + "', only " + columns
                + ".");
        }
        return rows.get(row)[at];
    }

    /** @return the columns of text */
    List<String> moleculeColumns() {
        return molecules;
    }

    /** @return what is predicted: the columns of numbers */
    List<Task> tasks() {
        return tasks;
    }

    /**
     * @param which rows of the table
     * @return their targets
     */
    Targets targets(final int[] which) {
        final Targets.Builder builder = Targets.builder(tasks);
        for (final int row : which) {
            builder.add(tasks.stream().mapToDouble(task -> number(row, task.name())).toArray());
        }
        return builder.build();
    }

    /**
     * @param row the row
     * @return whether it has a target
     */
    boolean hasTarget(final int row) {
        return tasks.stream().anyMatch(task -> cell(row, task.name()) != null);
    }

    /**
     * @param row the row
     * @return whether it is an activity cliff
     */
    boolean isCliff(final int row) {
        return has(CLIFF) && "1".equals(cell(row, CLIFF));
    }

    /**
     * @param row the row
     * @return texts of its molecules
     */
    Object[] molecules(final int row) {
        return molecules.stream().map(column -> cell(row, column)).toArray();
    }

    private Task task(final String column) {
        return IntStream.range(0, rows()).mapToObj(row -> cell(row, column))
            .allMatch(value -> value == null || BINARY.contains(value)) ? Task.classes(column, BINARY)
                : Task.number(column);
    }

    private double number(final int row, final String column) {
        final String text = cell(row, column);
        return text == null ? Double.NaN : Double.parseDouble(text);
    }

    private boolean isNumber(final String column) {
        try {
            return IntStream.range(0, rows()).mapToDouble(row -> number(row, column))
                .filter(number -> !Double.isNaN(number)).count() > 0;
        } catch (final NumberFormatException e) { // NOSONAR text is what is asked for
            return false;
        }
    }
}

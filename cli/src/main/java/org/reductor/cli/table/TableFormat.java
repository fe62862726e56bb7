/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A format of tables with molecules. */
public enum TableFormat {

    /** Values between commas, or semicolons if the header has these. */
    CSV(".csv") {
        @Override
        RowSource open(final Path file) throws IOException {
            return DelimitedRows.open(file, "");
        }
    },
    /** Values between tabs. */
    TSV(".tsv", ".tab") {
        @Override
        RowSource open(final Path file) throws IOException {
            return DelimitedRows.open(file, "\t");
        }
    },
    /** A SMILES a line, with a name behind it. */
    SMILES(".smi", ".smiles", ".ism") {
        @Override
        RowSource open(final Path file) throws IOException {
            return SmilesRows.open(file);
        }
    },
    /** Molblocks with data fields. */
    SDF(".sdf", ".sd") {
        @Override
        RowSource open(final Path file) throws IOException {
            return SdfRows.open(file);
        }
    },
    /** Apache Parquet. */
    PARQUET(".parquet", ".pq") {
        @Override
        RowSource open(final Path file) throws IOException {
            return ParquetRows.open(file);
        }
    };

    private final List<String> endings;

    TableFormat(final String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * @param name name of a file, that of a compressed one with its ending
     * @return its format, if the name tells it
     */
    public static Optional<TableFormat> ofName(final String name) {
        final String plain = Compression.withoutEnding(name).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.endings.stream().anyMatch(plain::endsWith)).findFirst();
    }

    /** @return the endings of names by which formats are told, for a sentence */
    public static String endings() {
        return Arrays.stream(values()).flatMap(format -> format.endings.stream()).collect(Collectors.joining(", "));
    }

    /**
     * @param file a table
     * @return its rows; to be closed
     * @throws IOException if it cannot be read; the message says what is wrong with it
     */
    public RowSource read(final Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("'" + file + "' is a folder. Give the table in it.");
        }
        try {
            return open(file);
        } catch (final NoSuchFileException ex) {
            throw new IOException("The table '" + file + "' does not exist.", ex);
        }
    }

    abstract RowSource open(Path file) throws IOException;
}

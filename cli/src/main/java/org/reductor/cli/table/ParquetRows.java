/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.Type;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;

/** Rows of a Parquet file, a row group at a time; columns of lists and groups are left out. */
final class ParquetRows implements RowSource {

    private final Path file;

    private final ParquetReader<Object[], Object[]> reader;

    private final List<String> columns;

    private final List<String> leftOut;

    private final long total;

    private long rows;

    private ParquetRows(final Path file, final ParquetMetadata footer) throws IOException {
        this.file = file;
        final List<Type> fields = footer.getFileMetaData().getSchema().getFields();
        columns = fields.stream().filter(ParquetRows::isFlat).map(Type::getName).toList();
        leftOut = fields.stream().filter(field -> !isFlat(field)).map(Type::getName).toList();
        total = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
        reader = ParquetReader.spliterator(file.toFile(), read -> new Values(columns), columns);
    }

    private static boolean isFlat(final Type field) {
        return field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
    }

    static ParquetRows open(final Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try {
            return new ParquetRows(file, ParquetReader.readMetadata(file.toFile()));
        } catch (final RuntimeException ex) { // what is no Parquet file
            throw new IOException("The table '" + file + "' cannot be read as Parquet: " + ex.getMessage(), ex);
        }
    }

    /** Puts values in the order of the columns. */
    private record Values(List<String> columns) implements Hydrator<Object[], Object[]> {

        @Override
        public Object[] start() {
            return new Object[columns.size()];
        }

        @Override
        public Object[] add(final Object[] row, final String column, final Object value) {
            final int index = columns.indexOf(column);
            row[index] = value == null || value instanceof Number ? value : value.toString();
            return row;
        }

        @Override
        public Object[] finish(final Object[] row) {
            return row;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> notes() {
        return leftOut.isEmpty() ? List.of()
            : List.of("Its columns '" + String.join("', '", leftOut) + "' hold lists or groups and are left out.");
    }

    @Override
    public Row next() throws IOException {
        final Object[][] row = new Object[1][];
        try {
            if (!reader.tryAdvance(values -> row[0] = values)) {
                return null;
            }
        } catch (final RuntimeException ex) {
            final Throwable cause = ex instanceof UncheckedIOException || ex.getCause() != null ? ex.getCause() : ex;
            throw new IOException(String.format(Locale.ENGLISH, "The table '%s' cannot be read any further behind row "
                + "%,d: %s", file, rows, cause.getMessage()), ex);
        }
        rows++;
        return new Row(row[0], null);
    }

    @Override
    public double fraction() {
        return total == 0 ? 1 : (double)rows / total;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

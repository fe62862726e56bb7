/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A SMILES a line, with the rest of the line as its name. Blank lines count for nothing; a line of titles may lead. */
final class SmilesRows implements RowSource {

    private static final List<String> COLUMNS = List.of("SMILES", "Name");

    private final TextTable text;

    private long rows;

    private boolean first = true;

    private SmilesRows(final TextTable text) {
        this.text = text;
    }

    static SmilesRows open(final Path file) throws IOException {
        return new SmilesRows(TextTable.open(file));
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public OptionalInt molecule() {
        return OptionalInt.of(0);
    }

    @Override
    public Row next() throws IOException {
        while (true) {
            final String line = read();
            if (line == null) {
                return null;
            }
            final String[] parts = line.strip().split("\\s+", 2);
            final boolean titles = first && parts[0].equalsIgnoreCase("smiles");
            first = false;
            if (!parts[0].isEmpty() && !titles) {
                rows++;
                return new Row(new Object[]{parts[0], parts.length > 1 ? parts[1] : null}, null);
            }
        }
    }

    private String read() throws IOException {
        try {
            return text.reader().readLine();
        } catch (final IOException ex) {
            throw text.damaged(rows, ex);
        }
    }

    @Override
    public double fraction() {
        return text.fraction();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

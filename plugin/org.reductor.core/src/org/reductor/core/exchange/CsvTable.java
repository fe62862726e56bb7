/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table as comma-separated values in UTF-8, as RFC 4180 has them. */
final class CsvTable implements Closeable {

    private final Writer out;

    /**
     * @param out where to; closed with the table
     * @param header names of the columns
     */
    CsvTable(final OutputStream out, final Object... header) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        row(header);
    }

    /** Adds a row of texts and numbers; Java writes a float with as many digits as tell it from its neighbours. */
    void row(final Object... cells) throws IOException {
        String separator = "";
        for (final Object cell : cells) {
            out.write(separator);
            out.write(quoted(cell.toString()));
            separator = ",";
        }
        out.write("\r\n");
    }

    private static String quoted(final String text) {
        final boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

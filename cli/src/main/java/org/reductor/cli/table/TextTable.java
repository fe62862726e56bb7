/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a table that may be compressed, with how far it has been read. */
final class TextTable implements Closeable {

    private static final int BUFFER = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;

    private final long size;

    private final Counted bytes;

    private final BufferedReader reader;

    private TextTable(final Path file, final long size, final Counted bytes, final Reader reader) {
        this.file = file;
        this.size = size;
        this.bytes = bytes;
        this.reader = new BufferedReader(reader, BUFFER);
    }

    /**
     * @param file plain or compressed
     * @return its text, which has U+FFFD where bytes are no UTF-8
     * @throws IOException if it cannot be read
     */
    static TextTable open(final Path file) throws IOException {
        final Counted bytes = new Counted(Files.newInputStream(file));
        try {
            final var table = new TextTable(file, Files.size(file), bytes,
                new InputStreamReader(Compression.plain(bytes), StandardCharsets.UTF_8));
            table.reader.mark(1);
            if (table.reader.read() != BYTE_ORDER_MARK) {
                table.reader.reset();
            }
            return table;
        } catch (final IOException ex) {
            bytes.close();
            throw damaged(file, 0, ex);
        }
    }

    /** @return its characters; closing them closes the file */
    BufferedReader reader() {
        return reader;
    }

    double fraction() {
        return size == 0 ? 1 : Math.min(1, (double)bytes.count / size);
    }

    /**
     * @param rows how many rows have been read
     * @param cause what went wrong
     * @return the same, for the user
     */
    IOException damaged(final long rows, final IOException cause) {
        return damaged(file, rows, cause);
    }

    private static IOException damaged(final Path file, final long rows, final IOException cause) {
        final boolean cut = cause instanceof EOFException
            || String.valueOf(cause.getMessage()).matches("(?i).*(truncated|unexpected end|ended unexpectedly).*");
        return new IOException("The table '" + file + "' "
            + (cut ? "ends in the middle of its compressed data" : "cannot be read any further")
            + String.format(Locale.ENGLISH, " behind row %,d", rows)
            + (cut ? ": it was not written or copied to its end. Fetch it again."
                : ": " + cause.getMessage() + (String.valueOf(cause.getMessage()).endsWith(".") ? "" : ".")), cause);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts what is read of a file. */
    private static final class Counted extends FilterInputStream {

        private long count;

        private Counted(final InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            final int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(final byte[] buffer, final int offset, final int length) throws IOException {
            final int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(final long n) throws IOException {
            final long skipped = super.skip(n);
            count += skipped;
            return skipped;
        }
    }
}

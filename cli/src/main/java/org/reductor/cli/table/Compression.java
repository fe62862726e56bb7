/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** How a file is compressed. What is read is told by its first bytes, what is written by its name. */
public enum Compression {

    /** Not at all. */
    NONE("", "") {
        @Override
        InputStream open(final InputStream in) {
            return in;
        }

        @Override
        public OutputStream write(final OutputStream out) {
            return out;
        }
    },
    /** gzip, also of several members one behind the other. */
    GZIP(".gz", "\u001F\u008B") {
        @Override
        InputStream open(final InputStream in) throws IOException {
            return GzipCompressorInputStream.builder().setInputStream(in).setDecompressConcatenated(true).get();
        }

        @Override
        public OutputStream write(final OutputStream out) throws IOException {
            return new GzipCompressorOutputStream(out);
        }
    },
    /** bzip2, also of several streams one behind the other. */
    BZIP2(".bz2", "BZh") {
        @Override
        InputStream open(final InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }

        @Override
        public OutputStream write(final OutputStream out) throws IOException {
            return new BZip2CompressorOutputStream(out);
        }
    },
    /** Zstandard, also of several frames one behind the other. */
    ZSTD(".zst", "(\u00B5/\u00FD") {
        @Override
        InputStream open(final InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }

        @Override
        public OutputStream write(final OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    };

    private static final int LONGEST_START = 4;

    private final String ending;

    private final String start;

    Compression(final String ending, final String start) {
        this.ending = ending;
        this.start = start;
    }

    /**
     * @param file what is to be written
     * @return how, by the ending of its name
     */
    public static Compression ofName(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(c -> c != NONE && name.endsWith(c.ending)).findFirst().orElse(NONE);
    }

    /**
     * @param name name of a file
     * @return the same without the ending of a compression
     */
    public static String withoutEnding(final String name) {
        final String ending = ofName(Path.of(name)).ending;
        return name.substring(0, name.length() - ending.length());
    }

    /**
     * @param in bytes of a file
     * @return what they say
     * @throws IOException if they cannot be read
     */
    static InputStream plain(final InputStream in) throws IOException {
        final var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(LONGEST_START);
        final String first = new String(buffered.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
        buffered.reset();
        for (final Compression compression : values()) {
            if (compression != NONE && first.startsWith(compression.start)) {
                return new BufferedInputStream(compression.open(buffered), 1 << 16);
            }
        }
        return buffered;
    }

    abstract InputStream open(InputStream in) throws IOException;

    /**
     * @param out where to
     * @return what compresses; to be closed, with {@code out}, when all is written
     * @throws IOException if nothing can be written
     */
    public abstract OutputStream write(OutputStream out) throws IOException;
}

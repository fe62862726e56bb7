/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip whose bytes depend on nothing but its entries: all have the same fixed time. */
public final class ReproducibleZip {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Any fixed time but the first moment of 1980, for which Java adds a field that depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out where to; not closed */
    public ReproducibleZip(final OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /**
     * Adds an entry that is stored, not deflated, so that the bytes do not depend on the machine's zlib.
     *
     * @param name name of the entry
     * @param bytes its content
     * @throws IOException if writing fails
     */
    public void put(final String name, final byte[] bytes) throws IOException {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        final ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Adds indented JSON, stored.
     *
     * @param name name of the entry
     * @param json its content
     * @throws IOException if writing fails
     */
    public void put(final String name, final JsonNode json) throws IOException {
        put(name, bytes(json));
    }

    /** @return indented JSON, as it stands in an entry */
    static byte[] bytes(final JsonNode json) throws IOException {
        return JSON.writeValueAsBytes(json);
    }

    /**
     * Starts a deflated entry, for long text that is better not held in memory. Its packed bytes are those of this
     * Java's zlib.
     *
     * @param name name of the entry
     * @return where its content goes; to be closed, which ends the entry only
     * @throws IOException if writing fails
     */
    public OutputStream open(final String name) throws IOException {
        zip.putNextEntry(entry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(final byte[] bytes, final int from, final int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /**
     * Writes the directory, after which the zip is complete.
     *
     * @throws IOException if writing fails
     */
    public void finish() throws IOException {
        zip.finish();
    }

    private static ZipEntry entry(final String name) {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}

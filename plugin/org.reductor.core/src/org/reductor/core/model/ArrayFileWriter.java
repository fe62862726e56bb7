/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a JSON entry and the arrays that it lists. Entries are stored, not deflated, so that the bytes do not depend on
 * the machine's zlib; pruning, not packing, makes the file small.
 */
final class ArrayFileWriter {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Any fixed time but the first moment of 1980, for which Java adds a field that depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ArrayFileWriter() {
    }

    /**
     * @param kind what the file is
     * @return the JSON to be filled
     */
    static ObjectNode json(final FileKind kind) {
        return JSON.createObjectNode().put("format", kind.format()).put("version", FileKind.VERSION);
    }

    /**
     * @param kind what the file is
     * @param json of {@link #json(FileKind)}; the list of arrays is added
     * @param arrays the arrays by name, in the order in which they are to be read
     * @param out where to; not closed
     */
    static void write(final FileKind kind, final ObjectNode json, final Map<String, byte[]> arrays,
        final OutputStream out) throws IOException {
        final ArrayNode index = json.putArray("arrays");
        arrays.forEach((name, bytes) -> index.addObject().put("name", name).put("bytes", bytes.length).put("sha256",
            ModelArrays.sha256(bytes)));
        final ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, kind.jsonEntry(), JSON.writeValueAsBytes(json));
        for (final Map.Entry<String, byte[]> array : arrays.entrySet()) {
            put(zip, array.getKey(), array.getValue());
        }
        zip.finish();
    }

    private static void put(final ZipOutputStream zip, final String name, final byte[] bytes) throws IOException {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        final ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

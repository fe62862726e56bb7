/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes a JSON entry and the arrays that it lists. Entries are stored: pruning, not packing, makes the file small. */
final class ArrayFileWriter {

    private ArrayFileWriter() {
    }

    /**
     * @param kind what the file is
     * @return the JSON to be filled
     */
    static ObjectNode json(final FileKind kind) {
        return JsonNodeFactory.instance.objectNode().put("format", kind.format()).put("version", FileKind.VERSION);
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
        final ReproducibleZip zip = new ReproducibleZip(out);
        zip.put(kind.jsonEntry(), json);
        for (final Map.Entry<String, byte[]> array : arrays.entrySet()) {
            zip.put(array.getKey(), array.getValue());
        }
        zip.finish();
    }
}

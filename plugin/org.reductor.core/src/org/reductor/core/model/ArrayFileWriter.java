/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

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
     * @param arrays what makes the arrays, by name, in the order in which they are to be read; each is asked twice, for
     *            its checksum stands before all of them
     * @param out where to; not closed
     * @throws IllegalArgumentException if the JSON is longer than can be read; nothing is written then
     */
    static void write(final FileKind kind, final ObjectNode json, final Map<String, Supplier<byte[]>> arrays,
        final OutputStream out) throws IOException {
        final ArrayNode index = json.putArray("arrays");
        arrays.forEach((name, array) -> {
            final byte[] bytes = array.get();
            index.addObject().put("name", name).put("bytes", bytes.length).put("sha256", ModelArrays.sha256(bytes));
        });
        final byte[] text = ReproducibleZip.bytes(json);
        if (text.length > Limits.JSON_BYTES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The %s would begin with %,d bytes of "
                + "settings, history and names, and at most %,d can be read. Shorten the names and settings.",
                kind.noun(), text.length, Limits.JSON_BYTES));
        }
        final ReproducibleZip zip = new ReproducibleZip(out);
        zip.put(kind.jsonEntry(), text);
        for (final Map.Entry<String, Supplier<byte[]>> array : arrays.entrySet()) {
            zip.put(array.getKey(), array.getValue().get());
        }
        zip.finish();
    }
}

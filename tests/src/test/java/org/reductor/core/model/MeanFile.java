/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A good file that is taken apart and put together again with malice: checksums and lengths of the index are right. */
final class MeanFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String jsonEntry;
    private final ObjectNode json;
    private final Map<String, byte[]> arrays = new LinkedHashMap<>();

    MeanFile(final byte[] good) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good))) {
            jsonEntry = in.getNextEntry().getName();
            json = (ObjectNode)JSON.readTree(in.readAllBytes());
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                arrays.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    MeanFile json(final Consumer<ObjectNode> change) {
        change.accept(json);
        return this;
    }

    /** Replaces an array, or adds one at the end. */
    MeanFile array(final String name, final byte[] bytes) {
        arrays.put(name, bytes);
        return this;
    }

    byte[] array(final String name) {
        return arrays.get(name);
    }

    MeanFile without(final String name) {
        arrays.remove(name);
        return this;
    }

    /** @return the file, all entries stored */
    byte[] stored() throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ReproducibleZip zip = new ReproducibleZip(out);
        zip.put(jsonEntry, indexed());
        for (final Map.Entry<String, byte[]> array : arrays.entrySet()) {
            zip.put(array.getKey(), array.getValue());
        }
        zip.finish();
        return out.toByteArray();
    }

    /** @return the file, all entries packed */
    byte[] packed() throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(jsonEntry));
            zip.write(JSON.writeValueAsBytes(indexed()));
            for (final Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey()));
                zip.write(array.getValue());
            }
        }
        return out.toByteArray();
    }

    private ObjectNode indexed() {
        final ArrayNode index = json.putArray("arrays");
        arrays.forEach((name, bytes) -> index.addObject().put("name", name).put("bytes", bytes.length).put("sha256",
            ModelArrays.sha256(bytes)));
        return json;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.network.NetworkEnsemble;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a model file: {@code model.json} first, then the arrays that it lists. Entries are stored, not deflated, so
 * that the bytes do not depend on the machine's zlib; pruning, not packing, makes the file small.
 */
final class ModelWriter {

    static final String FORMAT = "reductor-model";
    static final int VERSION = 1;
    static final String JSON_ENTRY = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Any fixed time but the first moment of 1980, for which Java adds a field that depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final NetworkModel model;

    ModelWriter(final NetworkModel model) {
        this.model = model;
    }

    void write(final OutputStream out) throws IOException {
        final Map<String, byte[]> arrays = ModelArrays.of(model);
        final ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, JSON_ENTRY, JSON.writeValueAsBytes(json(arrays)));
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

    private ObjectNode json(final Map<String, byte[]> arrays) {
        final NetworkEnsemble networks = model.networks();
        final ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        final ObjectNode architecture = root.putObject("architecture");
        numbers(architecture.putArray("originalSizes"), networks.mask().originalSizes());
        numbers(architecture.putArray("sizes"), networks.mask().sizes());
        architecture.put("hidden", networks.members().get(0).hidden().name());
        architecture.put("members", networks.members().size());
        final ObjectNode target = root.putObject("target");
        target.put("name", model.target());
        target.put("center", networks.targetScale().center());
        target.put("scale", networks.targetScale().scale());
        root.set("recipe", model.recipe().toTree());
        final ArrayNode index = root.putArray("arrays");
        arrays.forEach((name, bytes) -> index.addObject().put("name", name).put("bytes", bytes.length).put("sha256",
            ModelArrays.sha256(bytes)));
        root.set("history", HistoryJson.write(JSON, model.history()));
        provenance(root.putObject("provenance"));
        return root;
    }

    private void provenance(final ObjectNode node) {
        final Provenance provenance = model.provenance();
        node.put("dataSha256", provenance.dataSha256());
        node.put("rows", provenance.rows());
        node.put("features", provenance.features());
        texts(node.putObject("settings"), provenance.settings());
        texts(node.putObject("versions"), provenance.versions());
        node.put("started", provenance.started().toString());
        node.put("seconds", provenance.seconds());
        final ArrayNode seconds = node.putArray("roundSeconds");
        model.history().forEach(round -> seconds.add(round.seconds()));
    }

    private static void texts(final ObjectNode node, final SortedMap<String, String> map) {
        map.forEach(node::put);
    }

    private static void numbers(final ArrayNode array, final int[] numbers) {
        for (final int number : numbers) {
            array.add(number);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.network.NetworkEnsemble;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;

/** Writes a model file: {@code model.json} first, then the arrays that it lists. */
final class ModelWriter {

    private final NetworkModel model;

    ModelWriter(final NetworkModel model) {
        this.model = model;
    }

    void write(final OutputStream out) throws IOException {
        ArrayFileWriter.write(FileKind.MODEL, json(), ModelArrays.of(model), out);
    }

    private ObjectNode json() {
        final NetworkEnsemble networks = model.networks();
        final ObjectNode root = ArrayFileWriter.json(FileKind.MODEL);
        final ObjectNode architecture = root.putObject("architecture");
        ModelArrays.numbers(architecture.putArray("originalSizes"), networks.mask().originalSizes());
        ModelArrays.numbers(architecture.putArray("sizes"), networks.mask().sizes());
        architecture.put("hidden", networks.members().get(0).hidden().name());
        architecture.put("members", networks.members().size());
        final ObjectNode target = root.putObject("target");
        target.put("name", model.target());
        target.put("center", networks.targetScale().center());
        target.put("scale", networks.targetScale().scale());
        root.set("recipe", model.recipe().toTree());
        root.set("history", HistoryJson.write(model.history()));
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
}

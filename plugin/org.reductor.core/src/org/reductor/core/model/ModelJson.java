/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.network.Mask;
import org.reductor.core.network.NetworkEnsemble;

import java.util.List;
import java.util.SortedMap;

/** Everything of a model but its arrays as JSON. */
final class ModelJson {

    private ModelJson() {
    }

    static ObjectNode of(final NetworkModel model) {
        final NetworkEnsemble networks = model.networks();
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        final ObjectNode architecture = root.putObject("architecture");
        ModelArrays.numbers(architecture.putArray("originalSizes"), networks.originalSizes());
        architecture.put("hidden", networks.hidden().name());
        final List<Mask> masks = networks.masks();
        final ArrayNode sizes = architecture.putArray("sizes");
        masks.forEach(mask -> ModelArrays.numbers(sizes.addArray(), mask.sizes()));
        final ArrayNode members = architecture.putArray("masks");
        networks.members().forEach(member -> members.add(masks.indexOf(member.mask())));
        root.set("targets", HeadsJson.write(networks));
        root.set("recipe", model.recipe().toTree());
        root.set("history", HistoryJson.write(model.history()));
        provenance(root.putObject("provenance"), model);
        return root;
    }

    private static void provenance(final ObjectNode node, final NetworkModel model) {
        final Provenance provenance = model.provenance();
        node.put("dataSha256", provenance.dataSha256());
        node.put("rows", provenance.rows());
        node.put("features", provenance.features());
        if (provenance.roles().size() > 0) {
            final ObjectNode known = node.putObject("knownRows");
            known.put("rows", provenance.roles().size());
            known.put("patterns", provenance.roles().patterns().size());
            known.put("networks", provenance.roles().networks());
        }
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;

import java.io.IOException;
import java.util.Map;

/** The entry {@code network.json} of an archive: what the networks are, and what the other entries mean. */
final class NetworkJson {

    private static final String ENTRY = "network.json";

    private NetworkJson() {
    }

    /**
     * @param zip the archive
     * @param model what is in it
     * @param contents what each other entry, or kind of entry, means
     */
    static void put(final ReproducibleZip zip, final NetworkModel model, final Map<String, String> contents)
        throws IOException {
        final ObjectNode root = model.toTree();
        final ObjectNode weights = root.putObject("weights");
        weights.put("kept", model.networks().keptWeights());
        weights.put("original", model.networks().originalWeights());
        root.put("fingerprint", model.fingerprint());
        final ObjectNode node = root.putObject("contents");
        contents.forEach(node::put);
        zip.put(ENTRY, root);
    }
}

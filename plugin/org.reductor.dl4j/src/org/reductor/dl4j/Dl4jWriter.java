/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Writes networks as {@code ModelSerializer} does, with one more entry that DL4J does not look at: which features the
 * network reads and how they are made.
 */
final class Dl4jWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dl4jWriter() {
    }

    static void write(final NetworkModel model, final Dl4jLayout layout, final OutputStream out) throws IOException {
        final NetworkEnsemble networks =
            layout == Dl4jLayout.COMPACT ? model.networks() : model.networks().inOriginalSizes();
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        final MultiLayerNetwork network = MultiLayerNetworks.forUse(asOneNetwork(networks));
        try {
            ModelSerializer.writeModel(network, written, false);
        } finally {
            network.close();
        }
        final ReproducibleZip zip = new ReproducibleZip(out);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                try (OutputStream packed = zip.open(entry.getName())) {
                    in.transferTo(packed);
                }
            }
        }
        zip.put(Dl4jZip.REDUCTOR, description(model, networks));
        zip.finish();
    }

    private static Network asOneNetwork(final NetworkEnsemble networks) {
        try {
            return networks.asOneNetwork();
        } catch (final ArithmeticException e) {
            throw new IllegalArgumentException("Side by side the " + networks.members().size() + " networks would have "
                + "more weights than an array of DL4J can hold. Export them one by one, or prune further.", e);
        }
    }

    private static ObjectNode description(final NetworkModel model, final NetworkEnsemble networks) {
        final ObjectNode json = JSON.createObjectNode();
        json.put("target", model.target());
        json.put("fingerprint", model.fingerprint());
        final ArrayNode inputs = json.putArray("inputs");
        for (final int input : networks.mask().units(0)) {
            inputs.add(input);
        }
        json.set("recipe", model.recipe().toTree());
        return json;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.reductor.core.data.Limits;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.model.HeadsJson;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
        final Heads heads = model.networks().heads();
        final Link link = heads.commonLink().orElseThrow(() -> new IllegalArgumentException("The networks predict "
            + heads.names() + ", but all outputs of a DL4J network go through one function: it holds numbers only, "
            + "targets of two classes only, or one target of more classes. Export to ONNX, NumPy or CSV."));
        requireRoom(layout == Dl4jLayout.COMPACT ? model.networks().largestSizes() : model.networks().originalSizes(),
            model.networks().size());
        final NetworkEnsemble networks =
            layout == Dl4jLayout.COMPACT ? model.networks() : model.networks().inOriginalSizes();
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        final MultiLayerNetwork network = MultiLayerNetworks.forUse(networks.asOneNetwork(), link);
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

    /** What is written as one network must be as small as any. */
    private static void requireRoom(final int[] sizes, final int members) {
        final int[] joined = sizes.clone();
        try {
            Limits.requireFile(sizes, members);
            for (int level = 1; level < joined.length - 1; level++) {
                joined[level] = Math.multiplyExact(sizes[level], members);
            }
            Limits.requireFile(joined, 1);
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("Side by side the " + members + " networks would be too large for a "
                + "file. Export them one by one, or prune further. (" + e.getMessage() + ")", e);
        }
    }

    private static ObjectNode description(final NetworkModel model, final NetworkEnsemble networks) {
        final ObjectNode json = JSON.createObjectNode();
        json.set("targets", HeadsJson.write(List.of(model.networks().heads().inUserUnits())));
        json.put("fingerprint", model.fingerprint());
        final ArrayNode inputs = json.putArray("inputs");
        for (final int input : networks.inputsRead()) {
            inputs.add(input);
        }
        json.set("recipe", model.recipe().toTree());
        return json;
    }
}

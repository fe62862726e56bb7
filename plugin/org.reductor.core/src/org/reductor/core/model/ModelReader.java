/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.network.Activation;
import org.reductor.core.network.AffineScale;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads a model file from a stream, entry by entry in the order in which {@link ModelWriter} writes them. Nothing but
 * numbers and text is taken from it. The length of an array is worked out from the sizes before it is read, and memory
 * grows with the bytes that really come, so that a small file cannot ask for much.
 */
final class ModelReader {

    private static final int MAX_JSON_BYTES = 16 << 20;
    private static final int MAX_LEVELS = 64;
    private static final int MAX_MEMBERS = 1000;
    private static final long MAX_WEIGHTS = 1L << 28;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipInputStream zip;
    private JsonNode index;
    private int nextArray;

    ModelReader(final InputStream in) {
        zip = new ZipInputStream(in);
    }

    NetworkModel read() throws IOException {
        try {
            return model();
        } catch (final ZipException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException("The model file is damaged: " + e.getMessage(), e);
        }
    }

    private NetworkModel model() throws IOException {
        final Fields root = new Fields(json(), "model.json");
        if (!ModelWriter.FORMAT.equals(root.text("format"))) {
            throw new ModelFormatException("The file is not a Reductor model: its format is '" + root.text("format")
                + "' instead of '" + ModelWriter.FORMAT + "'.");
        }
        if (root.integer("version") != ModelWriter.VERSION) {
            throw new ModelFormatException("The model file has version " + root.integer("version")
                + ", but this Reductor reads version " + ModelWriter.VERSION + ". Update Reductor to use it.");
        }
        index = root.list("arrays");
        final NetworkEnsemble networks = networks(root.object("architecture"), root.object("target"));
        final Fields provenance = root.object("provenance");
        return new NetworkModel(networks, FeatureRecipe.fromTree(root.list("recipe")),
            root.object("target").text("name"),
            HistoryJson.read(root.list("history"), provenance.list("roundSeconds")), provenance(provenance));
    }

    private JsonNode json() throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !ModelWriter.JSON_ENTRY.equals(entry.getName())) {
            throw new ModelFormatException("The file is not a Reductor model: it does not begin with the entry '"
                + ModelWriter.JSON_ENTRY + "'.");
        }
        final byte[] bytes = zip.readNBytes(MAX_JSON_BYTES + 1);
        if (bytes.length > MAX_JSON_BYTES) {
            throw new ModelFormatException("The model file is damaged: model.json is larger than 16 MB.");
        }
        try {
            return JSON.readTree(bytes);
        } catch (final JsonProcessingException e) {
            throw new ModelFormatException("The model file is damaged: model.json is not valid JSON, "
                + e.getOriginalMessage() + ".", e);
        }
    }

    private NetworkEnsemble networks(final Fields architecture, final Fields target) throws IOException {
        final int[] sizes = architecture.integers("sizes");
        final int members = architecture.integer("members");
        checkSizes(sizes, members);
        final Mask mask = mask(architecture.integers("originalSizes"), sizes);
        final Activation hidden = architecture.constant(Activation.class, "hidden");
        final List<Network> networks = new ArrayList<>();
        for (int n = 0; n < members; n++) {
            final float[][] kernels = new float[mask.layers()][];
            final float[][] biases = new float[mask.layers()][];
            for (int l = 0; l < mask.layers(); l++) {
                kernels[l] = ModelArrays.toKernel(
                    array(ModelArrays.kernel(n, l), 4L * mask.keptWeights(l)), mask.kept(l));
                biases[l] = ModelArrays.toFloats(array(ModelArrays.bias(n, l), 4L * sizes[l + 1]));
            }
            networks.add(new Network(sizes, hidden, kernels, biases));
        }
        return new NetworkEnsemble(mask, networks, new AffineScale(target.number("center"), target.number("scale")));
    }

    private Mask mask(final int[] originalSizes, final int[] sizes) throws IOException {
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            units[level] = ModelArrays.toInts(array(ModelArrays.units(level), 4L * sizes[level]));
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        for (int l = 0; l < kept.length; l++) {
            final int weights = sizes[l] * sizes[l + 1];
            kept[l] = ModelArrays.toFlags(array(ModelArrays.mask(l), (weights + 7L) / 8), weights);
        }
        return new Mask(originalSizes, units, kept);
    }

    private static void checkSizes(final int[] sizes, final int members) throws ModelFormatException {
        long weights = 0;
        for (int l = 0; l + 1 < sizes.length; l++) {
            weights = Math.addExact(weights, Math.multiplyExact((long)sizes[l], sizes[l + 1]));
        }
        if (sizes.length < 2 || sizes.length > MAX_LEVELS || Arrays.stream(sizes).anyMatch(size -> size < 1)
            || weights > MAX_WEIGHTS || members < 1 || members > MAX_MEMBERS) {
            throw new ModelFormatException("The model file is damaged or too large: " + members
                + " networks of the sizes " + Arrays.toString(sizes) + " are outside of what can be read (at most "
                + MAX_WEIGHTS + " weights a network).");
        }
    }

    private byte[] array(final String name, final long length) throws IOException {
        final JsonNode listed = index.path(nextArray++);
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name) || !name.equals(listed.path("name").asText())) {
            throw new ModelFormatException("The model file is damaged: the array '" + name + "' is missing.");
        }
        final byte[] bytes = zip.readNBytes(Math.toIntExact(length));
        if (bytes.length != length || listed.path("bytes").asLong() != length || zip.read() != -1) {
            throw new ModelFormatException("The model file is damaged: the array '" + name + "' does not have the "
                + length + " bytes that the network's sizes ask for.");
        }
        if (!ModelArrays.sha256(bytes).equals(listed.path("sha256").asText())) {
            throw new ModelFormatException(
                "The model file is damaged: the array '" + name + "' does not have the checksum it was written with.");
        }
        return bytes;
    }

    private static Provenance provenance(final Fields fields) throws ModelFormatException {
        try {
            return new Provenance(fields.text("dataSha256"), fields.integer("rows"), fields.integer("features"),
                fields.texts("settings"), fields.texts("versions"), Instant.parse(fields.text("started")),
                fields.number("seconds"));
        } catch (final DateTimeParseException e) {
            throw new ModelFormatException("The model file is damaged: its start time '" + fields.text("started")
                + "' is not a time.", e);
        }
    }
}

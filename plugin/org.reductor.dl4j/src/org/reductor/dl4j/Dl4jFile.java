/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.model.HeadsJson;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Link;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A MultiLayerNetwork of DL4J as {@code ModelSerializer} writes it. Its configuration names Java classes; they are
 * compared with those known here, but never looked up, so that a file cannot choose what is loaded.
 */
final class Dl4jFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dl4jZip zip;
    private final long largestSize;

    private Dl4jFile(final Dl4jZip zip, final long largestSize) {
        this.zip = zip;
        this.largestSize = largestSize;
    }

    /**
     * @param file a zip file
     * @param largestSize bytes that its entries may have, unpacked
     * @return the network
     * @throws ModelFormatException if it is no such network, or one that does not fit
     */
    static ForeignNetwork read(final Path file, final long largestSize) throws IOException {
        return new Dl4jFile(Dl4jZip.read(file, largestSize), largestSize).network();
    }

    private ForeignNetwork network() throws IOException {
        final JsonNode configuration = json(Dl4jZip.CONFIGURATION);
        if (configuration.has("vertices")) {
            throw new ModelFormatException("The network is a ComputationGraph. Only a MultiLayerNetwork can be read.");
        }
        final LayerChain chain = new LayerChain();
        List<AffineScale> scales = List.of();
        if (zip.has(Dl4jZip.NORMALIZER)) {
            final Dl4jNormalizer normalizer =
                Dl4jNormalizer.read(data(Dl4jZip.NORMALIZER), zip.entry(Dl4jZip.NORMALIZER).length);
            chain.affine("normalizer", normalizer.factors(), normalizer.shifts());
            scales = normalizer.targetScales();
        }
        final Dl4jLayers layers = new Dl4jLayers(chain, array(Dl4jZip.COEFFICIENTS));
        if (!configuration.path("confs").isArray()) {
            throw new ModelFormatException("The file is damaged: its configuration lists no layers ('confs').");
        }
        if (!configuration.path("inputPreProcessors").isEmpty()) {
            throw new ModelFormatException("The network has input preprocessors ("
                + String.join(", ", configuration.path("inputPreProcessors").findValuesAsText("@class")) + "), which "
                + "change or reorder what its layers read. Only networks whose layers follow each other directly can "
                + "be read.");
        }
        for (final JsonNode node : configuration.path("confs")) {
            layers.add(node.path("layer"));
        }
        layers.requireAllRead();
        final TreeMap<String, String> origin = new TreeMap<>(Map.of("source", "DL4J"));
        final Network network = chain.finish();
        final Heads heads = heads(chain.link(), network.size(network.layers()), scales);
        return zip.has(Dl4jZip.REDUCTOR) ? withRecipe(network, heads, origin)
            : new ForeignNetwork(network, heads, null, false, origin);
    }

    /** What the outputs are, whose scales, if there are any, were read from the normalizer. */
    private static Heads heads(final Link link, final int outputs, final List<AffineScale> scales)
        throws ModelFormatException {
        if (scales.isEmpty()) {
            return Heads.imported(link, Collections.nCopies(outputs, AffineScale.IDENTITY));
        }
        if (link != Link.LINE) {
            throw new ModelFormatException("The network's normalizer scales the targets, but its output layer gives "
                + "probabilities of classes. Save it with a normalizer that leaves the labels alone "
                + "(fitLabel(false)).");
        }
        if (scales.size() != outputs) {
            throw new ModelFormatException("The file is damaged: its normalizer scales " + scales.size()
                + " targets of a network with " + outputs + " outputs.");
        }
        return Heads.imported(link, scales);
    }

    /** A file of our own says how its features are made, and, where pruning left some out, which it reads. */
    private ForeignNetwork withRecipe(final Network network, final Heads outputs,
        final SortedMap<String, String> origin) throws IOException {
        final JsonNode json = json(Dl4jZip.REDUCTOR);
        try {
            final FeatureRecipe recipe = FeatureRecipe.fromTree(json.path("recipe"));
            final int[] inputs = IntStream.range(0, json.path("inputs").size())
                .map(i -> json.path("inputs").path(i).asInt(-1)).toArray();
            final int[] sizes = network.sizes();
            sizes[0] = recipe.width();
            Limits.requireFile(sizes, 1);
            if ((long)recipe.width() * network.size(1) * Float.BYTES > largestSize) {
                throw new ModelFormatException(String.format(Locale.ROOT, "With all of its %,d features the network is "
                    + "larger than %,d bytes. Raise the limit if you trust the file.", recipe.width(), largestSize));
            }
            if (inputs.length != network.size(0)) {
                throw new IllegalArgumentException("it lists " + inputs.length + " inputs of a network with "
                    + network.size(0));
            }
            final Heads heads = HeadsJson.read(json.path("targets"), 1).get(0);
            if (!heads.commonLink().equals(outputs.commonLink()) || heads.outputs() != outputs.outputs()) {
                throw new IllegalArgumentException("its targets " + heads.names() + " are not what the "
                    + network.size(network.layers()) + " outputs of the last layer give");
            }
            return new ForeignNetwork(WideInputs.widen(network, inputs, recipe.width()), heads, recipe, true, origin);
        } catch (final IllegalArgumentException e) {
            throw new ModelFormatException("The file is damaged: its entry '" + Dl4jZip.REDUCTOR
                + "' does not describe the network (" + e.getMessage() + ").");
        }
    }

    private JsonNode json(final String entry) throws IOException {
        try {
            return JSON.readTree(zip.entry(entry));
        } catch (final JsonProcessingException e) {
            throw new ModelFormatException(
                "The file is damaged: its entry '" + entry + "' is not valid JSON (" + e.getOriginalMessage() + ").");
        }
    }

    private double[] array(final String entry) throws IOException {
        return new Nd4jArrayReader(data(entry), zip.entry(entry).length).read();
    }

    private DataInputStream data(final String entry) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(zip.entry(entry)));
    }
}

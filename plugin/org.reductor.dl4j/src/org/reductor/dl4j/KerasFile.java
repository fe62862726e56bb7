/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Limits;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Keras model in an HDF5 file, as {@code model.save("model.h5")} writes it; or its weights in such a file and its
 * architecture, from {@code model.to_json()}, in a file of the same name that ends in .json.
 */
final class KerasFile {

    private static final String ARCHITECTURE = "model_config";

    private KerasFile() {
    }

    /**
     * @param file an HDF5 file
     * @param largestSize bytes that its weights may have
     * @return the network
     * @throws ModelFormatException if it is no Keras model or one that does not fit
     */
    static ForeignNetwork read(final Path file, final long largestSize) throws IOException {
        try (Hdf5File hdf5 = new Hdf5File(file)) {
            final SortedMap<String, String> origin = new TreeMap<>();
            final String version = hdf5.attribute("keras_version");
            origin.put("source", "Keras" + (version == null ? "" : " " + version));
            final KerasLayers layers = new KerasLayers(new KerasWeights(hdf5, largestSize));
            final List<KerasConfig.Layer> chain = KerasConfig.layers(architecture(hdf5, file));
            for (final KerasConfig.Layer layer : chain) {
                layers.add(layer);
            }
            origin.put("sourceLayers", String.join(", ", chain.stream().map(KerasConfig.Layer::name).toList()));
            final Network network = layers.chain().finish();
            return new ForeignNetwork(network, Heads.imported(layers.chain().link(),
                Collections.nCopies(network.size(network.layers()), AffineScale.IDENTITY)), null, false, origin);
        }
    }

    private static String architecture(final Hdf5File hdf5, final Path file) throws IOException {
        final String stored = hdf5.attribute(ARCHITECTURE);
        if (stored != null) {
            return stored;
        }
        final Path json = NetworkBridge.architecture(file);
        if (!Files.isRegularFile(json)) {
            throw new ModelFormatException("The file is HDF5 but holds no Keras architecture. Save the whole model "
                + "with model.save(\"NAME.h5\"), or put what model.to_json() gives beside the file, as '"
                + json.getFileName() + "'.");
        }
        if (Files.size(json) > Limits.JSON_BYTES) {
            throw new ModelFormatException("The architecture '" + json.getFileName() + "' has " + Files.size(json)
                + " bytes, which no Keras model needs.");
        }
        return Files.readString(json, StandardCharsets.UTF_8);
    }
}

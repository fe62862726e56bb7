/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.Limits;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingSettings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The bridge to other deep-learning software, which comes as a bundle of its own because its native libraries are
 * large. Those who use it ask for it by this interface, so that they work without it as well. Thread-safe.
 */
public interface NetworkBridge {

    /** Whose files it reads, as a clause behind "a file". */
    String FILES = "of DL4J (.zip) or Keras (.h5)";

    /**
     * Reads a network from a file of DL4J (a zip) or Keras (HDF5). Nothing in the file is ever run or deserialised as
     * an object, and sizes are checked before memory is taken.
     *
     * @param file the file
     * @param largestSize bytes that the file, and what is packed in it, may have; {@link Limits#FOREIGN_BYTES} unless
     *            the user says otherwise
     * @return the network
     * @throws ModelFormatException if it is not such a file, or holds what Reductor's networks cannot, naming the layer
     * @throws IOException if reading fails
     */
    ForeignNetwork read(Path file, long largestSize) throws IOException;

    /**
     * Keras can save weights and architecture apart; then the reader looks for the second beside the first.
     *
     * @param weights the file that is read
     * @return where the architecture is then, as JSON
     */
    static Path architecture(final Path weights) {
        return weights.resolveSibling(weights.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".json");
    }

    /**
     * Writes networks as one MultiLayerNetwork of DL4J whose output is their mean in the user's units.
     *
     * @param model the networks; several become one, side by side
     * @param layout whether what is pruned is left out
     * @param out where to; not closed
     * @throws IllegalArgumentException if as one network they would be too large, saying what to do
     * @throws IOException if writing fails
     */
    void writeDl4j(NetworkModel model, Dl4jLayout layout, OutputStream out) throws IOException;

    /** @return DL4J as a training engine */
    Engine engine();

    /**
     * @param loader of who asks, from which the bundle with the bridge can be seen if it is there
     * @param purpose what needs it, as the beginning of a sentence, for example "Reading files of DL4J and Keras"
     * @return the bridge
     * @throws IllegalStateException if its extension is not installed, saying how to get it
     */
    static NetworkBridge installed(final ClassLoader loader, final String purpose) {
        try {
            return Class.forName("org.reductor.dl4j.Dl4jBridge", true, loader).asSubclass(NetworkBridge.class)
                .getConstructor().newInstance();
        } catch (final ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(purpose + " needs the extension 'Reductor: DL4J and Keras', which is not "
                + "installed. Install it from the update site that Reductor came from (in KNIME: File, "
                + "Install KNIME Extensions).", e);
        }
    }

    /**
     * @param loader of who asks
     * @param settings how networks are to be trained
     * @return the engine that they name
     * @throws IllegalStateException if it needs an extension that is not installed or does not run here
     */
    static Engine engine(final ClassLoader loader, final TrainingSettings settings) {
        return settings.engine() == EngineKind.REDUCTOR ? Engine.reductor()
            : installed(loader, "Training with DL4J").engine();
    }
}

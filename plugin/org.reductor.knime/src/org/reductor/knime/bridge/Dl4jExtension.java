/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.bridge;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingSettings;

/** Finds the bridge to DL4J, if its extension is installed. Its bundle is not required, so it is asked for by name. */
public final class Dl4jExtension {

    private static final String BRIDGE = "org.reductor.dl4j.Dl4jBridge";

    private static final String TRAINING = "Training with DL4J";

    private Dl4jExtension() {
    }

    /**
     * @param purpose what needs it, as the beginning of a sentence, for example "Reading files of DL4J and Keras"
     * @return the bridge
     * @throws KNIMEException if its extension is not installed, saying how to get it
     */
    public static NetworkBridge bridge(final String purpose) throws KNIMEException {
        try {
            return Class.forName(BRIDGE).asSubclass(NetworkBridge.class).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new KNIMEException(purpose + " needs the extension 'Reductor: DL4J and Keras', which is not "
                + "installed. Install it from the update site that Reductor came from (in KNIME: File, "
                + "Install KNIME Extensions).", e);
        }
    }

    /**
     * The same before the node runs.
     *
     * @param purpose what needs it
     * @throws InvalidSettingsException if its extension is not installed, saying how to get it
     */
    public static void require(final String purpose) throws InvalidSettingsException {
        try {
            bridge(purpose);
        } catch (KNIMEException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * Looks before the node runs whether there is an engine.
     *
     * @param settings how networks are to be trained
     * @throws InvalidSettingsException if they name one whose extension is not installed
     */
    public static void requireEngine(final TrainingSettings settings) throws InvalidSettingsException {
        if (settings.engine() != EngineKind.REDUCTOR) {
            require(TRAINING);
        }
    }

    /**
     * @param settings how networks are to be trained
     * @return the engine that they name
     * @throws KNIMEException if it needs an extension that is not installed or does not run here
     */
    public static Engine engine(final TrainingSettings settings) throws KNIMEException {
        if (settings.engine() == EngineKind.REDUCTOR) {
            return Engine.reductor();
        }
        final NetworkBridge bridge = bridge(TRAINING);
        try {
            return bridge.engine();
        } catch (IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}

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

    private Dl4jExtension() {
    }

    /**
     * @param purpose what needs it, as the beginning of a sentence, for example "Reading files of DL4J and Keras"
     * @return the bridge
     * @throws KNIMEException if its extension is not installed, saying how to get it
     */
    public static NetworkBridge bridge(final String purpose) throws KNIMEException {
        try {
            return NetworkBridge.installed(Dl4jExtension.class.getClassLoader(), purpose);
        } catch (IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
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
            require("Training with DL4J");
        }
    }

    /**
     * @param settings how networks are to be trained
     * @return the engine that they name
     * @throws KNIMEException if it needs an extension that is not installed or does not run here
     */
    public static Engine engine(final TrainingSettings settings) throws KNIMEException {
        try {
            return NetworkBridge.engine(Dl4jExtension.class.getClassLoader(), settings);
        } catch (IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.base.ConfigBase;

/** A tree of named settings, as nodes and workflows store them in XML. */
public final class NodeSettings extends ConfigBase implements NodeSettingsRO, NodeSettingsWO {

    public NodeSettings(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new NodeSettings(key);
    }

    /** Reads a settings file and closes the stream. */
    public static NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        final var settings = new NodeSettings("ignored");
        settings.load(in);
        return settings;
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettings)addConfigBase(key);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings)getConfigBase(key);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.Map;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** A setting that the command line changes (`-option=nodeId,key,value,type`). */
public record NodeOption(int nodeId, String path, String value, String type) {

    /** KNIME stores a float as a double here. */
    private static final Map<String, ConfigEntries> TYPES = Map.of("String", ConfigEntries.xstring, "int",
        ConfigEntries.xint, "long", ConfigEntries.xlong, "short", ConfigEntries.xshort, "byte", ConfigEntries.xbyte,
        "boolean", ConfigEntries.xboolean, "char", ConfigEntries.xchar, "float", ConfigEntries.xdouble, "double",
        ConfigEntries.xdouble);

    /** What is wrong with type and value, if anything is. */
    public Optional<String> problem() {
        final ConfigEntries entryType = TYPES.get(type);
        if (entryType == null) {
            return Optional.of("the type '" + type
                + "' is none of String, int, long, short, byte, boolean, char, float and double.");
        }
        try {
            entryType.createEntry("check", value);
            return Optional.empty();
        } catch (final IllegalArgumentException ex) {
            return Optional.of("'" + value + "' is not of type " + type + ".");
        }
    }

    /** @throws InvalidSettingsException if the path leads nowhere */
    void applyTo(final NodeSettings model) throws InvalidSettingsException {
        final String[] keys = path.split("/");
        if (keys.length > 1 && keys[0].equals("model") && !model.containsKey("model")) {
            throw new InvalidSettingsException("-option names the setting '" + path + "', but KNIME looks for it below "
                + "'model'. Leave out 'model/': '" + path.substring("model/".length()) + "'.");
        }
        NodeSettings config = model;
        for (int i = 0; i < keys.length - 1; i++) {
            config = config.getNodeSettings(keys[i]);
        }
        final String key = keys[keys.length - 1];
        if (!config.containsKey(key)) {
            throw new InvalidSettingsException("-option names the setting '" + path
                + "', which is not among the node's: " + config.keySet() + ".");
        }
        config.addEntry(TYPES.get(type).createEntry(key, value));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.ConfigEntries;

/** Applies the `variables` config beside `model`: settings that flow variables replace, or that become variables. */
final class VariableOverrides {

    /** A setting is controlled by a variable that does not exist (yet). */
    static final class UnknownVariableException extends InvalidSettingsException {
        UnknownVariableException(final String message) {
            super(message);
        }
    }

    private VariableOverrides() {
    }

    /** Whether any of its settings is controlled by a variable or published as one. */
    static boolean present(final NodeSettingsRO settings) {
        return settings.containsKey("variables");
    }

    /** @throws InvalidSettingsException if a variable is missing or does not fit the setting */
    static void apply(final NodeSettingsRO settings, final NodeSettings model, final Map<String, Object> variables)
        throws InvalidSettingsException {
        if (!present(settings)) {
            return;
        }
        final NodeSettingsRO root = settings.getNodeSettings("variables");
        walk(root.containsKey("tree") ? root.getNodeSettings("tree") : root, model, "model", variables);
    }

    private static void walk(final NodeSettingsRO tree, final NodeSettings config, final String path,
        final Map<String, Object> variables) throws InvalidSettingsException {
        for (final String key : tree.keySet()) {
            if (path.equals("model") && key.equals("version")) {
                continue; // the old layout has no `tree` below `version`
            }
            final NodeSettingsRO entry = tree.getNodeSettings(key);
            final String childPath = path + "/" + key;
            if (!config.containsKey(key)) {
                throw new InvalidSettingsException("A flow variable controls the setting '" + childPath
                    + "', which the node does not have.");
            }
            if (entry.containsKey("used_variable")) {
                leaf(entry, config, key, childPath, variables);
            } else {
                walk(entry, config.getNodeSettings(key), childPath, variables);
            }
        }
    }

    private static void leaf(final NodeSettingsRO entry, final NodeSettings config, final String key, final String path,
        final Map<String, Object> variables) throws InvalidSettingsException {
        final String used = entry.getString("used_variable");
        if (used != null) {
            final Object value = variables.get(used);
            if (value == null) {
                throw new UnknownVariableException("The flow variable '" + used + "', which controls the setting '"
                    + path + "', does not exist. Known: " + variables.keySet() + ".");
            }
            if (!write(config, key, value)) {
                throw new InvalidSettingsException("The flow variable '" + used + "' has the value '" + value
                    + "', which does not fit the setting '" + path + "' of type "
                    + type(config, key) + ".");
            }
        }
        if (entry.getString("exposed_variable", null) != null) {
            throw new InvalidSettingsException("The setting '" + path + "' is published as a flow variable, which is "
                + "not supported by the embedded runner.");
        }
    }

    private static ConfigEntries type(final NodeSettings config, final String key) {
        return config.getEntry(key).getType();
    }

    /** False if the variable's type, or its text, does not fit the setting. */
    private static boolean write(final NodeSettings config, final String key, final Object value) {
        final ConfigEntries type = type(config, key);
        if (type == ConfigEntries.xstring) {
            config.addString(key, value.toString());
        } else if (type == ConfigEntries.xint && value instanceof Integer i) {
            config.addInt(key, i);
        } else if (type == ConfigEntries.xlong && (value instanceof Integer || value instanceof Long)) {
            config.addLong(key, ((Number)value).longValue());
        } else if (type == ConfigEntries.xdouble && value instanceof Number n) {
            config.addDouble(key, n.doubleValue());
        } else if (type == ConfigEntries.xboolean && List.of("true", "false").contains(value.toString())) {
            config.addBoolean(key, Boolean.parseBoolean(value.toString()));
        } else {
            return false;
        }
        return true;
    }
}

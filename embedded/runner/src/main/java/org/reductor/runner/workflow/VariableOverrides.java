/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Applies the `variables` config beside `model`: settings that flow variables replace, or that become variables. */
final class VariableOverrides {

    /** A setting is controlled by a variable that does not exist (yet). */
    static final class UnknownVariableException extends InvalidSettingsException {
        private static final long serialVersionUID = 1L;

        UnknownVariableException(final String message) {
            super(message);
        }
    }

    private VariableOverrides() {
    }

    /**
     * @param settings a node's settings.xml
     * @return whether any of its settings is controlled by a variable or published as one
     */
    static boolean present(final NodeSettingsRO settings) {
        return settings.containsKey("variables");
    }

    /**
     * @param settings a node's settings.xml
     * @param model its model, which is changed
     * @param variables those the node sees; settings that it publishes are added
     * @throws InvalidSettingsException if a variable is missing or does not fit the setting
     */
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
            if (!SettingType.write(config, key, value)) {
                throw new InvalidSettingsException("The flow variable '" + used + "' has the value '" + value
                    + "', which does not fit the setting '" + path + "' of type "
                    + SettingType.type(config, key) + ".");
            }
        }
        final String exposed = entry.getString("exposed_variable", null);
        if (exposed != null) {
            final Object value = SettingType.read(config, key);
            if (value == null) {
                throw new InvalidSettingsException("The setting '" + path + "' cannot be published as the flow "
                    + "variable '" + exposed + "': its type is not supported by the embedded runner.");
            }
            variables.put(exposed, value);
        }
    }
}

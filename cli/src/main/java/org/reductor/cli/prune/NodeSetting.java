/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.prune;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A setting of a node by the name under which workflows store it.
 *
 * @param node which node; {@code null} for the first that has such a setting
 * @param path its name, with those of the groups that it is in before it, as in {@code a/b}
 * @param value as text
 */
public record NodeSetting(Node node, String path, String value) {

    /** The nodes whose settings can be given, in the order in which they are asked for one. */
    public enum Node {
        /** Reductive Pruning Learner. */
        LEARNER,
        /** Molecule Featurizer. */
        FEATURIZER,
        /** Network Predictor. */
        PREDICTOR,
        /** Molecule Grouper. */
        GROUPER;

        /** @return what the command line calls it */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param text {@code NAME=VALUE} or {@code node.NAME=VALUE}
     * @return the setting
     * @throws IllegalArgumentException if it is no such text
     */
    public static NodeSetting of(final String text) {
        final int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + text + "' is not of the form NAME=VALUE.");
        }
        final String name = text.substring(0, equals);
        final String value = text.substring(equals + 1);
        final int dot = name.indexOf('.');
        if (dot < 0) {
            return new NodeSetting(null, name, value);
        }
        final Node node = Arrays.stream(Node.values()).filter(n -> n.label().equals(name.substring(0, dot)))
            .findFirst().orElseThrow(() -> new IllegalArgumentException("'" + name + "' names none of the nodes "
                + Arrays.stream(Node.values()).map(Node::label).toList() + " before its dot."));
        return new NodeSetting(node, name.substring(dot + 1), value);
    }

    /** @return whether the settings of a node have it */
    boolean isIn(final NodeSettings settings) {
        NodeSettings config = settings;
        final List<String> keys = List.of(path.split("/"));
        try {
            for (final String key : keys.subList(0, keys.size() - 1)) {
                config = config.getNodeSettings(key);
            }
        } catch (final InvalidSettingsException ex) {
            return false;
        }
        return config.containsKey(keys.get(keys.size() - 1));
    }

    /** @throws InvalidSettingsException if the value is not of the setting's type */
    void applyTo(final NodeSettings settings) throws InvalidSettingsException {
        NodeSettings config = settings;
        final List<String> keys = List.of(path.split("/"));
        for (final String key : keys.subList(0, keys.size() - 1)) {
            config = config.getNodeSettings(key);
        }
        final String key = keys.get(keys.size() - 1);
        final ConfigEntries type = config.getEntry(key).getType();
        try {
            config.addEntry(type.createEntry(key, value));
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException("The setting '" + path + "' cannot be '" + value + "': it is "
                + type.words() + ".", ex);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.EmbeddedConfig;

/** A config inside one of the workflow's XML files, which knows where it stands so that errors can say so. */
final class SettingsFile {

    private static final long MAX_BYTES = 64L << 20;

    private final Path file;

    private final NodeSettingsRO config;

    private SettingsFile(final Path file, final NodeSettingsRO config) {
        this.file = file;
        this.config = config;
    }

    /** The file's content. */
    static NodeSettings read(final Path folder, final Path file) throws LoadException {
        final Path absolute = folder.resolve(file).normalize();
        if (!absolute.startsWith(folder.normalize())) {
            throw new LoadException(file, null, "the file lies outside the workflow folder.");
        }
        if (!Files.isRegularFile(absolute)) {
            throw new LoadException(file, null, "the file is missing in " + folder + ".");
        }
        try {
            if (Files.size(absolute) > MAX_BYTES) {
                throw new LoadException(file, null, "the file has " + Files.size(absolute) + " bytes; at most "
                    + MAX_BYTES + " are read.");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(absolute))) {
                return (NodeSettings)NodeSettings.loadFromXML(in);
            }
        } catch (final IOException | RuntimeException ex) {
            throw new LoadException(file, null, "not a settings file as KNIME writes it: " + ex.getMessage());
        }
    }

    static SettingsFile of(final Path file, final NodeSettingsRO config) {
        return new SettingsFile(file, config);
    }

    NodeSettingsRO config() {
        return config;
    }

    boolean has(final String key) {
        return config.containsKey(key);
    }

    Iterable<String> keys() {
        return config.keySet();
    }

    SettingsFile child(final String key) throws LoadException {
        return get(key, () -> new SettingsFile(file, config.getNodeSettings(key)));
    }

    String string(final String key) throws LoadException {
        final String text = get(key, () -> config.getString(key));
        if (text == null) {
            throw error(key, "there is no text.");
        }
        return text;
    }

    int integer(final String key) throws LoadException {
        return get(key, () -> config.getInt(key));
    }

    LoadException error(final String key, final String problem) {
        return new LoadException(file, key == null ? config.getKey() : EmbeddedConfig.path(config, key), problem);
    }

    private interface Access<T> {
        T get() throws InvalidSettingsException;
    }

    private <T> T get(final String key, final Access<T> access) throws LoadException {
        try {
            return access.get();
        } catch (final InvalidSettingsException ex) {
            throw new LoadException(file + ": " + ex.getMessage());
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.path;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.workflow.DataArea;

/** A file as KNIME's readers and writers store it, in a config {@code path}. */
public final class FileLocation implements NodeParameters {

    private static final String DATA_AREA = "knime.workflow.data";

    @Persist(configKey = "location_present")
    boolean m_present;

    @Persist(configKey = "file_system_type")
    String m_type = "";

    @Persist(configKey = "file_system_specifier")
    @Migrate(loadDefaultIfAbsent = true)
    String m_specifier;

    @Persist(configKey = "path")
    String m_path = "";

    /** Nothing selected. */
    public FileLocation() {
        // all fields have their defaults
    }

    /** @throws InvalidSettingsException if no file is selected or its file system is none that the runner knows */
    public void check() throws InvalidSettingsException {
        if (!m_present || m_path == null || m_path.isBlank()) {
            throw new InvalidSettingsException("No file is selected (setting 'path').");
        }
        final boolean dataArea = "RELATIVE".equals(m_type) && DATA_AREA.equals(m_specifier);
        if (!dataArea && !"LOCAL".equals(m_type)) {
            throw new InvalidSettingsException("The path '" + m_path + "' is on the file system " + m_type
                + (m_specifier == null ? "" : "/" + m_specifier) + ", which is not supported by the embedded runner. "
                + "Use the workflow data area (RELATIVE/" + DATA_AREA + ") or a LOCAL path.");
        }
    }

    /**
     * @return the file
     * @throws InvalidSettingsException if the path is malformed or leads out of the workflow data area
     */
    public Path resolve() throws InvalidSettingsException {
        check();
        try {
            if ("LOCAL".equals(m_type)) {
                return Path.of(m_path);
            }
            final Path area = DataArea.current().toAbsolutePath().normalize();
            final Path file = area.resolve(m_path.startsWith("/") ? m_path.substring(1) : m_path).normalize();
            if (!file.startsWith(area)) {
                throw new InvalidSettingsException("The path '" + m_path + "' leads out of the workflow data area.");
            }
            return file;
        } catch (final InvalidPathException ex) {
            throw new InvalidSettingsException("'" + m_path + "' is not a path: " + ex.getReason());
        }
    }

    /**
     * @param folder a folder
     * @return whether it is the workflow data area
     */
    public boolean isDataArea(final Path folder) {
        return !"LOCAL".equals(m_type) && folder.equals(DataArea.current().toAbsolutePath().normalize());
    }

    /** @return the path as the user knows it */
    public String shown() {
        return "LOCAL".equals(m_type) ? m_path : "data/" + m_path;
    }
}

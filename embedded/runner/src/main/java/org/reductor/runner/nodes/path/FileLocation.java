/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.path;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.reductor.runner.workflow.DataArea;

/**
 * The file that a reader or writer of tables is set to.
 *
 * @param location as it is stored
 */
public record FileLocation(FSLocation location) {

    private static final String DATA_AREA = "knime.workflow.data";

    /** @throws InvalidSettingsException if no file is selected or its file system is none that the runner knows */
    public void check() throws InvalidSettingsException {
        if (location.getPath() == null || location.getPath().isBlank()) {
            throw new InvalidSettingsException("No file is selected (setting 'path').");
        }
        final String specifier = location.getFileSystemSpecifier().orElse(null);
        final boolean dataArea = is(FSCategory.RELATIVE) && DATA_AREA.equals(specifier);
        if (!dataArea && !is(FSCategory.LOCAL)) {
            throw new InvalidSettingsException("The path '" + location.getPath() + "' is on the file system "
                + location.getFileSystemCategory() + (specifier == null ? "" : "/" + specifier) + ", which is not "
                + "supported by the embedded runner. Use the workflow data area (RELATIVE/" + DATA_AREA
                + ") or a LOCAL path.");
        }
    }

    /** Stored workflows may name file systems that KNIME has and its stand-in does not. */
    private boolean is(final FSCategory category) {
        return category.toString().equals(location.getFileSystemCategory());
    }

    /**
     * @return the file
     * @throws InvalidSettingsException if the path is malformed or leads out of the workflow data area
     */
    public Path resolve() throws InvalidSettingsException {
        check();
        final String path = location.getPath();
        try {
            if (is(FSCategory.LOCAL)) {
                return Path.of(path);
            }
            final Path area = DataArea.current().toAbsolutePath().normalize();
            final Path file = area.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
            if (!file.startsWith(area)) {
                throw new InvalidSettingsException("The path '" + path + "' leads out of the workflow data area.");
            }
            return file;
        } catch (final InvalidPathException ex) {
            throw new InvalidSettingsException("'" + path + "' is not a path: " + ex.getReason());
        }
    }

    /**
     * @param folder a folder
     * @return whether it is the workflow data area
     */
    public boolean isDataArea(final Path folder) {
        return !is(FSCategory.LOCAL) && folder.equals(DataArea.current().toAbsolutePath().normalize());
    }

    /** @return the path as the user knows it */
    public String shown() {
        return (is(FSCategory.LOCAL) ? "" : "data/") + location.getPath();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.reductor.runner.workflow.DataArea;

/** The file that a reader or writer of tables is set to: in the workflow data area, or a local one. */
public record TableFile(FSLocation location) {

    private static final String DATA_AREA = "knime.workflow.data";

    /** @throws InvalidSettingsException if no file is selected or its file system is none that the runner knows */
    public void check() throws InvalidSettingsException {
        if (location.getPath() == null || location.getPath().isBlank()) {
            throw new InvalidSettingsException("No file is selected (setting 'path').");
        }
        final String specifier = location.getFileSystemSpecifier().orElse("");
        if (!isLocal() && !(is(FSCategory.RELATIVE) && DATA_AREA.equals(specifier))) {
            throw new InvalidSettingsException("The path '" + location.getPath() + "' is on the file system "
                + location.getFileSystemCategory() + " " + specifier + ", which is not supported by the embedded "
                + "runner. Use the workflow data area (RELATIVE " + DATA_AREA + ") or a LOCAL path.");
        }
    }

    private boolean isLocal() {
        return is(FSCategory.LOCAL);
    }

    /** By name: stored workflows may have categories that the stand-in does not know. */
    private boolean is(final FSCategory category) {
        return category.toString().equals(location.getFileSystemCategory());
    }

    /** @throws InvalidSettingsException if the path is malformed or leads out of the workflow data area */
    public Path resolve() throws InvalidSettingsException {
        check();
        final String path = location.getPath();
        try {
            if (isLocal()) {
                return Path.of(path);
            }
            final Path file = area().resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
            if (!file.startsWith(area())) {
                throw new InvalidSettingsException("The path '" + path + "' leads out of the workflow data area.");
            }
            return file;
        } catch (final InvalidPathException ex) {
            throw new InvalidSettingsException("'" + path + "' is not a path: " + ex.getReason());
        }
    }

    private static Path area() {
        return DataArea.current().toAbsolutePath().normalize();
    }

    public boolean isDataArea(final Path folder) {
        return !isLocal() && folder.equals(area());
    }

    /** The path as the user knows it. */
    public String shown() {
        return (isLocal() ? "" : "data/") + location.getPath();
    }
}

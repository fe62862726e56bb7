/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.EmbeddedFiles;
import org.knime.filehandling.core.connections.FSLocation;

/** The file that a reader or writer of tables is set to: a local one, or one relative to the workflow. */
public record TableFile(FSLocation location) {

    /** @throws InvalidSettingsException if no file is selected or its file system is none that the runner knows */
    public void check() throws InvalidSettingsException {
        if (location.getPath() == null || location.getPath().isBlank()) {
            throw new InvalidSettingsException("No file is selected (setting 'path').");
        }
        if (!List.of("LOCAL", "RELATIVE").contains(location.getFileSystemCategory())) {
            throw new InvalidSettingsException("The path '" + location.getPath() + "' is on the file system "
                + location.getFileSystemCategory() + ", which is not supported by the embedded runner. Use the "
                + "workflow data area or a local path.");
        }
    }

    private boolean isInDataArea() {
        return location.getFileSystemSpecifier().filter("knime.workflow.data"::equals).isPresent();
    }

    /** @throws InvalidSettingsException if the path is malformed or leads out of the workflow data area */
    public Path resolve() throws InvalidSettingsException {
        check();
        try {
            if (isInDataArea() && !Path.of("data", location.getPath()).normalize().startsWith("data")) {
                throw new InvalidSettingsException(
                    "The path '" + location.getPath() + "' leads out of the workflow data area.");
            }
            return EmbeddedFiles.real(location);
        } catch (final IllegalArgumentException | IllegalStateException | NoSuchFileException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    /** The path as the user knows it. */
    public String shown() {
        return (isInDataArea() ? "data/" : "") + location.getPath();
    }
}

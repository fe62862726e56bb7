/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.defaultnodesettings;

import java.util.Optional;

import org.knime.filehandling.core.connections.EmbeddedFiles;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;

/** Opens the file system of a location. */
public final class FileSystemHelper {

    private FileSystemHelper() {
    }

    /** Empty for a location of a connection that is not there; any other failure is an unchecked exception. */
    public static Optional<FSConnection> retrieveFSConnection(final Optional<FSConnection> portObjectConnection,
        final FSLocation location) {
        return location.getFSCategory() == FSCategory.CONNECTED ? portObjectConnection
            : Optional.of(EmbeddedFiles.open(location));
    }
}

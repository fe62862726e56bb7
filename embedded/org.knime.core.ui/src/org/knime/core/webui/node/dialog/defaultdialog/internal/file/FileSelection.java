/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** A file that the user chooses; stored as a location under {@code path}. */
public final class FileSelection implements Persistable {

    public FSLocation m_path;

    /** A local file without a path. */
    public FileSelection() {
        this(new FSLocation(FSCategory.LOCAL, ""));
    }

    public FileSelection(final FSLocation fsLocation) {
        m_path = fsLocation;
    }

    public FSLocation getFSLocation() {
        return m_path;
    }
}

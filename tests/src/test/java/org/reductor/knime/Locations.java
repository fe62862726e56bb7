/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.nio.file.Path;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** Sets which file a node reads or writes, as KNIME stores it. */
public final class Locations {

    private Locations() {
    }

    /** An absolute path is one of this machine; a relative one lies in the workflow data area. */
    public static void choose(final NodeSettings settings, final String path) {
        if (Path.of(path.strip().replace('\u0000', ' ')).isAbsolute()) {
            choose(settings, "LOCAL", null, path);
        } else {
            choose(settings, "RELATIVE", "knime.workflow.data", path);
        }
    }

    /** A path in a file system of a category, of which the specifier tells which. */
    public static void choose(final NodeSettings settings, final String category, final String specifier,
        final String path) {
        final NodeSettingsWO location = settings.addNodeSettings("file").addNodeSettings("path");
        location.addBoolean("location_present", true);
        location.addString("file_system_type", category);
        if (specifier != null) {
            location.addString("file_system_specifier", specifier);
        }
        location.addString("path", path);
    }
}

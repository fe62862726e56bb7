/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.reductor.runner.nodes.path.FileLocation;

/** Makes the stored form of a local path. */
final class TestLocations {

    private TestLocations() {
    }

    static FileLocation local(final Path file) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("path");
        settings.addBoolean("location_present", true);
        settings.addString("file_system_type", "LOCAL");
        settings.addString("path", file.toString());
        return NodeParametersUtil.loadSettings(settings, FileLocation.class);
    }
}

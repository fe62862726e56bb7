/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.EmbeddedConfig;

/** Little helpers around settings. */
final class Settings {

    private Settings() {
    }

    /** Whether there is something at the end of a path of keys; the empty path is always there. */
    static boolean hasPath(final NodeSettingsRO settings, final String... path) {
        ConfigBaseRO at = settings;
        for (int i = 0; i < path.length; i++) {
            if (!at.containsKey(path[i])) {
                return false;
            }
            if (i + 1 < path.length) {
                try {
                    at = at.getConfigBase(path[i]);
                } catch (InvalidSettingsException e) {
                    return false;
                }
            }
        }
        return true;
    }

    static InvalidSettingsException error(final NodeSettingsRO settings, final String key, final String message) {
        return new InvalidSettingsException(
            "Setting \"" + EmbeddedConfig.path(settings, key) + "\" " + message);
    }

    /** Reads a value of a key. */
    interface Reader {
        Object read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Writes a value of a key. */
    interface Writer {
        void write(NodeSettingsWO settings, String key, Object value);
    }
}

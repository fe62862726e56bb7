/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** How flow variables stand for stored settings. */
final class SettingType {

    private SettingType() {
    }

    /** @return the setting's value; null for types without a flow variable, and for a missing text */
    static Object read(final NodeSettings config, final String key) throws InvalidSettingsException {
        return switch (type(config, key)) {
            case xstring -> config.getString(key);
            case xint -> config.getInt(key);
            case xlong -> config.getLong(key);
            case xdouble -> config.getDouble(key);
            case xboolean -> config.getBoolean(key);
            default -> null;
        };
    }

    /** @return false if the variable's type, or its text, does not fit the setting */
    static boolean write(final NodeSettings config, final String key, final Object value) {
        final ConfigEntries type = type(config, key);
        if (type == ConfigEntries.xstring) {
            config.addString(key, value.toString());
        } else if (type == ConfigEntries.xint && value instanceof Integer i) {
            config.addInt(key, i);
        } else if (type == ConfigEntries.xlong && (value instanceof Integer || value instanceof Long)) {
            config.addLong(key, ((Number)value).longValue());
        } else if (type == ConfigEntries.xdouble && value instanceof Number n) {
            config.addDouble(key, n.doubleValue());
        } else if (type == ConfigEntries.xboolean && (value instanceof Boolean || isBoolean(value))) {
            config.addBoolean(key, Boolean.parseBoolean(value.toString()));
        } else {
            return false;
        }
        return true;
    }

    static ConfigEntries type(final NodeSettings config, final String key) {
        return config.getEntry(key).getType();
    }

    private static boolean isBoolean(final Object value) {
        return "true".equals(value) || "false".equals(value);
    }
}

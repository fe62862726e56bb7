/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** A flow variable. */
public record FlowValue(String name, Object value) {

    /** Checks that both are there. */
    public FlowValue {
        Objects.requireNonNull(name, "a flow variable needs a name");
        Objects.requireNonNull(value, "a flow variable needs a value");
    }

    /** The variable. */
    static FlowValue load(final NodeSettingsRO config) throws InvalidSettingsException {
        final String name = config.getString("name");
        final String type = config.getString("class");
        return switch (type) {
            case "STRING" -> new FlowValue(name, config.getString("value"));
            case "INTEGER" -> new FlowValue(name, config.getInt("value"));
            case "DOUBLE" -> new FlowValue(name, config.getDouble("value"));
            case "LONG" -> new FlowValue(name, config.getLong("value"));
            case "BOOLEAN" -> new FlowValue(name, config.getBoolean("value"));
            default -> throw new InvalidSettingsException("The workflow variable '" + name + "' has the type " + type
                + ", which is not supported by the embedded runner.");
        };
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

/** A single value. */
final class ValueEntry extends AbstractConfigEntry {

    private final Object value;

    ValueEntry(final ConfigEntries type, final String key, final Object value) {
        super(type, key);
        this.value = value;
    }

    Object value() {
        return value;
    }

    ValueEntry copy() {
        return new ValueEntry(getType(), getKey(), value);
    }

    @Override
    public String toStringValue() {
        return value == null ? null : value.toString();
    }
}

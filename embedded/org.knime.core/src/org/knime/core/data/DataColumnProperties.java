/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.HashMap;
import java.util.Map;

/** Free texts that travel with a column. */
public final class DataColumnProperties {

    private final Map<String, String> content;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> content) {
        this.content = new HashMap<>(content);
    }

    public boolean containsProperty(final String key) {
        return content.containsKey(key);
    }

    /** The text of a key, or null. */
    public String getProperty(final String key) {
        return content.get(key);
    }

    public DataColumnProperties cloneAndOverwrite(final Map<String, String> newProperties) {
        final Map<String, String> both = new HashMap<>(content);
        both.putAll(newProperties);
        return new DataColumnProperties(both);
    }

    @Override
    public String toString() {
        return content.toString();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties && ((DataColumnProperties)obj).content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }
}

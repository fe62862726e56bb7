/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

/** A node of a settings tree: a value, or a branch. */
public abstract class AbstractConfigEntry {

    private final ConfigEntries type;

    private String key;

    private AbstractConfigEntry parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        if (key == null) {
            throw new IllegalArgumentException("A setting needs a key");
        }
        this.type = type;
        this.key = key;
    }

    public final String getKey() {
        return key;
    }

    public final ConfigEntries getType() {
        return type;
    }

    /** The value as it stands in the XML, or null; for a branch its key. */
    public abstract String toStringValue();

    public final void setParent(final AbstractConfigEntry parent) {
        this.parent = parent;
    }

    @Override
    public String toString() {
        return key + "->" + toStringValue();
    }

    final void setKey(final String key) {
        this.key = key;
    }

    /** The keys from below the root down to this entry, joined by slashes; empty for the root itself. */
    final String path() {
        if (parent == null) {
            return "";
        }
        final String above = parent.path();
        return above.isEmpty() ? key : above + "/" + key;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.Objects;

/** The RowID of a row. */
public final class RowKey {

    private final String id;

    public RowKey(final String id) {
        this.id = Objects.requireNonNull(id);
    }

    public String getString() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof RowKey && ((RowKey)obj).id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

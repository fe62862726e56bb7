/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import java.util.Objects;

import org.knime.core.data.DataCell;

/** Stand-in only: a cell that is its content. Two NaN are equal, 0 and -0 are not. Extension code must not use it. */
abstract class EmbeddedCell extends DataCell {

    private final Object content;

    EmbeddedCell(final Object content) {
        this.content = Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return content.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return content.equals(((EmbeddedCell)dc).content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.io.Serializable;
import java.util.ArrayList;

/** An immutable value of a table. */
public abstract class DataCell implements DataValue, Serializable {

    public final DataType getType() {
        return this instanceof AdapterValue adapter
            ? DataType.getType(getClass(), null, new ArrayList<>(adapter.getAdapterMap().keySet()))
            : DataType.getType(getClass());
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /** Missing cells are equal to each other; otherwise class and content decide. */
    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell)) {
            return false;
        }
        final DataCell other = (DataCell)o;
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        return getClass().equals(other.getClass()) && equalsDataCell(other);
    }

    /** Compares with a cell of the same class that is not missing. */
    protected abstract boolean equalsDataCell(DataCell dc);

    @Override
    public abstract int hashCode();
}

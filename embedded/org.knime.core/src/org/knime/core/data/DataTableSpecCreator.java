/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;

/** Builds table specs. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private String name;

    public DataTableSpecCreator() {
    }

    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec);
        name = spec.getName();
    }

    /** @throws IllegalArgumentException if there is a column of that name already */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        for (final DataColumnSpec column : columns) {
            if (this.columns.stream().anyMatch(c -> c.getName().equals(column.getName()))) {
                throw new IllegalArgumentException("There is a column \"" + column.getName() + "\" already.");
            }
            this.columns.add(column);
        }
        return this;
    }

    public DataTableSpecCreator addColumns(final DataTableSpec fromSpec) {
        return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(new DataColumnSpec[0]));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A plan for a table made from another: columns dropped, and new ones. */
public class ColumnRearranger {

    private final List<Column> columns = new ArrayList<>();

    public ColumnRearranger(final DataTableSpec original) {
        for (int i = 0; i < original.getNumColumns(); i++) {
            columns.add(new Column(original.getColumnSpec(i), null, i));
        }
    }

    /** @throws IllegalArgumentException if a name is null, repeated or unknown */
    public final void remove(final String... colNames) {
        if (new HashSet<>(Arrays.asList(colNames)).size() != colNames.length) {
            throw new IllegalArgumentException("A column is given twice: " + Arrays.toString(colNames));
        }
        final List<Column> gone = Arrays.stream(colNames).map(n -> columns.get(require(n))).toList();
        columns.removeAll(gone);
    }

    private int require(final String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).spec().getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no column \"" + name + "\".");
    }

    /** Adds the columns of a factory at the end. */
    public final void append(final CellFactory fac) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            columns.add(new Column(specs[i], fac, i));
        }
    }

    /** @throws IllegalArgumentException if two columns have the same name by now */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
    }

    List<Column> columns() {
        return columns;
    }

    /** A column of the plan: that of the original table, or, with a factory, one of its columns. */
    record Column(DataColumnSpec spec, CellFactory factory, int index) {
    }
}

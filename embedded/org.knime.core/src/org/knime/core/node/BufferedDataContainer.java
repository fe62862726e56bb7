/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.util.DuplicateKeyException;

/** Collects the rows of a new table. */
public class BufferedDataContainer {

    private final DataTableSpec spec;

    private final List<DataRow> rows = new ArrayList<>();

    private final Set<String> keys = new HashSet<>();

    private boolean closed;

    BufferedDataContainer(final DataTableSpec spec) {
        this.spec = spec;
    }

    /** Adds a row at the end. */
    public void addRowToTable(final DataRow row) {
        if (closed) {
            throw new IllegalStateException("The container is closed; no more rows can be added.");
        }
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has " + row.getNumCells()
                + " cells, but the table has " + spec.getNumColumns() + " columns.");
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            final DataCell cell = row.getCell(i);
            final DataColumnSpec column = spec.getColumnSpec(i);
            if (!cell.isMissing() && !column.getType().isASuperTypeOf(cell.getType())) {
                throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has a cell of the type "
                    + cell.getType() + " in column \"" + column.getName() + "\", which takes " + column.getType()
                    + ".");
            }
        }
        if (!keys.add(row.getKey().getString())) {
            throw new DuplicateKeyException(row.getKey().getString());
        }
        rows.add(row);
    }

    public void close() {
        closed = true;
    }

    /** @throws IllegalStateException before {@link #close()} */
    public BufferedDataTable getTable() {
        if (!closed) {
            throw new IllegalStateException("The table exists once the container is closed.");
        }
        return new BufferedDataTable(spec, rows);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final DataCell[] cells;

    public DefaultRow(final RowKey rowKey, final DataCell... row) {
        if (rowKey == null || row == null) {
            throw new NullPointerException("A row needs a RowID and cells.");
        }
        key = rowKey;
        cells = row.clone();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                throw new NullPointerException("Cell " + i + " of row \"" + rowKey + "\" is null.");
            }
        }
    }

    public DefaultRow(final String rowId, final DataCell... row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(final String rowId, final List<DataCell> row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(final RowKey rowKey, final List<DataCell> row) {
        this(rowKey, row.toArray(new DataCell[0]));
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.asList(cells).iterator();
    }

    @Override
    public String toString() {
        return key + ": " + Arrays.toString(cells);
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof DataRow)) {
            return false;
        }
        final DataRow other = (DataRow)obj;
        if (other.getNumCells() != cells.length || !other.getKey().equals(key)) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}

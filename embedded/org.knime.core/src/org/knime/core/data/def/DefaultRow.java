/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells, none of which is null. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final List<DataCell> cells;

    public DefaultRow(final RowKey rowKey, final List<DataCell> row) {
        key = Objects.requireNonNull(rowKey);
        cells = List.copyOf(row);
    }

    public DefaultRow(final RowKey rowKey, final DataCell... row) {
        this(rowKey, List.of(row));
    }

    public DefaultRow(final String rowId, final DataCell... row) {
        this(new RowKey(rowId), row);
    }

    public DefaultRow(final String rowId, final List<DataCell> row) {
        this(new RowKey(rowId), row);
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public String toString() {
        return key + ": " + cells;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DefaultRow other && other.key.equals(key) && other.cells.equals(cells);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}

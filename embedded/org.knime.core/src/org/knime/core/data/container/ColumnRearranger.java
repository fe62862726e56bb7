/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A plan for a table made from another: columns kept, dropped, moved, replaced, and new ones. */
public class ColumnRearranger {

    private final List<Column> columns = new ArrayList<>();

    public ColumnRearranger(final DataTableSpec original) {
        for (int i = 0; i < original.getNumColumns(); i++) {
            columns.add(new Column(original.getColumnSpec(i), null, i));
        }
    }

    /** @throws IndexOutOfBoundsException if an index is repeated or does not exist */
    public final void keepOnly(final int... colIndices) {
        final Set<Column> keep = new HashSet<>();
        for (final int i : colIndices) {
            if (!keep.add(columns.get(i))) {
                throw new IndexOutOfBoundsException("Column index " + i + " is given twice.");
            }
        }
        columns.retainAll(keep);
    }

    /** @throws IllegalArgumentException if a name is null, repeated or unknown */
    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    /** @throws IndexOutOfBoundsException if an index is repeated or does not exist */
    public final void remove(final int... colIndices) {
        final int[] sorted = colIndices.clone();
        Arrays.sort(sorted);
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IndexOutOfBoundsException("Column index " + sorted[i] + " is given twice.");
            }
            columns.remove(sorted[i]);
        }
    }

    /** @throws IllegalArgumentException if a name is null, repeated or unknown */
    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    private int[] indices(final String... names) {
        if (new HashSet<>(Arrays.asList(names)).size() != names.length) {
            throw new IllegalArgumentException("A column is given twice: " + Arrays.toString(names));
        }
        return Arrays.stream(names).mapToInt(this::require).toArray();
    }

    private int require(final String name) {
        final int index = name == null ? -1 : indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column \"" + name + "\".");
        }
        return index;
    }

    /** The present position of a column, or -1. */
    public final int indexOf(final String colName) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).spec().getName().equals(colName)) {
                return i;
            }
        }
        return -1;
    }

    public final int getColumnCount() {
        return columns.size();
    }

    /** Moves a column before the one that stands at position {@code to} now; the column count means to the end. */
    public final void move(final int from, final int to) {
        final Column column = columns.remove(from);
        columns.add(from < to ? to - 1 : to, column);
    }

    public final void move(final String colName, final int to) {
        move(require(colName), to);
    }

    /** Puts the named columns first, in this order; the others follow in theirs. */
    public final void permute(final String[] colNamesInOrder) {
        final List<Column> first = new ArrayList<>();
        for (final int i : indices(colNamesInOrder)) {
            first.add(columns.get(i));
        }
        columns.removeAll(first);
        columns.addAll(0, first);
    }

    public final void insertAt(final int position, final CellFactory fac) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            columns.add(position + i, new Column(specs[i], fac, i));
        }
    }

    public final void append(final CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, require(colName));
    }

    /** @throws IndexOutOfBoundsException if the factory makes another number of columns */
    public final void replace(final CellFactory fac, final int... colIndex) {
        final DataColumnSpec[] specs = fac.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException(
                "The factory makes " + specs.length + " columns, but " + colIndex.length + " are to be replaced.");
        }
        for (int i = 0; i < specs.length; i++) {
            columns.set(colIndex[i], new Column(specs[i], fac, i));
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

        @Override
        public boolean equals(final Object o) {
            return this == o;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

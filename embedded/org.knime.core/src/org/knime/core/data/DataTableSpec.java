/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.util.UniqueNameGenerator;

/** The columns of a table, in order. Column names are unique. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private final String name;

    private final List<DataColumnSpec> columns;

    private final Map<String, Integer> indices = new HashMap<>();

    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(null, colSpecs);
    }

    /** @throws IllegalArgumentException if two columns have the same name */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this.name = name == null ? "default" : name;
        columns = List.of(colSpecs);
        for (int i = 0; i < colSpecs.length; i++) {
            final Integer first = indices.put(colSpecs[i].getName(), i);
            if (first != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + colSpecs[i].getName()
                    + "\" at positions " + first + " and " + i + ".");
            }
        }
    }

    /** The name itself if it is free, else with {@code (#1)}, {@code (#2)}, ... behind it. */
    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        return new UniqueNameGenerator(spec.indices.keySet()).newName(columnName);
    }

    public String getName() {
        return name;
    }

    public int getNumColumns() {
        return columns.size();
    }

    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /** The column of that name, or null. */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    /** The index of that column, or -1. */
    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public boolean containsName(final String columnName) {
        return indices.containsKey(columnName);
    }

    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(c -> c.getType().isCompatible(valueClass));
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataTableSpec && ((DataTableSpec)obj).name.equals(name)
            && ((DataTableSpec)obj).columns.equals(columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=" + Arrays.toString(getColumnNames());
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}

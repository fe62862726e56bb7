/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** Name, type and properties of a column. Made by {@link DataColumnSpecCreator}. */
public final class DataColumnSpec {

    private final String name;

    private final DataType type;

    private final DataColumnProperties properties;

    DataColumnSpec(final String name, final DataType type, final DataColumnProperties properties) {
        this.name = name;
        this.type = type;
        this.properties = properties;
    }

    public String getName() {
        return name;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    /** Whether name and type are the same. */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof DataColumnSpec && equalStructure((DataColumnSpec)o)
            && properties.equals(((DataColumnSpec)o).properties);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds column specs. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    private String name;

    private DataType type;

    private DataColumnProperties properties;

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
        properties = new DataColumnProperties();
    }

    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        name = cspec.getName();
        type = cspec.getType();
        properties = cspec.getProperties();
    }

    /** Sets the name without blanks around it; an empty one is replaced by {@code <empty_1>}, and so on. */
    public void setName(final String name) {
        final String trimmed = name.trim();
        this.name = trimmed.isEmpty() ? "<empty_" + EMPTY_NAMES.incrementAndGet() + ">" : trimmed;
    }

    public void setType(final DataType type) {
        this.type = Objects.requireNonNull(type);
    }

    public void setProperties(final DataColumnProperties props) {
        properties = Objects.requireNonNull(props);
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, properties);
    }
}

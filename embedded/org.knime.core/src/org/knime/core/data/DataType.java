/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.node.ExecutionContext;

/** The type of a column: the value interfaces that its cells implement. One instance a cell class. */
public final class DataType {

    private static final Map<Class<? extends DataCell>, DataType> TYPES = new ConcurrentHashMap<>();

    /** Names as the platform shows them, by the name of the preferred value interface. */
    private static final Map<String, String> NAMES = Map.of("StringValue", "String", "DoubleValue", "Number (Float)",
        "IntValue", "Number (Integer)", "LongValue", "Number (Long Integer)", "BooleanValue", "Boolean",
        "BitVectorValue", "Bit Vector", "SparseBitVectorValue", "Bit Vector (Sparse)", "ByteVectorValue",
        "Byte Vector", "DoubleVectorValue", "Double Vector");

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> valueClasses;

    private DataType(final Class<? extends DataCell> cellClass) {
        this.cellClass = cellClass;
        final Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        collect(cellClass, found);
        found.remove(DataValue.class);
        valueClasses = Collections.unmodifiableList(new ArrayList<>(found));
    }

    private static void collect(final Class<?> c, final Set<Class<? extends DataValue>> found) {
        for (final Class<?> i : c.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(i)) {
                found.add(i.asSubclass(DataValue.class));
            }
            collect(i, found);
        }
        if (c.getSuperclass() != null) {
            collect(c.getSuperclass(), found);
        }
    }

    public static DataType getType(final Class<? extends DataCell> cell) {
        // computeIfAbsent would forbid that initialising the class asks for its own type
        DataType type = TYPES.get(cell);
        if (type == null) {
            final var made = new DataType(cell);
            type = TYPES.putIfAbsent(cell, made);
            type = type == null ? made : type;
        }
        return type;
    }

    /** The missing cell without a reason. */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public boolean isMissingValueType() {
        return MissingCell.class.equals(cellClass);
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.isEmpty() ? DataValue.class : valueClasses.get(0);
    }

    /** What makes cells of this type: nothing, for the types of this bundle. */
    public Optional<DataCellFactory> getCellFactory(final ExecutionContext exec) {
        return Optional.empty();
    }

    /** Whether cells of this type can be read through an interface; a missing cell can through any. */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
    }

    /** Whether a column of this type may hold cells of the other. */
    public boolean isASuperTypeOf(final DataType type) {
        return type == this || type.isMissingValueType() || valueClasses.stream().allMatch(type::isCompatible);
    }

    public String getName() {
        final String value = getPreferredValueClass().getSimpleName();
        return isMissingValueType() ? "?" : NAMES.getOrDefault(value, value);
    }

    @Override
    public String toString() {
        return getName();
    }
}

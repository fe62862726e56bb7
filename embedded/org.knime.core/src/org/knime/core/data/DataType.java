/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The type of a column: the value interfaces that its cells implement, and those they adapt to. */
public final class DataType {

    private static final Map<List<Object>, DataType> TYPES = new ConcurrentHashMap<>();

    /** Names as the platform shows them, by the name of the preferred value interface. */
    private static final Map<String, String> NAMES = Map.of("StringValue", "String", "DoubleValue", "Number (Float)",
        "IntValue", "Number (Integer)", "LongValue", "Number (Long Integer)", "BooleanValue", "Boolean",
        "BitVectorValue", "Bit Vector", "SparseBitVectorValue", "Bit Vector (Sparse)", "ByteVectorValue",
        "Byte Vector", "DoubleVectorValue", "Double Vector");

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> valueClasses;

    private final List<Class<? extends DataValue>> adapters;

    private DataType(final Class<? extends DataCell> cellClass, final List<Class<? extends DataValue>> adapters) {
        this.cellClass = cellClass;
        this.adapters = adapters;
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
        return getType(cell, null, List.of());
    }

    /** Collections are not supported: their element type is null. */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType collectionElementType,
        final List<Class<? extends DataValue>> adapterList) {
        // computeIfAbsent would forbid that initialising the class asks for its own type
        final List<Object> key = List.of(cellClass, Set.copyOf(adapterList));
        DataType type = TYPES.get(key);
        if (type == null) {
            final var made = new DataType(cellClass, List.copyOf(adapterList));
            type = TYPES.putIfAbsent(key, made);
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

    /** Whether cells of this type can be read through an interface; a missing cell can through any. */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || valueClasses.stream().anyMatch(valueClass::isAssignableFrom);
    }

    /** Whether cells of this type can be read through an interface by {@link AdapterValue#getAdapter}. */
    public boolean isAdaptable(final Class<? extends DataValue> valueClass) {
        return adapters.contains(valueClass);
    }

    /** Whether a column of this type may hold cells of the other. */
    public boolean isASuperTypeOf(final DataType type) {
        return type == this || type.isMissingValueType() || valueClasses.stream().allMatch(type::isCompatible)
            && adapters.stream().allMatch(type::isAdaptable);
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

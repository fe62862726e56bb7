/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns to guess a setting from. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput context, final int portIndex,
        final Class<? extends DataValue>... valueClasses) {
        return context.getInTableSpec(portIndex).map(spec -> getCompatibleColumns(spec, valueClasses))
            .orElse(List.of());
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(final NodeParametersInput context,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return spec.stream().filter(c -> Stream.of(valueClasses).anyMatch(c.getType()::isCompatible)).toList();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, valueClasses).stream().findFirst();
    }

    public static Optional<DataColumnSpec> getFirstStringColumn(final DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, StringValue.class);
    }

    public static Optional<DataColumnSpec> getFirstDoubleColumn(final DataTableSpec inSpec) {
        return getFirstCompatibleColumn(inSpec, DoubleValue.class);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.DataTypeRegistry;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionContext;

/**
 * Cells with drawings. KNIME's type for them comes with an extension of its own (KNIME SVG Support), which is part of
 * most installations and not of all: it is looked up among the types that are there. Without it a drawing is text, that
 * the node String to SVG turns into a drawing elsewhere.
 */
final class SvgCells {

    private static final String CELL = "org.knime.base.data.xml.SvgCell";

    private final Optional<DataCellFactory.FromString> factory;

    /** @param exec of the node */
    SvgCells(final ExecutionContext exec) {
        factory = installed().flatMap(type -> type.getCellFactory(exec))
            .filter(DataCellFactory.FromString.class::isInstance).map(DataCellFactory.FromString.class::cast);
    }

    /** @return the type of a column of drawings */
    static DataType type() {
        return installed().orElse(StringCell.TYPE);
    }

    private static Optional<DataType> installed() {
        return DataTypeRegistry.getInstance().availableDataTypes().stream()
            .filter(type -> type.getCellClass() != null && CELL.equals(type.getCellClass().getName())).findFirst();
    }

    /** @return the cell of a drawing */
    DataCell cell(final String svg) {
        return factory.isPresent() ? factory.get().createCell(svg) : new StringCell(svg);
    }
}

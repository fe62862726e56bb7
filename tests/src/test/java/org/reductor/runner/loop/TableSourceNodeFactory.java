/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A table of two rows in the column `value`. */
public final class TableSourceNodeFactory extends DefaultNodeFactory {

    static final class Parameters implements NodeParameters {
    }

    static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("value", IntCell.TYPE).createSpec());

    /** Called by the platform. */
    public TableSourceNodeFactory() {
        super(DefaultNode.create().name("Table Source").icon("source.svg").shortDescription("Two rows.")
            .fullDescription("Two rows.").sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Table", "Two rows."))
            .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> out.setOutSpecs(SPEC))
                .execute((in, out) -> {
                    final var rows = in.getExecutionContext().createDataContainer(SPEC);
                    rows.addRowToTable(new DefaultRow("Row0", new IntCell(1)));
                    rows.addRowToTable(new DefaultRow("Row1", new IntCell(2)));
                    rows.close();
                    out.setOutData(rows.getTable());
                })));
    }
}

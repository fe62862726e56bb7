/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.pruner;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.reductor.core.prune.DropReport;

/** The pruner's table: what went, in all and from each part. */
final class DropTable {

    static final DataTableSpec SPEC = new DataTableSpec("What went", column("Part", StringCell.TYPE),
        column("Weights before", LongCell.TYPE), column("Weights after", LongCell.TYPE),
        column("Dropped (%)", DoubleCell.TYPE), column("Chosen by the criterion", LongCell.TYPE),
        column("Units before", IntCell.TYPE), column("Units after", IntCell.TYPE));

    private DropTable() {
    }

    static BufferedDataTable create(final List<DropReport> reports, final long chosen, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < reports.size(); i++) {
            final DropReport r = reports.get(i);
            container.addRowToTable(new DefaultRow("Row" + i, new StringCell(r.part()), new LongCell(r.weightsBefore()),
                new LongCell(r.weightsAfter()), dropped(r), i == 0 ? new LongCell(chosen) : DataType.getMissingCell(),
                new IntCell(r.unitsBefore()), new IntCell(r.unitsAfter())));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell dropped(final DropReport r) {
        return r.weightsBefore() == 0 ? DataType.getMissingCell()
            : new DoubleCell(100.0 * (r.weightsBefore() - r.weightsAfter()) / r.weightsBefore());
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.EmbeddedRearranger;

/** A monitor that also makes tables. */
public class ExecutionContext extends ExecutionMonitor {

    /** Stand-in only; the platform makes contexts in another way. */
    public ExecutionContext(final EmbeddedProgress sink) {
        super(sink);
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return new BufferedDataContainer(spec);
    }

    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(rearranger.createSpec());
        new EmbeddedRearranger(rearranger).run(in, container::addRowToTable, subProgressMon);
        container.close();
        return container.getTable();
    }
}

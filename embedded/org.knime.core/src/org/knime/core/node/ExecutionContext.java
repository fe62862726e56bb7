/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
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

    /** @param initDomain whether value ranges of the spec are kept; there are none here */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(spec);
    }

    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec());
        for (final DataRow row : table) {
            subProgressMon.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(rearranger.createSpec());
        new EmbeddedRearranger(rearranger).run(in.rows(), in.size(), container::addRowToTable, subProgressMon);
        container.close();
        return container.getTable();
    }

    /**
     * The same rows under other column names or properties.
     *
     * @throws IllegalArgumentException if the number or the types of the columns do not fit
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        final DataTableSpec old = in.getDataTableSpec();
        if (old.getNumColumns() != newSpec.getNumColumns()) {
            throw new IllegalArgumentException(
                "The table has " + old.getNumColumns() + " columns, the new spec " + newSpec.getNumColumns() + ".");
        }
        for (int i = 0; i < old.getNumColumns(); i++) {
            final DataColumnSpec wanted = newSpec.getColumnSpec(i);
            if (!wanted.getType().isASuperTypeOf(old.getColumnSpec(i).getType())) {
                throw new IllegalArgumentException("Column " + i + " holds " + old.getColumnSpec(i).getType()
                    + ", which does not fit " + wanted + ".");
            }
        }
        return new BufferedDataTable(newSpec, in.rows());
    }

    /** All rows of the tables, one after the other; their RowIDs must differ. */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec, final BufferedDataTable... tables)
        throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(tables[0].getDataTableSpec());
        final List<DataRow> all = new ArrayList<>();
        for (final BufferedDataTable table : tables) {
            all.addAll(table.rows());
        }
        for (final DataRow row : all) {
            exec.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, false));
    }

    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, true));
    }
}

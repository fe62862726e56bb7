/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory that knows its columns and may be run by several threads at once. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    private boolean parallel;

    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        columns = colSpecs;
    }

    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently);
    }

    /** Whether rows may be computed side by side; their order stays. */
    public final void setParallelProcessing(final boolean value) {
        parallel = value;
    }

    public final boolean isParallelProcessing() {
        return parallel;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns;
    }

    /** Called once, after the last row. */
    public void afterProcessing() {
    }

    @Override
    @Deprecated
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, (long)rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Row " + curRowNr + " of " + rowCount + " (\"" + lastKey + "\")");
    }
}

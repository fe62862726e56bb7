/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/** A cell factory that knows its columns and may be run by several threads at once. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    private final boolean parallel;

    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    /** @param processConcurrently whether rows may be computed side by side; their order stays */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        parallel = processConcurrently;
        columns = colSpecs;
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
}

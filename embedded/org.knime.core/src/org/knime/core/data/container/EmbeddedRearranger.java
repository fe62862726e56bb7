/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.ColumnRearranger.Column;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Stand-in only: carries out a {@link ColumnRearranger}. Extension code must not use it. */
public final class EmbeddedRearranger {

    /** Rows a thread between two looks at the cancel flag. */
    private static final int CHUNK = 64;

    private final List<Column> columns;

    private final Set<CellFactory> factories = new LinkedHashSet<>();

    public EmbeddedRearranger(final ColumnRearranger plan) {
        columns = plan.columns();
        columns.stream().filter(c -> c.factory() != null).forEach(c -> factories.add(c.factory()));
    }

    /** Computes all rows and hands them on in their order. */
    public void run(final BufferedDataTable rows, final Consumer<DataRow> sink, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final boolean parallel = factories.stream()
            .allMatch(f -> f instanceof AbstractCellFactory && ((AbstractCellFactory)f).isParallelProcessing());
        final int size = parallel ? CHUNK * Runtime.getRuntime().availableProcessors() : 1;
        final List<DataRow> chunk = new ArrayList<>(size);
        long done = 0;
        for (final DataRow row : rows) {
            chunk.add(row);
            if (chunk.size() == size || done + chunk.size() == rows.size()) {
                exec.checkCanceled();
                final long first = done;
                final IntStream all = IntStream.range(0, chunk.size());
                (parallel ? all.parallel() : all).mapToObj(i -> row(chunk.get(i), first + i)).toList().forEach(sink);
                done += chunk.size();
                chunk.clear();
                exec.setProgress(done / (double)rows.size(), "Row " + done + " of " + rows.size());
            }
        }
        for (final CellFactory factory : factories) {
            if (factory instanceof AbstractCellFactory afterwards) {
                afterwards.afterProcessing();
            }
        }
    }

    private DataRow row(final DataRow row, final long index) {
        final Map<CellFactory, DataCell[]> made = new IdentityHashMap<>();
        for (final CellFactory factory : factories) {
            made.put(factory, factory.getCells(row, index));
        }
        final var cells = new DataCell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            final Column c = columns.get(i);
            cells[i] = c.factory() == null ? row.getCell(c.index()) : made.get(c.factory())[c.index()];
        }
        return new DefaultRow(row.getKey(), cells);
    }
}

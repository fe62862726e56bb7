/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.reductor.chem.UnusableRowException;

/**
 * Goes through a table in chunks whose rows are worked on side by side; what comes out is handed over one by one in the
 * order of the table. A molecule may take seconds: every row looks whether the node is to stop, and tells that it is
 * done.
 */
public final class RowChunks {

    private static final int CHUNK = 1024;

    /** Work on a row; called by several threads. */
    @FunctionalInterface
    public interface Work<T> {
        T apply(DataRow row) throws UnusableRowException;
    }

    /** Hears of each row, in order; either the result or the reason is {@code null}. */
    @FunctionalInterface
    public interface Outcome<T> {
        void accept(long index, DataRow row, T result, String reason);
    }

    private final ExecutionMonitor exec;

    private final BooleanSupplier cancelled;

    private final long rows;

    private long done;

    private volatile boolean stopped;

    private RowChunks(final long rows, final ExecutionMonitor exec) {
        this.rows = rows;
        this.exec = exec;
        cancelled = Cancellation.of(exec);
    }

    /**
     * @param table the rows
     * @param work what is done with each; may throw a {@link CancellationException} when the node is to stop
     * @param outcome hears what came out
     * @param exec hears the progress and may cancel; both at every row
     */
    public static <T> void run(final BufferedDataTable table, final Work<T> work, final Outcome<T> outcome,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        final var chunks = new RowChunks(table.size(), exec);
        final List<DataRow> chunk = new ArrayList<>(CHUNK);
        long first = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                chunk.add(rows.next());
                if (chunk.size() == CHUNK || !rows.hasNext()) {
                    chunks.run(chunk, first, work, outcome);
                    first += chunk.size();
                    chunk.clear();
                }
            }
        }
    }

    private <T> void run(final List<DataRow> chunk, final long first, final Work<T> work, final Outcome<T> outcome)
        throws CanceledExecutionException {
        final List<T> results = new ArrayList<>(Collections.nCopies(chunk.size(), null));
        final String[] reasons = new String[chunk.size()];
        IntStream.range(0, reasons.length).parallel().forEach(i -> {
            if (stopped || cancelled.getAsBoolean()) {
                stopped = true;
                return;
            }
            try {
                results.set(i, work.apply(chunk.get(i)));
            } catch (UnusableRowException e) {
                reasons[i] = e.getMessage();
            } catch (CancellationException e) { // NOSONAR noticed below, as for the rows that were not begun
                stopped = true;
                return;
            }
            countRow();
        });
        if (stopped) {
            throw new CanceledExecutionException();
        }
        for (int i = 0; i < reasons.length; i++) {
            outcome.accept(first + i, chunk.get(i), results.get(i), reasons[i]);
        }
    }

    private synchronized void countRow() {
        done++;
        final long count = done;
        exec.setProgress((double)count / rows, () -> String.format(Locale.ENGLISH, "Row %,d of %,d", count, rows));
    }
}

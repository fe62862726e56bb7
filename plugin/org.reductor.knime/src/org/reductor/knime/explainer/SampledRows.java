/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/**
 * The rows of a table that are looked at: all, or as many as may be, drawn at random, the same ones at each run.
 *
 * @param rows the rows
 * @param positions where each stands in the table, by its RowID
 * @param total number of rows of the table
 */
record SampledRows(BufferedDataTable rows, Map<String, Integer> positions, long total) {

    private static final long SEED = 1;

    /**
     * @param table the table
     * @param most how many rows are looked at
     * @param exec may cancel
     * @return its sample, in the order of the table
     */
    static SampledRows of(final BufferedDataTable table, final int most, final ExecutionContext exec)
        throws CanceledExecutionException {
        final Map<String, Integer> positions = new HashMap<>();
        final BufferedDataContainer sample = exec.createDataContainer(table.getDataTableSpec());
        final Random random = new Random(SEED);
        long left = table.size();
        int wanted = (int)Math.min(most, left);
        int position = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            for (; rows.hasNext(); position++, left--) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                if (random.nextDouble() * left < wanted) { // each row is as likely as any other
                    positions.put(row.getKey().getString(), position);
                    sample.addRowToTable(row);
                    wanted--;
                }
            }
        }
        sample.close();
        return new SampledRows(sample.getTable(), positions, table.size());
    }

    /** @return position of a row of the sample in its table; -1 for a row that is not in the sample */
    int position(final DataRow row) {
        return positions.getOrDefault(row.getKey().getString(), -1);
    }

    /** @return what to tell of rows that are left out */
    Optional<String> sentence() {
        return rows.size() == total ? Optional.empty()
            : Optional.of(String.format(Locale.ENGLISH,
                "Of %,d rows %,d were looked at, drawn at random. Allow more rows in the dialog to look at more.",
                total, rows.size()));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.reductor.chem.Featurizer;
import org.reductor.chem.UnreadableMoleculeException;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.UnusableRows;

/**
 * Sends each row of a table either on, with its fingerprint, or aside, with the reason. Rows are taken in chunks whose
 * molecules are worked on side by side; the order of rows stays.
 */
final class TableFeaturizer {

    private static final int CHUNK = 2048;

    private final Featurizer featurizer;

    private final int moleculeColumn;

    private final BufferedDataContainer good;

    private final BufferedDataContainer bad;

    private final UnusableRows unusable = new UnusableRows();

    /**
     * @param featurizer of a recipe with one block
     * @param moleculeColumn index of the column with molecules
     * @param good receives the rows with their bit vector appended
     * @param bad receives the rows with the reason appended
     */
    TableFeaturizer(final Featurizer featurizer, final int moleculeColumn, final BufferedDataContainer good,
        final BufferedDataContainer bad) {
        this.featurizer = featurizer;
        this.moleculeColumn = moleculeColumn;
        this.good = good;
        this.bad = bad;
    }

    /**
     * @param table the rows
     * @param exec hears the progress and may cancel
     * @return what became of the rows that could not be read
     */
    UnusableRows run(final BufferedDataTable table, final ExecutionMonitor exec) throws CanceledExecutionException {
        final List<DataRow> chunk = new ArrayList<>(CHUNK);
        long done = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                chunk.add(rows.next());
                if (chunk.size() == CHUNK || !rows.hasNext()) {
                    exec.checkCanceled();
                    write(chunk, done);
                    done += chunk.size();
                    chunk.clear();
                    final long count = done;
                    exec.setProgress((double)done / table.size(),
                        () -> String.format(Locale.ENGLISH, "Molecule %,d of %,d", count, table.size()));
                }
            }
        }
        return unusable;
    }

    private void write(final List<DataRow> chunk, final long firstIndex) {
        final Object[] results = new Object[chunk.size()];
        IntStream.range(0, results.length).parallel().forEach(i -> results[i] = featurize(chunk.get(i)));
        for (int i = 0; i < results.length; i++) {
            final DataRow row = chunk.get(i);
            if (results[i] instanceof int[] bits) {
                good.addRowToTable(append(row, BitCells.cell(bits, featurizer.recipe().width())));
            } else {
                final String reason = (String)results[i];
                unusable.add(firstIndex + i, row.getKey().getString(), reason);
                bad.addRowToTable(append(row, new StringCell(reason)));
            }
        }
    }

    /** @return the set bits as {@code int[]}, or the reason as text */
    private Object featurize(final DataRow row) {
        final DataCell cell = row.getCell(moleculeColumn);
        try {
            return featurizer.setBits(cell.isMissing() ? null : ((StringValue)cell).getStringValue());
        } catch (UnreadableMoleculeException e) {
            return e.getMessage();
        }
    }

    private static DataRow append(final DataRow row, final DataCell cell) {
        final DataCell[] cells = new DataCell[row.getNumCells() + 1];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
        }
        cells[cells.length - 1] = cell;
        return new DefaultRow(row.getKey(), cells);
    }
}

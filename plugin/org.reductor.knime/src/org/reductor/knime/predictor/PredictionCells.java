/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.SparseRow;
import org.reductor.core.network.Predictor;
import org.reductor.knime.column.UnusableRows;

/** Calculates the new cells of a row; may be run by several threads at once. */
final class PredictionCells extends AbstractCellFactory {

    private static final DataCell NO_SPREAD =
        new MissingCell("There is a single network, and the spread is how far several disagree.");

    private final FeatureSource source;

    private final Predictor predictor;

    private final UnusableRows unusable = new UnusableRows();

    /**
     * @param columns as {@link #columns} makes them
     * @param source of the features, prepared; {@code null} when only the spec is asked for
     * @param predictor of the networks; {@code null} likewise
     */
    PredictionCells(final DataColumnSpec[] columns, final FeatureSource source, final Predictor predictor) {
        super(true, columns);
        this.source = source;
        this.predictor = predictor;
    }

    /**
     * @param table the table they are appended to
     * @param target name of the predicted column
     * @param members number of networks with a column of their own, 0 for none
     * @param suffix appended to each name
     * @return prediction, spread, and one column for each network; names that the table does not have yet
     */
    static DataColumnSpec[] columns(final DataTableSpec table, final String target, final int members,
        final String suffix) {
        final List<String> names = new ArrayList<>(
            List.of("Prediction (" + target + ")" + suffix, "Spread (" + target + ")" + suffix));
        for (int member = 1; member <= members; member++) {
            names.add("Prediction (" + target + ") #" + member + suffix);
        }
        return names.stream().map(name -> DataTableSpec.getUniqueColumnName(table, name))
            .map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec()).toArray(DataColumnSpec[]::new);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final DataCell[] cells = new DataCell[getColumnSpecs().length];
        final double[] predictions = new double[predictor.members()];
        try {
            final SparseRow features = source.features(rowIndex, row);
            predictor.predict(features.columns(), features.values(), predictions);
        } catch (UnusableRowException e) {
            unusable.add(rowIndex, row.getKey().getString(), e.getMessage());
            Arrays.fill(cells, new MissingCell(e.getMessage()));
            return cells;
        } catch (CancellationException e) { // KNIME itself stops at the next look
            Arrays.fill(cells, new MissingCell("cancelled"));
            return cells;
        }
        cells[0] = new DoubleCell(Predictor.mean(predictions));
        cells[1] = predictions.length == 1 ? NO_SPREAD : new DoubleCell(Predictor.spread(predictions));
        for (int i = 2; i < cells.length; i++) {
            cells[i] = new DoubleCell(predictions[i - 2]);
        }
        return cells;
    }

    /** @return the rows without a prediction */
    UnusableRows unusable() {
        return unusable;
    }
}

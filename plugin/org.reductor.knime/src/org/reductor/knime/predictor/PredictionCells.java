/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.SparseRow;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.column.UnusableRows;

/** Calculates the new cells of a row; may be run by several threads at once. */
final class PredictionCells extends AbstractCellFactory {

    private final FeatureSource source;

    private final Predictor predictor;

    private final Uncertainty uncertainty;

    private final boolean similarity;

    private final List<PredictionColumns> targets;

    private final UnusableRows unusable = new UnusableRows();

    /**
     * @param columns as {@link PredictionColumns#specs} makes them
     * @param targets what is predicted, in the order of the networks' outputs
     * @param source of the features, prepared; {@code null} when only the spec is asked for
     * @param predictor of the networks; {@code null} likewise
     * @param uncertainty of the predictions; {@code null} likewise
     * @param similarity whether the similarity of the row is the last column
     */
    PredictionCells(final DataColumnSpec[] columns, final List<PredictionColumns> targets, final FeatureSource source,
        final Predictor predictor, final Uncertainty uncertainty, final boolean similarity) {
        super(true, columns);
        this.targets = targets;
        this.source = source;
        this.predictor = predictor;
        this.uncertainty = uncertainty;
        this.similarity = similarity;
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final DataCell[] cells = new DataCell[getColumnSpecs().length];
        final double[] predictions = new double[predictor.width()];
        final Uncertainty.OfRow ofRow;
        try {
            final SparseRow features = source.features(rowIndex, row);
            predictor.predict(features.columns(), features.values(), predictions);
            ofRow = uncertainty.new OfRow(features, predictions);
        } catch (UnusableRowException e) {
            unusable.add(rowIndex, row.getKey().getString(), e.getMessage());
            Arrays.fill(cells, new MissingCell(e.getMessage()));
            return cells;
        } catch (CancellationException e) { // KNIME itself stops at the next look
            Arrays.fill(cells, new MissingCell("cancelled"));
            return cells;
        }
        final List<DataCell> told = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).tell(predictions, predictor.heads().start(i), predictor.heads().outputs(), i, ofRow, told);
        }
        if (similarity) {
            told.add(ofRow.similarity());
        }
        return told.toArray(DataCell[]::new);
    }

    /**
     * @param table with the cells in its last columns
     * @param model the networks
     * @param parameters the settings of the node
     * @param exec may cancel
     * @return what there is to see of the predictions
     */
    PredictionViewData view(final BufferedDataTable table, final NetworkModel model,
        final NetworkPredictorParameters parameters, final ExecutionContext exec) throws CanceledExecutionException {
        final int width = table.getDataTableSpec().getNumColumns();
        return PredictionView.of(table, model, targets, width - getColumnSpecs().length,
            similarity ? OptionalInt.of(width - 1) : OptionalInt.empty(), parameters, exec);
    }

    /** @return the rows without a prediction */
    UnusableRows unusable() {
        return unusable;
    }
}

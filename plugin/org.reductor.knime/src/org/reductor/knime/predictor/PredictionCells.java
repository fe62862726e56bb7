/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

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
import org.reductor.chem.screen.Predictions;
import org.reductor.chem.screen.TargetColumns;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.column.UnusableRows;

/** Calculates the new cells of a row; may be run by several threads at once. */
final class PredictionCells extends AbstractCellFactory {

    private final FeatureSource source;

    private final Predictions predictions;

    private final boolean similarity;

    private final List<TargetColumns> targets;

    private final UnusableRows unusable = new UnusableRows();

    /**
     * @param columns as {@link PredictionColumns#specs} makes them
     * @param targets what is predicted, in the order of the networks' outputs
     * @param similarity whether the similarity of the row is the last column
     * @param source of the features, prepared; {@code null} when only the spec is asked for
     * @param predictions of the networks; {@code null} likewise
     */
    PredictionCells(final DataColumnSpec[] columns, final List<TargetColumns> targets, final boolean similarity,
        final FeatureSource source, final Predictions predictions) {
        super(true, columns);
        this.targets = targets;
        this.similarity = similarity;
        this.source = source;
        this.predictions = predictions;
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        try {
            return predictions.of(source.features(rowIndex, row)).stream().map(PredictionColumns::cell)
                .toArray(DataCell[]::new);
        } catch (UnusableRowException e) {
            unusable.add(rowIndex, row.getKey().getString(), e.getMessage());
            return missing(e.getMessage());
        } catch (CancellationException e) { // KNIME itself stops at the next look
            return missing("cancelled");
        }
    }

    private DataCell[] missing(final String reason) {
        final DataCell[] cells = new DataCell[getColumnSpecs().length];
        Arrays.fill(cells, new MissingCell(reason));
        return cells;
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;
import org.reductor.chem.screen.PredictionColumn;
import org.reductor.chem.screen.TargetColumns;
import org.reductor.chem.screen.Untold;

/** Predictions among the columns of a table. */
final class PredictionColumns {

    private PredictionColumns() {
    }

    /**
     * @param table the table that columns are appended to
     * @param columns what is appended
     * @param suffix appended to each name
     * @return the columns, with names that the table does not have yet
     */
    static DataColumnSpec[] specs(final DataTableSpec table, final List<PredictionColumn> columns,
        final String suffix) {
        final var names = new UniqueNameGenerator(Set.of(table.getColumnNames()));
        return columns.stream().map(column -> new DataColumnSpecCreator(names.newName(column.name() + suffix),
            column.text() ? StringCell.TYPE : DoubleCell.TYPE).createSpec()).toArray(DataColumnSpec[]::new);
    }

    /**
     * @param value what is told of a row
     * @return the same as a cell
     */
    static DataCell cell(final Object value) {
        if (value instanceof Untold untold) {
            return new MissingCell(untold.reason());
        }
        return value instanceof String text ? new StringCell(text) : new DoubleCell((Double)value);
    }

    /**
     * @param target one that is predicted
     * @param row with predictions
     * @param first index of the first column of this target
     * @return the predicted number, or the probabilities; NaN where there are none
     */
    static double[] predicted(final TargetColumns target, final DataRow row, final int first) {
        final int start = first + target.firstPrediction();
        return IntStream.range(start, start + target.width()).mapToDouble(c -> number(row, c)).toArray();
    }

    /** @return likewise the two ends of the interval; NaN where there are none */
    static double[] interval(final TargetColumns target, final DataRow row, final int first) {
        final int lower = first + target.lowerEnd();
        return target.interval() ? new double[]{number(row, lower), number(row, lower + 1)}
            : new double[]{Double.NaN, Double.NaN};
    }

    private static double number(final DataRow row, final int column) {
        final DataCell cell = row.getCell(column);
        return cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
    }
}

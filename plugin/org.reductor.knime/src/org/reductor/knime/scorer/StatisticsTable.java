/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.scorer;

import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.prune.ScoreStatistics;

/** The scorer's table: one row for each layer, hidden unit and input. */
final class StatisticsTable {

    static final DataTableSpec SPEC = new DataTableSpec("Scores of weights", column("Level", StringCell.TYPE),
        column("Layer", IntCell.TYPE), column("Index", IntCell.TYPE), column("Name", StringCell.TYPE),
        column("Weights", IntCell.TYPE), column("Mean score", DoubleCell.TYPE),
        column("Lowest score", DoubleCell.TYPE), column("Highest score", DoubleCell.TYPE),
        column("Infinite scores", IntCell.TYPE), column("Mean |weight|", DoubleCell.TYPE));

    private StatisticsTable() {
    }

    static BufferedDataTable create(final List<ScoreStatistics> statistics, final FeatureRecipe recipe,
        final ExecutionContext exec) throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (final ScoreStatistics s : statistics) {
            exec.checkCanceled();
            container.addRowToTable(new DefaultRow(key(s), new StringCell(level(s)), new IntCell(s.layer()),
                s.unit() < 0 ? DataType.getMissingCell() : new IntCell(s.unit()), name(s, recipe),
                new IntCell(s.weights()), number(s.mean()), number(s.lowest()), number(s.highest()),
                new IntCell(s.infinite()), number(s.magnitude())));
        }
        container.close();
        return container.getTable();
    }

    private static String key(final ScoreStatistics s) {
        return switch (s.group()) {
            case LAYER -> "Layer " + s.layer();
            case UNIT -> "Layer " + s.layer() + " unit " + s.unit();
            case INPUT -> "Input " + s.unit();
        };
    }

    private static String level(final ScoreStatistics s) {
        return s.group().name().toLowerCase(Locale.ROOT);
    }

    private static DataCell name(final ScoreStatistics s, final FeatureRecipe recipe) {
        return s.group() == ScoreStatistics.Group.INPUT ? new StringCell(recipe.feature(s.unit()).name())
            : DataType.getMissingCell();
    }

    private static DataCell number(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.StandardNodeFactory;
import org.reductor.runner.nodes.StandardParameters;

/** Stands in for KNIME's Scorer, which compares classes; without the flow variables that KNIME's publishes. */
public final class ScorerNodeFactory extends StandardNodeFactory {

    static final class Parameters implements StandardParameters {
        @Persist(configKey = "first") String m_first = "";
        @Persist(configKey = "second") String m_second = "";
        @Unchanged @Persist(configKey = "sortingReversed") boolean m_reversed;
        @Unchanged @Persist(configKey = "sortingStrategy") int m_sorting;
        @Unchanged @Persist(configKey = "ignore.missing.values") boolean m_ignoreMissing = true;
    }

    private static final DataTableSpec STATISTICS = new DataTableSpec("Accuracy statistics",
        Stream.concat(
            specs(List.of("TruePositives", "FalsePositives", "TrueNegatives", "FalseNegatives"), IntCell.TYPE),
            specs(List.of("Recall", "Precision", "Sensitivity", "Specificity", "F-measure", "Accuracy",
                "Cohen's kappa"), DoubleCell.TYPE))
            .toArray(DataColumnSpec[]::new));

    public ScorerNodeFactory() {
        super("Scorer", "Compares true and predicted classes: who was taken for whom, and how often.",
            p -> p.addInputTable("Input table", "True and predicted classes.")
                .addOutputTable("Confusion matrix", "For each true class how often which was predicted.")
                .addOutputTable("Accuracy statistics", "Scores of each class, and of all together."),
            Parameters.class, ScorerNodeFactory::configure, ScorerNodeFactory::execute);
    }

    private static Stream<DataColumnSpec> specs(final List<String> names, final DataType type) {
        return names.stream().map(name -> new DataColumnSpecCreator(name, type).createSpec());
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final Parameters parameters = in.getParameters();
        column(in.getInTableSpec(0), parameters.m_first, "reference");
        column(in.getInTableSpec(0), parameters.m_second, "predicted");
        out.setOutSpec(1, STATISTICS);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ClassScores scores = scores(in.getInTable(0), in.getParameters(), out);
        final List<String> classes = scores.classes();
        final BufferedDataContainer matrix = in.getExecutionContext().createDataContainer(
            new DataTableSpec("Confusion matrix", specs(classes, IntCell.TYPE).toArray(DataColumnSpec[]::new)));
        final BufferedDataContainer statistics = in.getExecutionContext().createDataContainer(STATISTICS);
        for (int c = 0; c < classes.size(); c++) {
            matrix.addRowToTable(new DefaultRow(classes.get(c),
                Arrays.stream(scores.counts()[c]).mapToObj(IntCell::new).toArray(DataCell[]::new)));
            statistics.addRowToTable(new DefaultRow(classes.get(c), ofClass(scores, c)));
        }
        final DataCell[] overall = new DataCell[STATISTICS.getNumColumns()];
        Arrays.fill(overall, DataType.getMissingCell());
        overall[overall.length - 2] = cell(scores.accuracy());
        overall[overall.length - 1] = cell(scores.kappa());
        statistics.addRowToTable(new DefaultRow("Overall", overall));
        matrix.close();
        statistics.close();
        out.setOutData(matrix.getTable(), statistics.getTable());
    }

    private static DataCell[] ofClass(final ClassScores scores, final int c) {
        final int found = scores.counts()[c][c];
        final int missed = scores.ofClass(c) - found;
        final int wrongly = scores.predicted(c) - found;
        final int others = scores.rows() - found - missed - wrongly;
        final double recall = (double)found / (found + missed);
        final double precision = (double)found / (found + wrongly);
        return new DataCell[]{new IntCell(found), new IntCell(wrongly), new IntCell(others), new IntCell(missed),
            cell(recall), cell(precision), cell(recall), cell((double)others / (others + wrongly)),
            cell(2 * precision * recall / (precision + recall)), DataType.getMissingCell(), DataType.getMissingCell()};
    }

    private static DataCell cell(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static ClassScores scores(final BufferedDataTable table, final Parameters parameters,
        final ExecuteOutput out) {
        final int first = table.getDataTableSpec().findColumnIndex(parameters.m_first);
        final int second = table.getDataTableSpec().findColumnIndex(parameters.m_second);
        final List<String> reference = new ArrayList<>();
        final List<String> predicted = new ArrayList<>();
        for (final DataRow row : table) {
            if (!row.getCell(first).isMissing() && !row.getCell(second).isMissing()) {
                reference.add(row.getCell(first).toString());
                predicted.add(row.getCell(second).toString());
            }
        }
        if (reference.size() < table.size()) {
            out.setWarningMessage("There were missing values in the reference or in the prediction class columns.");
        }
        return ClassScores.of(reference, predicted);
    }
}

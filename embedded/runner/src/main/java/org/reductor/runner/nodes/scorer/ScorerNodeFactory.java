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
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.runner.workflow.FlowValue;
import org.reductor.runner.workflow.VariableSource;

/** Stands in for KNIME's Scorer, which compares classes. */
public final class ScorerNodeFactory extends DefaultNodeFactory implements VariableSource {

    private static final List<String> COUNTS =
        List.of("TruePositives", "FalsePositives", "TrueNegatives", "FalseNegatives");

    private static final List<String> SHARES = List.of("Recall", "Precision", "Sensitivity", "Specificity",
        "F-measure", "Accuracy", "Cohen's kappa");

    private static final DataTableSpec STATISTICS = new DataTableSpec("Accuracy statistics",
        Stream.concat(specs(COUNTS, IntCell.TYPE), specs(SHARES, DoubleCell.TYPE)).toArray(DataColumnSpec[]::new));

    private final List<FlowValue> published;

    /** Called by the platform. */
    public ScorerNodeFactory() {
        this(new ArrayList<>());
    }

    private ScorerNodeFactory(final List<FlowValue> published) {
        super(DefaultNode.create() //
            .name("Scorer") //
            .icon("scorer.svg") //
            .shortDescription("Compares true and predicted classes.") //
            .fullDescription("Compares true and predicted classes: who was taken for whom, and how often.") //
            .sinceVersion(5, 8, 0) //
            .ports(p -> p.addInputTable("Input table", "True and predicted classes.") //
                .addOutputTable("Confusion matrix", "For each true class how often which was predicted.")
                .addOutputTable("Accuracy statistics", "Scores of each class, and of all together.")) //
            .model(m -> m.parametersClass(ClassScorerParameters.class) //
                .configure(ScorerNodeFactory::configure) //
                .execute((in, out) -> execute(in, out, published))));
        this.published = published;
    }

    private static Stream<DataColumnSpec> specs(final List<String> names, final DataType type) {
        return names.stream().map(name -> new DataColumnSpecCreator(name, type).createSpec());
    }

    @Override
    public List<FlowValue> publishedVariables() {
        return List.copyOf(published);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ClassScorerParameters parameters = in.getParameters();
        for (final String name : List.of(parameters.m_first, parameters.m_second)) {
            if (!in.getInTableSpec(0).containsName(name)) {
                throw new InvalidSettingsException("The column '" + name + "' is not in the input table, which has "
                    + "the columns " + List.of(in.getInTableSpec(0).getColumnNames()) + ".");
            }
        }
        out.setOutSpec(1, STATISTICS);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out, final List<FlowValue> published)
        throws KNIMEException {
        final ClassScorerParameters parameters = in.getParameters();
        final ClassScores scores = scores(in.getInTable(0), parameters, out);
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
        publish(scores, parameters, published);
    }

    private static DataCell[] ofClass(final ClassScores scores, final int c) {
        final int found = scores.counts()[c][c];
        final int missed = scores.ofClass(c) - found;
        final int wrongly = scores.predicted(c) - found;
        final long others = scores.right() + scores.wrong() - found - missed - wrongly;
        final double recall = (double)found / (found + missed);
        final double precision = (double)found / (found + wrongly);
        return new DataCell[]{new IntCell(found), new IntCell(wrongly), new IntCell((int)others), new IntCell(missed),
            cell(recall), cell(precision), cell(recall), cell((double)others / (others + wrongly)),
            cell(2 * precision * recall / (precision + recall)), DataType.getMissingCell(), DataType.getMissingCell()};
    }

    private static DataCell cell(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static ClassScores scores(final BufferedDataTable table, final ClassScorerParameters parameters,
        final ExecuteOutput out) throws KNIMEException {
        final int first = table.getDataTableSpec().findColumnIndex(parameters.m_first);
        final int second = table.getDataTableSpec().findColumnIndex(parameters.m_second);
        final List<String> reference = new ArrayList<>();
        final List<String> predicted = new ArrayList<>();
        for (final DataRow row : table) {
            if (!row.getCell(first).isMissing() && !row.getCell(second).isMissing()) {
                reference.add(row.getCell(first).toString());
                predicted.add(row.getCell(second).toString());
            } else if (!parameters.m_ignoreMissing) {
                throw new KNIMEException("Missing value in row: " + row.getKey());
            }
        }
        if (reference.size() < table.size()) {
            out.setWarningMessage("There were missing values in the reference or in the prediction class columns.");
        }
        return ClassScores.of(reference, predicted);
    }

    private static void publish(final ClassScores scores, final ClassScorerParameters parameters,
        final List<FlowValue> published) {
        final String prefix = parameters.m_variablePrefix == null ? "" : parameters.m_variablePrefix;
        published.clear();
        published.add(new FlowValue(prefix + "Accuracy", scores.accuracy()));
        published.add(new FlowValue(prefix + "Error", 1 - scores.accuracy()));
        published.add(new FlowValue(prefix + "#Correct", (int)scores.right()));
        published.add(new FlowValue(prefix + "#False", (int)scores.wrong()));
        published.add(new FlowValue(prefix + "Cohen's kappa", scores.kappa()));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
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

/** Stands in for KNIME's Numeric Scorer. */
public final class NumericScorerNodeFactory extends DefaultNodeFactory implements VariableSource {

    private final List<FlowValue> published;

    /** Called by the platform. */
    public NumericScorerNodeFactory() {
        this(new ArrayList<>());
    }

    private NumericScorerNodeFactory(final List<FlowValue> published) {
        super(DefaultNode.create() //
            .name("Numeric Scorer") //
            .icon("scorer.svg") //
            .shortDescription("Compares measured and predicted numbers.") //
            .fullDescription("Compares measured and predicted numbers: R^2, errors, and their variants.") //
            .sinceVersion(5, 8, 0) //
            .ports(p -> p.addInputTable("Table", "Measured and predicted values.") //
                .addOutputTable("Statistics", "One score a row.")) //
            .model(m -> m.parametersClass(ScorerParameters.class) //
                .configure(NumericScorerNodeFactory::configure) //
                .execute((in, out) -> execute(in, out, published))));
        this.published = published;
    }

    @Override
    public List<FlowValue> publishedVariables() {
        return List.copyOf(published);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ScorerParameters parameters = in.getParameters();
        check(in.getInTableSpec(0), parameters.m_reference.m_name, "reference");
        check(in.getInTableSpec(0), parameters.m_predicted.m_name, "predicted");
        out.setOutSpec(0, outputSpec(parameters));
    }

    private static void check(final DataTableSpec spec, final String name, final String role)
        throws InvalidSettingsException {
        final DataColumnSpec column = spec.getColumnSpec(name);
        if (column == null) {
            throw new InvalidSettingsException("The " + role + " column '" + name + "' is not in the input table, "
                + "which has the columns " + List.of(spec.getColumnNames()) + ".");
        }
        if (!column.getType().isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("The " + role + " column '" + name + "' holds " + column.getType()
                + " and not numbers.");
        }
    }

    private static DataTableSpec outputSpec(final ScorerParameters parameters) {
        return new DataTableSpec("Scores",
            new DataColumnSpecCreator(parameters.outputColumn(), DoubleCell.TYPE).createSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out, final List<FlowValue> published)
        throws KNIMEException {
        final ScorerParameters parameters = in.getParameters();
        final Map<String, Double> scores = scores(in.getInTable(0), parameters, out);
        final BufferedDataContainer container =
            in.getExecutionContext().createDataContainer(outputSpec(parameters));
        scores.forEach((name, value) -> container.addRowToTable(new DefaultRow(name, new DoubleCell(value))));
        container.close();
        out.setOutData(0, container.getTable());
        published.clear();
        if (parameters.m_variables) {
            final String prefix = parameters.m_variablePrefix == null ? "" : parameters.m_variablePrefix;
            scores.forEach((name, value) -> published.add(new FlowValue(prefix + name, value)));
        }
    }

    private static Map<String, Double> scores(final BufferedDataTable table, final ScorerParameters parameters,
        final ExecuteOutput out) throws KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int reference = spec.findColumnIndex(parameters.m_reference.m_name);
        final int predicted = spec.findColumnIndex(parameters.m_predicted.m_name);
        final double[] y = new double[(int)table.size()];
        final double[] p = new double[y.length];
        int n = 0;
        String zeroRow = null;
        for (final DataRow row : table) {
            final DataCell measured = row.getCell(reference);
            if (measured.isMissing()) {
                continue;
            }
            if (row.getCell(predicted).isMissing()) {
                throw new KNIMEException("The predicted value in column '" + parameters.m_predicted.m_name
                    + "' is missing in row '" + row.getKey() + "'. Filter such rows out before the Numeric Scorer.");
            }
            y[n] = ((DoubleValue)measured).getDoubleValue();
            p[n] = ((DoubleValue)row.getCell(predicted)).getDoubleValue();
            zeroRow = y[n] == 0 && zeroRow == null ? row.getKey().toString() : zeroRow;
            n++;
        }
        warn(zeroRow, y.length - n, out);
        final RegressionScores s = RegressionScores.of(Arrays.copyOf(y, n), Arrays.copyOf(p, n),
            y.length, parameters.m_predictors);
        final Map<String, Double> result = new LinkedHashMap<>();
        result.put("R^2", s.r2());
        result.put("mean absolute error", s.meanAbsoluteError());
        result.put("mean squared error", s.meanSquaredError());
        result.put("root mean squared error", s.rootMeanSquaredError());
        result.put("mean signed difference", s.meanSignedDifference());
        result.put("mean absolute percentage error", s.meanAbsolutePercentageError());
        result.put("adjusted R^2", s.adjustedR2());
        return result;
    }

    /** As in KNIME, the last warning wins. */
    private static void warn(final String zeroRow, final int skipped, final ExecuteOutput out) {
        if (skipped > 0) {
            out.setWarningMessage((skipped == 1 ? "1 row was" : skipped + " rows were")
                + " skipped because the reference value is missing.");
        } else if (zeroRow != null) {
            out.setWarningMessage("No mean absolute percentage error: the reference value in row '" + zeroRow
                + "' is 0.");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
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
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.StandardNodeFactory;
import org.reductor.runner.nodes.StandardParameters;

/** Stands in for KNIME's Numeric Scorer. */
public final class NumericScorerNodeFactory extends StandardNodeFactory {

    static final class ColumnChoice implements StandardParameters {
        @Unchanged @Persist(configKey = "useRowID") boolean m_useRowId;
        @Persist(configKey = "columnName") String m_name = "";
    }

    static final class Parameters implements StandardParameters {
        ColumnChoice m_reference = new ColumnChoice();
        ColumnChoice m_predicted = new ColumnChoice();
        @Unchanged @Persist(configKey = "override default output name") boolean m_renameOutput;
        @Unchanged @Persist(configKey = "generate flow variables") boolean m_variables;
        @Unchanged @Persist(configKey = "number_of_predictors") int m_predictors;
    }

    public NumericScorerNodeFactory() {
        super("Numeric Scorer", "Compares measured and predicted numbers: R^2, errors, and their variants.",
            p -> p.addInputTable("Table", "Measured and predicted values.")
                .addOutputTable("Statistics", "One score a row."),
            Parameters.class, NumericScorerNodeFactory::configure, NumericScorerNodeFactory::execute);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final Parameters parameters = in.getParameters();
        check(in.getInTableSpec(0), parameters.m_reference.m_name, "reference");
        check(in.getInTableSpec(0), parameters.m_predicted.m_name, "predicted");
        out.setOutSpec(0, outputSpec(parameters));
    }

    private static void check(final DataTableSpec spec, final String name, final String role)
        throws InvalidSettingsException {
        final var type = spec.getColumnSpec(column(spec, name, role)).getType();
        if (!type.isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException(
                "The " + role + " column '" + name + "' holds " + type + " and not numbers.");
        }
    }

    private static DataTableSpec outputSpec(final Parameters parameters) {
        return new DataTableSpec("Scores",
            new DataColumnSpecCreator(parameters.m_predicted.m_name, DoubleCell.TYPE).createSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final Parameters parameters = in.getParameters();
        final BufferedDataContainer container =
            in.getExecutionContext().createDataContainer(outputSpec(parameters));
        scores(in.getInTable(0), parameters, out)
            .forEach((name, value) -> container.addRowToTable(new DefaultRow(name, new DoubleCell(value))));
        container.close();
        out.setOutData(0, container.getTable());
    }

    private static Map<String, Double> scores(final BufferedDataTable table, final Parameters parameters,
        final ExecuteOutput out) throws KNIMEException {
        final int reference = table.getDataTableSpec().findColumnIndex(parameters.m_reference.m_name);
        final int predicted = table.getDataTableSpec().findColumnIndex(parameters.m_predicted.m_name);
        final double[] y = new double[(int)table.size()];
        final double[] p = new double[y.length];
        int n = 0;
        int zeros = 0;
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
            if (y[n] == 0 && zeros++ == 0) {
                out.setWarningMessage("No mean absolute percentage error: the reference value in row '" + row.getKey()
                    + "' is 0.");
            }
            n++;
        }
        if (n < y.length) {
            out.setWarningMessage((y.length - n == 1 ? "1 row was" : y.length - n + " rows were")
                + " skipped because the reference value is missing.");
        }
        final RegressionScores s = RegressionScores.of(Arrays.copyOf(y, n), Arrays.copyOf(p, n), y.length);
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
}

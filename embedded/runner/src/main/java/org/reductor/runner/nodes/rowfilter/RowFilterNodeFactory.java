/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.reductor.runner.nodes.StandardNodeFactory;

/** Stands in for KNIME's Row Filter. */
public final class RowFilterNodeFactory extends StandardNodeFactory {

    public RowFilterNodeFactory() {
        super("Row Filter", "Keeps the rows whose RowID, numbers or texts compare with given values as required.",
            p -> p.addInputTable("Input", "The rows to choose from.")
                .addOutputTable("Filtered table", "The chosen rows."),
            RowFilterParameters.class, RowFilterNodeFactory::configure, RowFilterNodeFactory::execute);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        tests(in.getParameters(), in.getInTableSpec(0));
        out.setOutSpecs(in.getInTableSpec(0));
    }

    private static List<Predicate<DataRow>> tests(final RowFilterParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        if (parameters.m_predicates.length == 0) {
            throw new InvalidSettingsException("'predicates' is empty; at least one criterion is needed.");
        }
        final List<Predicate<DataRow>> tests = new ArrayList<>();
        for (final Criterion criterion : parameters.m_predicates) {
            tests.add(criterion.test(spec));
        }
        return tests;
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DataTableSpec spec = in.getInTable(0).getDataTableSpec();
        final BufferedDataContainer rows = in.getExecutionContext().createDataContainer(spec);
        try {
            final List<Predicate<DataRow>> tests = tests(in.getParameters(), spec);
            for (final DataRow row : in.getInTable(0)) {
                in.getExecutionContext().checkCanceled();
                if (tests.stream().allMatch(t -> t.test(row))) {
                    rows.addRowToTable(row);
                }
            }
        } catch (final InvalidSettingsException ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
        rows.close();
        out.setOutData(rows.getTable());
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import java.util.ArrayList;
import java.util.List;

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
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.runner.nodes.rowfilter.RowFilterParameters.Criteria;
import org.reductor.runner.nodes.rowfilter.RowFilterParameters.Criterion;
import org.reductor.runner.nodes.rowfilter.RowFilterParameters.OutputMode;

/** Stands in for KNIME's Row Filter. */
public final class RowFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Row Filter") //
        .icon("filter.svg") //
        .shortDescription("Keeps the rows that meet criteria.") //
        .fullDescription("Keeps the rows whose RowID, numbers or texts compare with given values as required.") //
        .sinceVersion(5, 3, 0) //
        .ports(p -> p.addInputTable("Input", "The rows to choose from.") //
            .addOutputTable("Filtered table", "The chosen rows.")) //
        .model(m -> m.parametersClass(RowFilterParameters.class) //
            .configure(RowFilterNodeFactory::configure) //
            .execute(RowFilterNodeFactory::execute));

    /** Called by the platform. */
    public RowFilterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        tests(in.getParameters(), in.getInTableSpec(0));
        out.setOutSpecs(in.getInTableSpec(0));
    }

    private static List<RowTest> tests(final RowFilterParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        if (parameters.m_predicates.length == 0) {
            throw new InvalidSettingsException("'predicates' is empty; at least one criterion is needed.");
        }
        final List<RowTest> tests = new ArrayList<>();
        for (final Criterion criterion : parameters.m_predicates) {
            tests.add(RowTest.of(criterion, spec));
        }
        return tests;
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final RowFilterParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTable(0).getDataTableSpec();
        final BufferedDataContainer rows = in.getExecutionContext().createDataContainer(spec);
        try {
            final List<RowTest> tests = tests(parameters, spec);
            for (final DataRow row : in.getInTable(0)) {
                in.getExecutionContext().checkCanceled();
                final boolean match = parameters.m_matchCriteria == Criteria.AND
                    ? tests.stream().allMatch(t -> t.test(row)) : tests.stream().anyMatch(t -> t.test(row));
                if (match == (parameters.m_outputMode == OutputMode.MATCHING)) {
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

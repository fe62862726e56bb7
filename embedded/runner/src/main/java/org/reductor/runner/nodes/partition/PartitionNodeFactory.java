/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.partition;

import java.util.BitSet;
import java.util.Random;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.runner.nodes.partition.PartitionParameters.ActionOnEmptyInput;

/** Stands in for KNIME's Table Partitioner. */
public final class PartitionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Table Partitioner") //
        .icon("partition.svg") //
        .shortDescription("Splits a table into two by rows.") //
        .fullDescription("Splits a table into two by rows, at random, evenly spaced or from the top.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("Input Table", "The table to split.") //
            .addOutputTable("First partition", "The selected rows.") //
            .addOutputTable("Second partition", "The other rows.")) //
        .model(m -> m.parametersClass(PartitionParameters.class) //
            .configure(PartitionNodeFactory::configure) //
            .execute(PartitionNodeFactory::execute));

    /** Called by the platform. */
    public PartitionNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        out.setOutSpecs(in.getInTableSpec(0), in.getInTableSpec(0));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PartitionParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        if (table.size() == 0 && parameters.m_actionEmpty == ActionOnEmptyInput.FAIL) {
            throw new KNIMEException("The input table is empty, so there is nothing to split.");
        }
        final BitSet first = select(parameters, (int)table.size());
        final var exec = in.getExecutionContext();
        final BufferedDataContainer selected = exec.createDataContainer(table.getDataTableSpec());
        final BufferedDataContainer others = exec.createDataContainer(table.getDataTableSpec());
        int index = 0;
        for (final DataRow row : table) {
            exec.checkCanceled();
            (first.get(index++) ? selected : others).addRowToTable(row);
        }
        selected.close();
        others.close();
        out.setOutData(selected.getTable(), others.getTable());
    }

    private static BitSet select(final PartitionParameters parameters, final int rows) {
        final long count = parameters.firstPart(rows);
        return switch (parameters.m_mode) {
            case RANDOM -> RowSelection.random(rows, count, parameters.m_seed.map(Random::new).orElseGet(Random::new));
            case LINEAR -> RowSelection.linear(rows, count);
            default -> RowSelection.first(rows, count);
        };
    }
}

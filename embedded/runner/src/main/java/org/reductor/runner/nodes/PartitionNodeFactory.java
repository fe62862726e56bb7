/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.persistence.Persist;

/** Stands in for KNIME's Table Partitioner, and selects the same rows for the same seed. */
public final class PartitionNodeFactory extends StandardNodeFactory {

    enum SamplingMode {
        RANDOM, FIRST_ROWS
    }

    static final class Parameters implements StandardParameters {
        @Unchanged @Persist(configKey = "partitioningMode") String m_partitioningMode = "RELATIVE";
        double m_percentage = 70;
        SamplingMode m_mode = SamplingMode.RANDOM;
        Optional<Long> m_seed = Optional.of(1678807467440L);
        @Unchanged @Persist(configKey = "actionEmpty") String m_actionEmpty = "FAIL";

        @Override
        public void validate() throws InvalidSettingsException {
            StandardParameters.super.validate();
            if (!(m_percentage >= 0 && m_percentage <= 100)) {
                throw new InvalidSettingsException("'percentage' is " + m_percentage + "; it must be from 0 to 100.");
            }
        }

        /** The rows of the first part; their share is rounded down, as in KNIME. */
        BitSet firstPart(final int rows) {
            final int count = (int)(m_percentage / 100.0 * rows);
            return m_mode == SamplingMode.FIRST_ROWS ? first(rows, count)
                : random(rows, count, m_seed.map(Random::new).orElseGet(Random::new));
        }
    }

    public PartitionNodeFactory() {
        super("Table Partitioner", "Splits a table into two by rows, at random or from the top.",
            p -> p.addInputTable("Input Table", "The table to split.")
                .addOutputTable("First partition", "The selected rows.")
                .addOutputTable("Second partition", "The other rows."),
            Parameters.class, (in, out) -> out.setOutSpecs(in.getInTableSpec(0), in.getInTableSpec(0)),
            PartitionNodeFactory::execute);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final BufferedDataTable table = in.getInTable(0);
        if (table.size() == 0) {
            throw new KNIMEException("The input table is empty, so there is nothing to split.");
        }
        final Parameters parameters = in.getParameters();
        final BitSet first = parameters.firstPart((int)table.size());
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

    private static BitSet first(final int rows, final int count) {
        final BitSet selected = new BitSet(rows);
        selected.set(0, count);
        return selected;
    }

    /** Shuffles all indices from the end (Fisher and Yates) and takes the first of them. */
    private static BitSet random(final int rows, final int count, final Random random) {
        if (rows <= count) {
            return first(rows, count);
        }
        final int[] indices = new int[rows];
        for (int i = 0; i < rows; i++) {
            indices[i] = i;
        }
        for (int i = rows - 1; i >= 0; i--) { // i = 0 changes nothing, but KNIME draws for it too
            final int j = random.nextInt(i + 1);
            final int swapped = indices[j];
            indices[j] = indices[i];
            indices[i] = swapped;
        }
        final BitSet selected = new BitSet(rows);
        for (int i = 0; i < count; i++) {
            selected.set(indices[i]);
        }
        return selected;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.prune;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;
import org.reductor.runner.nodes.StandardNodeFactory;
import org.reductor.runner.nodes.StandardParameters;

/** Divides a table into rows to learn from and rows for the test: as a column says, or by chance, groups as a whole. */
final class TestRowsNodeFactory extends StandardNodeFactory {

    static final String NAME = "Test Rows";

    private static final String TEST = "test";

    private static final String TRAINING = "train";

    /** What the node is set to. */
    static final class Parameters implements StandardParameters {
        /** Share of the rows for the test, above 0 and below 1. */
        double m_share = 0.2;
        long m_seed = 1;
        /** Column whose rows of the same value stay together; empty for none. */
        String m_groupColumn = "";
        /** Column that says train or test; empty where chance decides. */
        String m_splitColumn = "";
    }

    TestRowsNodeFactory() {
        super(NAME, "Divides a table into rows to learn from and rows for the test.",
            p -> p.addInputTable("Rows", "The table to divide.")
                .addOutputTable("Training rows", "The rows to learn from.")
                .addOutputTable("Test rows", "The rows that no training sees."),
            Parameters.class, (in, out) -> {
                check(in.getInTableSpec(0), in.getParameters());
                out.setOutSpecs(in.getInTableSpec(0), in.getInTableSpec(0));
            }, TestRowsNodeFactory::execute);
    }

    private static void check(final DataTableSpec spec, final Parameters parameters) throws InvalidSettingsException {
        if (!parameters.m_groupColumn.isEmpty()) {
            column(spec, parameters.m_groupColumn, "group");
        }
        if (!parameters.m_splitColumn.isEmpty()) {
            column(spec, parameters.m_splitColumn, "split");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final Parameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final BitSet test =
            parameters.m_splitColumn.isEmpty() ? byChance(table, parameters) : byColumn(table, parameters);
        if (test.isEmpty() || test.cardinality() == table.size()) {
            throw new KNIMEException(String.format(Locale.ENGLISH, "Of %,d rows %,d would be for the test, so that "
                + "there is nothing to %s. Choose another share, or another column.", table.size(), test.cardinality(),
                test.isEmpty() ? "test" : "learn from"));
        }
        final var exec = in.getExecutionContext();
        final BufferedDataContainer training = exec.createDataContainer(table.getDataTableSpec());
        final BufferedDataContainer testing = exec.createDataContainer(table.getDataTableSpec());
        int index = 0;
        for (final DataRow row : table) {
            exec.checkCanceled();
            (test.get(index++) ? testing : training).addRowToTable(row);
        }
        training.close();
        testing.close();
        out.setOutData(training.getTable(), testing.getTable());
    }

    private static BitSet byColumn(final BufferedDataTable table, final Parameters parameters) throws KNIMEException {
        final int column = table.getDataTableSpec().findColumnIndex(parameters.m_splitColumn);
        final BitSet test = new BitSet();
        int index = 0;
        for (final DataRow row : table) {
            final DataCell cell = row.getCell(column);
            final String says = cell.isMissing() ? "" : cell.toString().strip().toLowerCase(Locale.ROOT);
            if (says.equals(TEST)) {
                test.set(index);
            } else if (!says.equals(TRAINING)) {
                throw new KNIMEException("The split column '" + parameters.m_splitColumn + "' says '" + says + "' in "
                    + row.getKey().getString() + "; it must say " + TRAINING + " or " + TEST + " in each row.");
            }
            index++;
        }
        return test;
    }

    /** Groups are taken in an order by lot, as long as they fit; a row without a group is one by itself. */
    private static BitSet byChance(final BufferedDataTable table, final Parameters parameters) {
        final List<BitSet> groups = groups(table, parameters.m_groupColumn);
        final double wanted = table.size() * parameters.m_share;
        final BitSet test = new BitSet();
        final int[] order = Shuffle.inPlace(IntStream.range(0, groups.size()).toArray(),
            Seeds.derive(parameters.m_seed));
        for (final int group : order) {
            if (test.cardinality() + groups.get(group).cardinality() / 2.0 <= wanted) {
                test.or(groups.get(group));
            }
        }
        return test;
    }

    private static List<BitSet> groups(final BufferedDataTable table, final String column) {
        final int at = column.isEmpty() ? -1 : table.getDataTableSpec().findColumnIndex(column);
        final Map<String, BitSet> groups = new LinkedHashMap<>();
        int index = 0;
        for (final DataRow row : table) {
            final String group = at < 0 || row.getCell(at).isMissing() ? "\0" + index : row.getCell(at).toString();
            groups.computeIfAbsent(group, name -> new BitSet()).set(index++);
        }
        return new ArrayList<>(groups.values());
    }
}

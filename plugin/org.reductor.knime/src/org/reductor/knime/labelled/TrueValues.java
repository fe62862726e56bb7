/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.labelled.TargetColumn.Value;

/**
 * What is true of the rows of a table that need not have true values: where a column of a target is missing, or a value
 * cannot be read, there is none.
 */
public final class TrueValues {

    private final List<TargetColumn> columns;

    private final int weight;

    private final Targets.Builder targets;

    private TrueValues(final DataTableSpec spec, final List<Task> tasks, final String weightColumn) {
        columns = tasks.stream().map(task -> isReadable(spec, task.name()) ? TargetColumn.of(spec, task)
            : new TargetColumn(-1, task)).toList();
        final int index = spec.findColumnIndex(weightColumn);
        weight = index >= 0 && Role.WEIGHT.fits(spec.getColumnSpec(index)) ? index : -1;
        targets = Targets.builder(tasks);
    }

    /**
     * @param table the rows
     * @param tasks what networks predict
     * @param weightColumn name of the column that says how much each row counts; empty if all count the same
     * @param exec may cancel
     * @return one row for each of the table
     */
    public static Targets read(final BufferedDataTable table, final List<Task> tasks, final String weightColumn,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        final var values = new TrueValues(table.getDataTableSpec(), tasks, weightColumn);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                values.add(rows.next());
            }
        }
        return values.targets.build();
    }

    private static boolean isReadable(final DataTableSpec spec, final String column) {
        return spec.containsName(column) && Role.CATEGORY.fits(spec.getColumnSpec(column))
            || spec.containsName(column) && Role.TARGET.fits(spec.getColumnSpec(column));
    }

    private void add(final DataRow row) {
        final double[] values = new double[columns.size()];
        final Relation[] relations = new Relation[values.length];
        for (int i = 0; i < values.length; i++) {
            final TargetColumn column = columns.get(i);
            final Value value = column.index() < 0 ? null : column.read(row.getCell(column.index()));
            values[i] = value == null ? Double.NaN : value.value();
            relations[i] = value == null ? Relation.EQUAL : value.relation();
        }
        targets.add(values, relations, weight(row));
    }

    private double weight(final DataRow row) {
        final DataCell cell = weight < 0 ? null : row.getCell(weight);
        final double value = cell == null || cell.isMissing() ? 1 : ((DoubleValue)cell).getDoubleValue();
        return value > 0 && Double.isFinite(value) ? value : 1;
    }
}

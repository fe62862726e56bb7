/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.knime.column.Columns.Role;

/**
 * Columns of text where numbers are needed. A single value makes a reader take a whole column for text, and which one
 * only the rows tell: so nodes let such a column pass with a warning while they know no rows, and refuse it when they
 * run, naming the value and its row.
 */
public final class NumbersAsText {

    /** A number as a regular expression. */
    static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

    private static final Pattern WHOLE = Pattern.compile(NUMBER);

    private static final Pattern RELATION = Pattern.compile("[<>=~\u2264\u2265\u2248]+\\s*[-+\\d.].*");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+");

    private static final int LONGEST = 40;

    private NumbersAsText() {
    }

    /** @return whether the table has such a column and it holds text */
    public static boolean is(final DataTableSpec spec, final String column) {
        final DataColumnSpec found = column == null ? null : spec.getColumnSpec(column);
        return found != null && found.getType().isCompatible(StringValue.class)
            && !found.getType().isCompatible(DoubleValue.class);
    }

    /**
     * As {@link Columns#require(DataTableSpec, String, Role, String)}, but lets text pass.
     *
     * @param spec a table
     * @param table what messages call it
     * @param role a role of numbers
     * @param column the chosen column
     * @return its index
     * @throws InvalidSettingsException when there is no such column or it holds neither numbers nor text
     */
    public static int require(final DataTableSpec spec, final String table, final Role role, final String column)
        throws InvalidSettingsException {
        return is(spec, column) ? spec.findColumnIndex(column) : Columns.require(spec, table, role, column);
    }

    /**
     * @param spec a table
     * @param table what messages call it
     * @param role a role of numbers
     * @param column the chosen column
     * @return what to say before the rows are known, if the column holds text
     */
    public static Optional<String> warning(final DataTableSpec spec, final String table, final Role role,
        final String column) {
        return is(spec, column) ? Optional.of(subject(table, role, column) + " holds text ("
            + spec.getColumnSpec(column).getType().getName() + "), and numbers are needed. Run the node: it names the "
            + "first value that is no number, and its row.") : Optional.empty();
    }

    /**
     * @param rows the table
     * @param table what messages call it
     * @param role a role of numbers
     * @param column the chosen column
     * @param exec may cancel
     * @throws InvalidSettingsException when it holds text; the message names the value that makes it text, and its row
     */
    public static void refuse(final BufferedDataTable rows, final String table, final Role role, final String column,
        final ExecutionMonitor exec) throws InvalidSettingsException, CanceledExecutionException {
        final DataTableSpec spec = rows.getDataTableSpec();
        if (!is(spec, column)) {
            return;
        }
        final int index = spec.findColumnIndex(column);
        long values = 0;
        long texts = 0;
        String first = null;
        String firstRow = null;
        try (CloseableRowIterator iterator = rows.iterator()) {
            while (iterator.hasNext()) {
                exec.checkCanceled();
                final DataRow row = iterator.next();
                final String value = value(row.getCell(index));
                values += value.isEmpty() ? 0 : 1;
                if (!value.isEmpty() && !WHOLE.matcher(value).matches()) {
                    texts++;
                    first = first == null ? value : first;
                    firstRow = firstRow == null ? row.getKey().getString() : firstRow;
                }
            }
        }
        final String subject = subject(table, role, column);
        if (values == 0 && rows.size() > 0) {
            throw new InvalidSettingsException(String.format(Locale.ENGLISH,
                "%s has no values: all %,d rows are empty there. Choose another column.", subject, rows.size()));
        }
        final String needed = subject + " must hold numbers, but ";
        if (texts == 0) {
            throw new InvalidSettingsException(needed + (values == 0 ? "holds text, and the table has no rows."
                : "holds them as text. Turn them into numbers, for example by the node String to Number."));
        }
        throw new InvalidSettingsException(needed + String.format(Locale.ENGLISH, texts == 1
            ? "%,d of its %,d values is none: '%s' in %s. %s" : "%,d of its %,d values are none: first '%s' in %s. %s",
            texts, values, first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "...", firstRow,
            remedy(first)));
    }

    private static String subject(final String table, final Role role, final String column) {
        return "The " + role.label() + " column '" + column + "' of the " + table;
    }

    private static String value(final DataCell cell) {
        return cell.isMissing() ? "" : ((StringValue)cell).getStringValue().strip();
    }

    /** @return what to do about a value that is no number */
    public static String remedy(final String value) {
        if (RELATION.matcher(value).matches()) {
            return "A number with a relation before it cannot be used: leave out such rows, or keep the number alone.";
        }
        if (DECIMAL_COMMA.matcher(value).matches()) {
            return "If the comma is a decimal point, tell the node that reads the table so.";
        }
        return "Correct it or leave out its row, and turn the column into numbers, for example by the node String to "
            + "Number.";
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.runner.nodes.rowfilter.RowFilterParameters.Criterion;

/** A criterion, ready to look at the rows of a table. What KNIME would not compare, this does not compare either. */
interface RowTest {

    /** @return whether the row meets the criterion */
    boolean test(DataRow row);

    static RowTest of(final Criterion criterion, final DataTableSpec spec) throws InvalidSettingsException {
        if (criterion.m_column.isRowId()) {
            final TextOrder order = TextOrder.of(criterion, "the RowID");
            return row -> order.test(row.getKey().getString());
        }
        final String name = criterion.m_column.m_column;
        final DataColumnSpec column = spec.getColumnSpec(name);
        if (column == null) {
            throw new InvalidSettingsException("The filter column '" + name + "' is not in the input table, which has "
                + "the columns " + List.of(spec.getColumnNames()) + ".");
        }
        final int index = spec.findColumnIndex(name);
        final boolean missing = criterion.m_operator.matchesMissing();
        final CellTest test = cellTest(criterion, column);
        return row -> row.getCell(index).isMissing() ? missing : test.test(row.getCell(index));
    }

    private static CellTest cellTest(final Criterion criterion, final DataColumnSpec column)
        throws InvalidSettingsException {
        final DataType type = column.getType();
        final String what = "column '" + column.getName() + "' of type " + type;
        if (type.isCompatible(DoubleValue.class) && !type.isCompatible(BooleanValue.class)) {
            checkNumber(criterion, type, what);
            final Number reference = (Number)criterion.reference().value;
            return cell -> criterion.m_operator.test(compare(cell, reference));
        }
        if (type.isCompatible(StringValue.class)) {
            final TextOrder order = TextOrder.of(criterion, what);
            return cell -> order.test(((StringValue)cell).getStringValue());
        }
        throw new InvalidSettingsException("The " + what + " holds neither numbers nor texts; comparing it is not "
            + "supported by the embedded runner.");
    }

    private static void checkNumber(final Criterion criterion, final DataType type, final String what)
        throws InvalidSettingsException {
        final Object reference = criterion.reference().value;
        final boolean isInt = type.isCompatible(IntValue.class);
        final boolean isLong = type.isCompatible(LongValue.class);
        final boolean fits = reference instanceof Integer || reference instanceof Long && (isInt || isLong)
            || reference instanceof Double && (isInt || !isLong || criterion.m_operator.isOrdering());
        if (!fits) {
            throw new InvalidSettingsException("The " + what + " cannot be compared with the "
                + reference.getClass().getSimpleName() + " '" + reference + "'. Give a value of the column's type.");
        }
    }

    private static int compare(final DataCell cell, final Number reference) {
        if (cell instanceof LongValue whole && !(reference instanceof Double)) {
            return Long.compare(whole.getLongValue(), reference.longValue());
        }
        return Double.compare(((DoubleValue)cell).getDoubleValue(), reference.doubleValue());
    }

    /** Looks at a cell that is not missing. */
    interface CellTest {
        boolean test(DataCell cell);
    }

    /** Compares texts for being equal or not; as in KNIME, there is no smaller or larger. */
    record TextOrder(Operator operator, String reference, boolean caseSensitive) {

        static TextOrder of(final Criterion criterion, final String what) throws InvalidSettingsException {
            if (criterion.m_operator.isOrdering()) {
                throw new InvalidSettingsException("The operator " + criterion.m_operator + " cannot be applied to "
                    + what + ": texts can only be equal or not.");
            }
            if (!(criterion.reference().value instanceof String text)) {
                throw new InvalidSettingsException("Comparing " + what + " needs a text, but the reference value is "
                    + "the number " + criterion.reference().value + ".");
            }
            return new TextOrder(criterion.m_operator, text, criterion.reference().caseSensitive);
        }

        boolean test(final String text) {
            return operator.test((caseSensitive ? text.equals(reference) : text.equalsIgnoreCase(reference)) ? 0 : 1);
        }
    }
}

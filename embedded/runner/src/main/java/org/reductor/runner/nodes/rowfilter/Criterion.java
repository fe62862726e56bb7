/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import java.util.function.Predicate;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/** A comparison of a column, or of the RowID, with a value. What KNIME would not compare is not compared here. */
final class Criterion implements NodeParameters {

    enum Operator {
        EQ, LT, LTE, GT, GTE;

        /** @param order negative, zero or positive: how the value compares with the reference */
        private boolean test(final int order) {
            return switch (this) {
                case EQ -> order == 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
                case GT -> order > 0;
                case GTE -> order >= 0;
            };
        }
    }

    static final class ColumnChoice implements NodeParameters {
        /** A column, or null. */
        @Persist(configKey = "regularChoice") String m_column;
        /** Counts if there is no column. */
        @Persist(configKey = "specialChoice", hidden = true) String m_special = "ROW_ID";
    }

    static final class Values implements NodeParameters {
        Reference[] m_values = {new Reference("")};
    }

    @Persist(configKey = "columnV2") ColumnChoice m_column = new ColumnChoice();

    Operator m_operator = Operator.EQ;

    Values m_predicateValues = new Values();

    /** @throws InvalidSettingsException if the comparison is not possible */
    Predicate<DataRow> test(final DataTableSpec spec) throws InvalidSettingsException {
        if (m_predicateValues.m_values.length != 1) {
            throw new InvalidSettingsException("'predicateValues' has " + m_predicateValues.m_values.length
                + " values; a comparison needs one.");
        }
        final Object reference = m_predicateValues.m_values[0].value();
        final String name = m_column.m_column;
        if (name != null) {
            final Predicate<DataCell> test = test(reference, name, spec.getColumnSpec(name));
            final int index = spec.findColumnIndex(name);
            return row -> !row.getCell(index).isMissing() && test.test(row.getCell(index));
        }
        checkText(reference, "the RowID");
        return row -> row.getKey().getString().equals(reference);
    }

    private Predicate<DataCell> test(final Object reference, final String name, final DataColumnSpec column)
        throws InvalidSettingsException {
        if (column == null) {
            throw new InvalidSettingsException("The filter column '" + name + "' is not in the input table.");
        }
        final DataType type = column.getType();
        final String what = "column '" + name + "' of type " + type;
        if (type == DoubleCell.TYPE || type == IntCell.TYPE) {
            if (!(reference instanceof Number number)) {
                throw new InvalidSettingsException("The " + what + " cannot be compared with the text '" + reference
                    + "'. Give a value of the column's type.");
            }
            return cell -> m_operator
                .test(Double.compare(((DoubleValue)cell).getDoubleValue(), number.doubleValue()));
        }
        if (type.isCompatible(StringValue.class)) {
            checkText(reference, what);
            return cell -> ((StringValue)cell).getStringValue().equals(reference);
        }
        throw new InvalidSettingsException("The " + what + " holds neither numbers nor texts; comparing it is not "
            + "supported by the embedded runner.");
    }

    private void checkText(final Object reference, final String what) throws InvalidSettingsException {
        if (m_operator != Operator.EQ) {
            throw new InvalidSettingsException("The operator " + m_operator + " cannot be applied to " + what
                + ": texts can only be equal or not.");
        }
        if (!(reference instanceof String)) {
            throw new InvalidSettingsException("Comparing " + what + " needs a text, but the reference value is the "
                + "number " + reference + ".");
        }
    }
}

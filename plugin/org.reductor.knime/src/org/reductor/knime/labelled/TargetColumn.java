/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.knime.column.BoundedNumber;

/**
 * A column of a table as what networks learn to predict.
 *
 * @param index where the table has it
 * @param task what it is
 */
record TargetColumn(int index, Task task) {

    /**
     * What a cell holds.
     *
     * @param value the number or the position of the class; NaN if there is none
     * @param relation how a number bounds the true value
     * @param problem why there is none, as a sentence
     */
    record Value(double value, Relation relation, String problem) {

        private static Value none(final String problem) {
            return new Value(Double.NaN, Relation.EQUAL, problem);
        }

        /** @return whether the cell holds something that cannot be learned, and is not just empty */
        boolean unusable() {
            return problem != null && !problem.equals(MISSING);
        }
    }

    private static final String MISSING = "The target is missing.";

    static TargetColumn of(final DataTableSpec table, final Task task) {
        return new TargetColumn(table.findColumnIndex(task.name()), task);
    }

    /** @return what a cell of this column holds */
    Value read(final DataCell cell) {
        if (cell.isMissing() || text(cell).isEmpty()) {
            return Value.none(MISSING);
        }
        return task.isNumber() ? number(cell) : position(cell);
    }

    private Value position(final DataCell cell) {
        final int position = task.classes().indexOf(text(cell));
        return position >= 0 ? new Value(position, Relation.EQUAL, null)
            : Value.none("The target '" + task.name() + "' is '" + text(cell)
                + "', which is none of the classes that are learned: " + String.join(", ", task.classes()) + ".");
    }

    private Value number(final DataCell cell) {
        final BoundedNumber number = cell instanceof DoubleValue exact
            ? new BoundedNumber(exact.getDoubleValue(), Relation.EQUAL)
            : BoundedNumber.parse(text(cell)).orElse(new BoundedNumber(Double.NaN, Relation.EQUAL));
        if (!Double.isFinite(number.value())) {
            return Value.none("The target is " + text(cell) + ", not a finite number.");
        }
        return Targets.usable(number.value()) ? new Value(number.value(), number.relation(), null)
            : Value.none("The target '" + task.name() + "' is " + text(cell) + ", and at most " + Limits.LARGEST_TARGET
                + " can be learned.");
    }

    /** @return a cell, which is not missing, as the name of a class: whole numbers without a decimal point */
    static String text(final DataCell cell) {
        if (cell instanceof BooleanValue truth) {
            return Boolean.toString(truth.getBooleanValue());
        }
        if (cell instanceof DoubleValue number) {
            final double value = number.getDoubleValue() + 0.0; // -0 is 0
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long)value) : cell.toString();
        }
        return ((StringValue)cell).getStringValue().strip();
    }
}

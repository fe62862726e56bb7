/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;
import org.reductor.knime.choice.TrainingChoices.KindChoice;
import org.reductor.knime.column.BoundedNumber;
import org.reductor.knime.column.NumbersAsText;
import org.reductor.knime.labelled.LabelledTable.Use;

/**
 * Finds out what a target column holds where its type does not tell: the classes, or that text is numbers, some of them
 * perhaps with a relation. Text that is neither is refused with the value and its row.
 */
final class TargetScan {

    /** Each class costs an output; a column of more different texts is hardly one of classes. */
    private static final int MOST_CLASSES = 200;

    private static final int LONGEST = 40;

    private final String name;

    private final String subject;

    private final boolean holdsText;

    private final Set<String> different = new HashSet<>();

    private long values;

    private long numbers;

    private boolean bounds;

    private String firstText;

    private String firstRow;

    private TargetScan(final String table, final DataColumnSpec column, final boolean holdsText) {
        name = column.getName();
        subject = "The target column '" + name + "' of the " + table;
        this.holdsText = holdsText;
    }

    /**
     * @param column a target column
     * @param kind what the user says that it is
     * @return the task, if the type alone tells all of it
     */
    static Optional<Task> task(final DataColumnSpec column, final KindChoice kind) {
        final boolean truth = column.getType().isCompatible(BooleanValue.class);
        if (truth && kind != KindChoice.NUMBERS) {
            return Optional.of(Task.classes(column.getName(), List.of("false", "true")));
        }
        final boolean text = NumbersAsText.is(new DataTableSpec(column), column.getName());
        return kind == KindChoice.NUMBERS || kind == KindChoice.GUESS && !text
            ? Optional.of(Task.number(column.getName())) : Optional.empty();
    }

    /**
     * @param table the table
     * @param use what it is for
     * @param columns its target columns, and what they are if that is known
     * @param exec may cancel
     * @return what each of them is
     * @throws KNIMEException when one holds neither numbers nor classes, naming it, the value, the row and the remedy
     */
    static List<Task> tasks(final BufferedDataTable table, final Use use, final LearningColumns columns,
        final ExecutionMonitor exec) throws CanceledExecutionException, KNIMEException {
        final DataTableSpec spec = table.getDataTableSpec();
        final List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < columns.targets().size(); i++) {
            final DataColumnSpec column = spec.getColumnSpec(columns.targets().get(i));
            final Task known = columns.tasks().isEmpty() ? null : columns.tasks().get(i);
            final KindChoice kind = known == null ? columns.kind() : KindChoice.NUMBERS;
            final boolean text = NumbersAsText.is(spec, column.getName());
            final Optional<Task> task = known != null && !(known.isNumber() && text) ? Optional.of(known)
                : text ? Optional.empty() : task(column, kind);
            if (task.isPresent()) {
                tasks.add(task.get());
            } else {
                final TargetScan scan = new TargetScan(use.table(), column, text);
                scan.read(table, spec.findColumnIndex(column.getName()), exec);
                tasks.add(scan.task(kind, table.size()));
            }
        }
        return tasks;
    }

    private void read(final BufferedDataTable table, final int index, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                final DataCell cell = row.getCell(index);
                final String text = cell.isMissing() ? "" : TargetColumn.text(cell);
                if (!text.isEmpty()) {
                    add(text, row.getKey().getString());
                }
            }
        }
    }

    private void add(final String text, final String row) {
        values++;
        if (different.size() <= MOST_CLASSES) {
            different.add(text);
        }
        final Optional<BoundedNumber> number = BoundedNumber.parse(text);
        if (number.isPresent()) {
            numbers++;
            bounds |= number.get().relation() != Relation.EQUAL;
        } else if (firstText == null) {
            firstText = text;
            firstRow = row;
        }
    }

    private Task task(final KindChoice kind, final long rows) throws KNIMEException {
        if (values == 0) {
            if (rows > 0) {
                throw new KNIMEException(String.format(Locale.ENGLISH,
                    "%s has no values: all %,d rows are empty there. Choose another column.", subject, rows));
            }
            if (kind == KindChoice.NUMBERS) {
                throw new KNIMEException(subject + " must hold numbers, but holds text, and the table has no rows.");
            }
            return Task.number(name); // without rows nothing can be learned anyway, and that is what is said
        }
        // Two codes without a relation, such as 0 and 1, are rather the names of two classes.
        final boolean codes = numbers == values && !bounds && different.size() == 2;
        final boolean measured = kind == KindChoice.NUMBERS
            || kind == KindChoice.GUESS && numbers > 0 && !codes;
        if (measured && numbers < values) {
            throw new KNIMEException(mixture(values - numbers));
        }
        return measured ? Task.number(name) : classes();
    }

    private String mixture(final long texts) {
        final String shown = firstText.length() <= LONGEST ? firstText : firstText.substring(0, LONGEST) + "...";
        return subject + " must hold numbers, but " + String.format(Locale.ENGLISH, texts == 1
            ? "%,d of its %,d values is none: '%s' in %s." : "%,d of its %,d values are none: first '%s' in %s.", texts,
            values, shown, firstRow) + (numbers == 0 ? "" : " A target that mixes numbers and text cannot be learned.")
            + " " + NumbersAsText.remedy(firstText) + " If the values are names of classes, set the kind of target to "
            + "Classes.";
    }

    private Task classes() throws KNIMEException {
        if (different.size() > MOST_CLASSES) {
            throw new KNIMEException(subject + " has more than " + MOST_CLASSES + " different values, and so many "
                + "classes cannot be told apart. " + (holdsText ? "Choose another column, or group its values."
                    : "Set the kind of target to Numbers, or choose another column."));
        }
        try {
            return Task.classes(name, ordered(different, !holdsText));
        } catch (IllegalArgumentException e) { // there is only one
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /** The second of two classes is the one that probabilities are told of: yes, true, active, 1. */
    static List<String> ordered(final Set<String> names, final boolean numbers) {
        final Comparator<String> alphabetical =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
        final List<String> ordered = new ArrayList<>(names);
        ordered.sort(numbers ? Comparator.comparingDouble(Double::parseDouble) : alphabetical);
        // Of the usual pairs this is the only one that the alphabet turns round.
        if (ordered.size() == 2 && ordered.get(0).equalsIgnoreCase("active")
            && ordered.get(1).equalsIgnoreCase("inactive")) {
            ordered.add(ordered.remove(0));
        }
        return ordered;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.knime.choice.RowChoices.DuplicateChoice;
import org.reductor.knime.choice.RowChoices.MissingChoice;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.labelled.TargetColumn.Value;

/** Reads features and targets of a table into what the core takes, leaving out rows that lack either. */
final class LabelledTable {

    /** What a table is for, which decides what is said of one that cannot serve. */
    enum Use {
        TRAINING("rows", "There is nothing to learn from.", "There is nothing to learn; choose another target column."),
        SELECTION("rows of the selection table", "No round can be judged by it.",
            "Such rows cannot tell a good round from a bad one; choose others.");

        private final String rows;

        private final String empty;

        private final String constant;

        Use(final String rows, final String empty, final String constant) {
            this.rows = rows;
            this.empty = empty;
            this.constant = constant;
        }

        /** @return how messages call the table */
        String table() {
            return name().toLowerCase(Locale.ROOT) + " table";
        }
    }

    private final Use use;

    private final DataColumnSpec featuresSpec;

    private final int fingerprintColumn;

    private final List<TargetColumn> targetColumns;

    /** -1 where there are no groups. */
    private final int groupColumn;

    /** -1 where all rows count the same. */
    private final int weightColumn;

    private final String weights;

    private final UnusableRows skipped = new UnusableRows();

    /** Rows that are used although one of their targets is not. */
    private final UnusableRows incomplete = new UnusableRows();

    private long tableRows;

    private CsrMatrix.Builder features;

    private int width;

    private final Targets.Builder targets;

    private int rows;

    private final List<String> rowIds = new ArrayList<>();

    private final List<String> groups = new ArrayList<>();

    private LabelledTable(final Use use, final DataTableSpec spec, final LearningColumns columns,
        final List<Task> tasks) {
        this.use = use;
        featuresSpec = spec.getColumnSpec(columns.features());
        fingerprintColumn = spec.findColumnIndex(columns.features());
        targetColumns = tasks.stream().map(task -> TargetColumn.of(spec, task)).toList();
        targets = Targets.builder(tasks);
        groupColumn = use == Use.TRAINING && columns.rows().grouped()
            ? spec.findColumnIndex(columns.rows().groupColumn()) : -1;
        weights = columns.rows().weightColumn();
        weightColumn = use == Use.TRAINING && columns.rows().weighted() ? spec.findColumnIndex(weights) : -1;
    }

    /**
     * @param table the table
     * @param use what it is for
     * @param columns which columns to read
     * @param exec may cancel
     * @return the rows that can be used
     * @throws KNIMEException when a target mixes numbers and text or is constant, too few rows can be used or features
     *             differ in length
     */
    static LabelledTable read(final BufferedDataTable table, final Use use,
        final LearningColumns columns, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final var result = new LabelledTable(use, table.getDataTableSpec(), columns,
            TargetScan.tasks(table, use, columns, exec));
        try (CloseableRowIterator iterator = table.iterator()) {
            for (; iterator.hasNext(); result.tableRows++) {
                exec.checkCanceled();
                result.add(iterator.next());
            }
        }
        result.check();
        return result;
    }

    private void add(final DataRow row) throws KNIMEException {
        final String id = row.getKey().getString();
        final List<Value> values =
            targetColumns.stream().map(column -> column.read(row.getCell(column.index()))).toList();
        final Optional<String> unusable =
            values.stream().filter(Value::unusable).map(Value::problem).findFirst();
        final DataCell fingerprint = row.getCell(fingerprintColumn);
        if (values.stream().allMatch(value -> value.problem() != null)) {
            skipped.add(tableRows, id, unusable.orElse(values.size() == 1 ? values.get(0).problem()
                : "All " + values.size() + " targets are missing."));
        } else if (fingerprint.isMissing()) {
            skipped.add(tableRows, id, "The features are missing.");
        } else if (groupColumn >= 0 && row.getCell(groupColumn).isMissing()) {
            skipped.add(tableRows, id, "The group is missing.");
        } else if (weight(row) == 0) {
            skipped.add(tableRows, id, "The weight in the column '" + weights + "' is 0.");
        } else {
            checkLength(FeatureCells.length(fingerprint), id);
            final SparseRow read = features(fingerprint, id);
            final int bad = firstUnusable(read);
            if (bad >= 0) {
                skipped.add(tableRows, id, unusable(bad, ((DoubleVectorValue)fingerprint).getValue(bad)));
            } else if (read.binary() && read.size() == 0) {
                skipped.add(tableRows, id, "All features are 0.");
            } else {
                add(read, values, weight(row));
                unusable.ifPresent(problem -> incomplete.add(tableRows, id, problem));
                rowIds.add(id);
                if (groupColumn >= 0) {
                    groups.add(row.getCell(groupColumn).toString());
                }
            }
        }
    }

    /** A negative count is no value that a row happens to lack, but a sign that the column is not what it says. */
    private SparseRow features(final DataCell cell, final String id) throws KNIMEException {
        try {
            return FeatureCells.features(cell);
        } catch (UnusableRowException e) {
            throw new KNIMEException("The features column '" + featuresSpec.getName() + "' of the " + use.table()
                + " cannot be used. In " + id + ": " + e.getMessage(), e);
        }
    }

    /** @return the first feature that networks cannot read, -1 when there is none */
    private static int firstUnusable(final SparseRow row) {
        for (int i = 0; i < row.size() && !row.binary(); i++) {
            if (!Dataset.usableFeature(row.values()[i])) {
                return row.columns()[i];
            }
        }
        return -1;
    }

    private String unusable(final int feature, final double value) {
        final String name = RecipeProperty.of(featuresSpec).filter(recipe -> feature < recipe.width())
            .map(recipe -> " (" + recipe.feature(feature).name() + ")").orElse("");
        return "Feature " + feature + name + " of the column '" + featuresSpec.getName() + "' is " + value
            + (Double.isFinite(value)
                ? ", and networks compute with at most " + Limits.LARGEST_FEATURE + ": scale it, or leave it out."
                : ", not a finite number.");
    }

    private double weight(final DataRow row) throws KNIMEException {
        if (weightColumn < 0) {
            return 1;
        }
        final DataCell cell = row.getCell(weightColumn);
        final double weight = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        if (!(weight >= 0 && weight <= Limits.LARGEST_WEIGHT)) {
            throw new KNIMEException("The weight of " + row.getKey().getString() + " in the column '" + weights + "' "
                + (cell.isMissing() ? "is missing" : "is " + weight) + "; it must be a number from 0 (leave the row "
                + "out) to " + Limits.LARGEST_WEIGHT + ". Correct it, or let all rows count the same.");
        }
        return weight;
    }

    private void checkLength(final long length, final String id) throws KNIMEException {
        if (features == null) {
            if (length == 0) {
                throw new KNIMEException("The vector of " + id + " has no features.");
            }
            try {
                Limits.requireFeatures(length);
            } catch (IllegalArgumentException e) {
                throw new KNIMEException("The vector of " + id + " cannot be used. " + e.getMessage(), e);
            }
            width = (int)length;
            features = CsrMatrix.builder(width);
        } else if (length != width) {
            throw new KNIMEException("The vectors of features differ in length: that of " + id + " has " + length
                + " features, those before it " + width + ". Make all of them with the same settings.");
        }
    }

    private void add(final SparseRow row, final List<Value> values, final double weight) throws KNIMEException {
        try {
            features.add(row);
        } catch (IllegalArgumentException e) {
            throw new KNIMEException("The " + use.table() + " is too large. " + e.getMessage(), e);
        }
        targets.add(values.stream().mapToDouble(Value::value).toArray(),
            values.stream().map(Value::relation).toArray(Relation[]::new), weight);
        rows++;
    }

    private void check() throws KNIMEException {
        if (tableRows == 0) {
            throw new KNIMEException("The " + use.table() + " has no rows. " + use.empty);
        }
        if (rows == 0) {
            throw new KNIMEException(
                skipped.sentence(tableRows, use.rows, weightColumn < 0 ? "have no usable target or features"
                    : "have no usable target, no features or no weight above 0") + " " + use.empty);
        }
        // The core counts training rows against the folds; of the rows that judge it would also take a single one.
        if (rows == 1 && use == Use.SELECTION) {
            throw new KNIMEException("The selection table has only 1 usable row, too few to judge a round by.");
        }
        final Targets read = targets.build();
        final Task task = read.tasks().get(0);
        final double first = read.value(0, 0);
        if (rows > 1 && read.tasks().size() == 1 && !read.censored()
            && IntStream.range(0, rows).allMatch(row -> read.value(row, 0) == first)) {
            throw new KNIMEException("The target column '" + task.name() + "' of the " + use.table()
                + " is constant: all " + rows + " usable rows have the " + task.phrase(first) + ". " + use.constant);
        }
    }

    /**
     * @param missing what the user wants to happen to rows that cannot be used
     * @return a warning that counts them, if there are any, and what else is odd about the targets
     * @throws KNIMEException instead of the warning, if the user wants that
     */
    List<String> warnings(final MissingChoice missing) throws KNIMEException {
        final List<String> warnings = new ArrayList<>();
        if (skipped.count() > 0) {
            warnings.add(skippedRows(missing));
        }
        if (incomplete.count() > 0) {
            if (missing == MissingChoice.FAIL) {
                throw new KNIMEException(incomplete.sentence(tableRows, use.rows, "have targets that cannot be used")
                    + " Correct them, or let the node take them for missing.");
            }
            warnings.add(incomplete.sentence(tableRows, use.rows, "have targets that were taken for missing"));
        }
        if (use == Use.TRAINING) {
            rareClasses().ifPresent(warnings::add);
        }
        return warnings;
    }

    private String skippedRows(final MissingChoice missing) throws KNIMEException {
        if (missing == MissingChoice.FAIL) {
            throw new KNIMEException(skipped.sentence(tableRows, use.rows, "cannot be used")
                + " Remove or complete them, or let the node skip them.");
        }
        return skipped.sentence(tableRows, use.rows, "were skipped");
    }

    /** A class needs a row to learn from and others to stop and judge by. */
    private Optional<String> rareClasses() {
        final Targets read = targets.build();
        final int[] all = IntStream.range(0, rows).toArray();
        final List<String> rare = new ArrayList<>();
        for (int t = 0; t < read.tasks().size(); t++) {
            final Task task = read.tasks().get(t);
            final int[] counts = task.isNumber() ? new int[0] : read.classCounts(t, all);
            for (int c = 0; c < counts.length; c++) {
                if (counts[c] < 2) {
                    rare.add("'" + task.classes().get(c) + "' of '" + task.name() + "' (" + counts[c] + ")");
                }
            }
        }
        return rare.isEmpty() ? Optional.empty() : Optional.of("Classes with fewer than 2 usable rows can hardly be "
            + "learned, and not be learned and judged: " + String.join(", ", rare)
            + ". Give more rows of them, or leave them out.");
    }

    /** @return what the targets are */
    List<Task> tasks() {
        return targetColumns.stream().map(TargetColumn::task).toList();
    }

    /**
     * @return features, targets and groups of the usable rows
     * @throws KNIMEException when a target cannot serve; the message names it and says what to do
     */
    Dataset dataset() throws KNIMEException {
        try {
            return new Dataset(features.build(), targets.build(),
                groupColumn < 0 ? null : RowGroups.of(groups));
        } catch (IllegalArgumentException e) {
            throw new KNIMEException("The " + use.table() + " cannot be used. " + e.getMessage(), e);
        }
    }

    /**
     * @param data of the usable rows
     * @param treatment what becomes of rows with the same features
     * @return a warning that counts those whose targets differ, if there are any
     * @throws KNIMEException instead of the warning, if the user wants that
     */
    Optional<String> conflicts(final Dataset data, final Duplicates.Treatment treatment) throws KNIMEException {
        final Optional<String> sentence = Duplicates.of(data.features()).conflicts(data.targets())
            .map(conflicts -> conflicts.sentence(data.targets(), rowIds::get) + " "
                + DuplicateChoice.remark(treatment));
        if (sentence.isPresent() && treatment == Duplicates.Treatment.REFUSE) {
            throw new KNIMEException(sentence.get());
        }
        return sentence;
    }

    /** @return number of features of a row */
    int width() {
        return width;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.NumbersAsText;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.learner.LearnerChoices.MissingChoice;
import org.reductor.knime.learner.RowChoices.DuplicateChoice;

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

    private final int targetColumn;

    private final String targetName;

    /** -1 where there are no groups. */
    private final int groupColumn;

    private final UnusableRows skipped = new UnusableRows();

    private long tableRows;

    private CsrMatrix.Builder features;

    private int width;

    private double[] targets = new double[256];

    private int rows;

    private final List<String> rowIds = new ArrayList<>();

    private final List<String> groups = new ArrayList<>();

    private LabelledTable(final Use use, final DataTableSpec spec, final LearningColumns columns) {
        this.use = use;
        featuresSpec = spec.getColumnSpec(columns.features());
        fingerprintColumn = spec.findColumnIndex(columns.features());
        targetColumn = spec.findColumnIndex(columns.target());
        targetName = columns.target();
        groupColumn = use == Use.TRAINING && columns.rows().grouped()
            ? spec.findColumnIndex(columns.rows().groupColumn()) : -1;
    }

    /**
     * @param table the table
     * @param use what it is for
     * @param columns which columns to read
     * @param exec may cancel
     * @return the rows that can be used
     * @throws KNIMEException when the target is text or constant, too few rows can be used or features differ in length
     */
    static LabelledTable read(final BufferedDataTable table, final Use use,
        final LearningColumns columns, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        try {
            NumbersAsText.refuse(table, use.table(), Role.TARGET, columns.target(), exec);
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final var result = new LabelledTable(use, table.getDataTableSpec(), columns);
        try (CloseableRowIterator iterator = table.iterator()) {
            for (; iterator.hasNext(); result.tableRows++) {
                exec.checkCanceled();
                result.add(iterator.next(), columns.target());
            }
        }
        result.check();
        return result;
    }

    private void add(final DataRow row, final String targetName) throws KNIMEException {
        final String id = row.getKey().getString();
        final DataCell target = row.getCell(targetColumn);
        final DataCell fingerprint = row.getCell(fingerprintColumn);
        if (target.isMissing()) {
            skipped.add(tableRows, id, "The target is missing.");
        } else if (!Double.isFinite(((DoubleValue)target).getDoubleValue())) {
            skipped.add(tableRows, id, "The target is " + target + ", not a finite number.");
        } else if (!Dataset.usableTarget(((DoubleValue)target).getDoubleValue())) {
            skipped.add(tableRows, id, "The target '" + targetName + "' is " + target + ", and at most "
                + Limits.LARGEST_TARGET + " can be learned.");
        } else if (fingerprint.isMissing()) {
            skipped.add(tableRows, id, "The features are missing.");
        } else if (groupColumn >= 0 && row.getCell(groupColumn).isMissing()) {
            skipped.add(tableRows, id, "The group is missing.");
        } else {
            checkLength(FeatureCells.length(fingerprint), id);
            final SparseRow read = FeatureCells.features(fingerprint);
            final int bad = firstUnusable(read);
            if (bad >= 0) {
                skipped.add(tableRows, id, unusable(bad, ((DoubleVectorValue)fingerprint).getValue(bad)));
            } else if (read.binary() && read.size() == 0) {
                skipped.add(tableRows, id, "The fingerprint has no set bit.");
            } else {
                add(read, ((DoubleValue)target).getDoubleValue());
                rowIds.add(id);
                if (groupColumn >= 0) {
                    groups.add(row.getCell(groupColumn).toString());
                }
            }
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

    private void add(final SparseRow row, final double target) throws KNIMEException {
        try {
            features.add(row);
        } catch (IllegalArgumentException e) {
            throw new KNIMEException("The " + use.table() + " is too large. " + e.getMessage(), e);
        }
        if (rows == targets.length) {
            targets = Arrays.copyOf(targets, 2 * rows);
        }
        targets[rows++] = target;
    }

    private void check() throws KNIMEException {
        if (tableRows == 0) {
            throw new KNIMEException("The " + use.table() + " has no rows. " + use.empty);
        }
        if (rows == 0) {
            throw new KNIMEException(
                skipped.sentence(tableRows, use.rows, "have no usable target or features") + " " + use.empty);
        }
        // The core counts training rows against the folds; of the rows that judge it would also take a single one.
        if (rows == 1 && use == Use.SELECTION) {
            throw new KNIMEException("The selection table has only 1 usable row, too few to judge a round by.");
        }
        final double first = targets[0];
        if (rows > 1 && Arrays.stream(targets, 0, rows).allMatch(value -> value == first)) {
            throw new KNIMEException("The target column '" + targetName + "' of the " + use.table()
                + " is constant: all " + rows + " usable rows have the value " + first + ". " + use.constant);
        }
    }

    /**
     * @param missing what the user wants to happen to rows that cannot be used
     * @return a warning that counts them, if there are any
     * @throws KNIMEException instead of the warning, if the user wants that
     */
    Optional<String> warning(final MissingChoice missing) throws KNIMEException {
        if (skipped.count() == 0) {
            return Optional.empty();
        }
        if (missing == MissingChoice.FAIL) {
            throw new KNIMEException(skipped.sentence(tableRows, use.rows, "cannot be used")
                + " Remove or complete them, or let the node skip them.");
        }
        return Optional.of(skipped.sentence(tableRows, use.rows, "were skipped"));
    }

    /** @return features, targets and groups of the usable rows */
    Dataset dataset() {
        return new Dataset(features.build(), Targets.of(targetName, Arrays.copyOf(targets, rows)),
            groupColumn < 0 ? null : RowGroups.of(groups));
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

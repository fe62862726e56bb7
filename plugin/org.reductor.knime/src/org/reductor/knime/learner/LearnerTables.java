/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates.Treatment;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.learner.LabelledTable.Use;

/**
 * The learner's tables as the core takes them.
 *
 * @param training what the networks learn from
 * @param selection what decides which round wins, {@code null} for the hold-out
 * @param recipe how the features of both are made
 * @param warnings what the user should know about rows that were left out
 */
record LearnerTables(Dataset training, Dataset selection, FeatureRecipe recipe, List<String> warnings) {

    /**
     * Checks what can be checked without the rows.
     *
     * @param training columns of the training table
     * @param selection columns of the selection table, {@code null} if there is none
     * @param columns which columns to read
     * @return how the features are made, if the column tells
     * @throws InvalidSettingsException when a column is missing or the features are made in different ways
     */
    static Optional<FeatureRecipe> check(final DataTableSpec training, final DataTableSpec selection,
        final LearningColumns columns) throws InvalidSettingsException {
        final int column = Columns.require(training, Role.FINGERPRINT, columns.features());
        Columns.require(training, Role.TARGET, columns.target());
        columns.requireGroup(training);
        final Optional<FeatureRecipe> recipe = RecipeProperty.of(training.getColumnSpec(column));
        if (selection != null) {
            final String table = Use.SELECTION.table();
            final int judged = Columns.require(selection, table, Role.FINGERPRINT, columns.features());
            Columns.require(selection, table, Role.TARGET, columns.target());
            final Optional<FeatureRecipe> other = RecipeProperty.of(selection.getColumnSpec(judged));
            // A column without recipe comes from some other node, or lost it on its way: then only the widths count.
            if (recipe.isPresent() && other.isPresent() && !recipe.equals(other)) {
                throw new InvalidSettingsException("The features of the selection table are made in another way "
                    + "than those of the training table: " + other.get().toJson() + " there, " + recipe.get().toJson()
                    + " here. Make both in the same way.");
            }
        }
        return recipe;
    }

    /**
     * @param training the training table
     * @param selection the selection table, {@code null} if there is none
     * @param columns which columns to read and what to do with rows that cannot be used
     * @param exec may cancel
     * @return the rows of both that can be used
     * @throws KNIMEException when one of them cannot serve, saying why
     */
    static LearnerTables read(final BufferedDataTable training, final BufferedDataTable selection,
        final LearningColumns columns, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final LabelledTable learned = LabelledTable.read(training, Use.TRAINING, columns, exec);
        final List<String> warnings = new ArrayList<>();
        learned.warning(columns.missing()).ifPresent(warnings::add);
        final Dataset data = learned.dataset();
        learned.conflicts(data, columns.rows().duplicates()).ifPresent(warnings::add);
        final Dataset rows = columns.rows().duplicates() == Treatment.AVERAGE ? averaged(data) : data;
        final FeatureRecipe recipe =
            recipe(training.getDataTableSpec().getColumnSpec(columns.features()), learned.width());
        if (selection == null) {
            return new LearnerTables(rows, null, recipe, warnings);
        }
        final LabelledTable judges = LabelledTable.read(selection, Use.SELECTION, columns, exec);
        if (judges.width() != learned.width()) {
            throw new KNIMEException("The features of the selection table are " + judges.width()
                + ", those of the training table " + learned.width() + ". Make both with the same settings.");
        }
        judges.warning(columns.missing()).ifPresent(warnings::add);
        return new LearnerTables(rows, judges.dataset(), recipe, warnings);
    }

    private static Dataset averaged(final Dataset data) throws KNIMEException {
        try {
            return data.averagingDuplicates();
        } catch (IllegalArgumentException e) { // what is left may have a single value
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /**
     * @param networks how the features of networks to start from are made
     * @param table how those of the training table are made
     * @throws InvalidSettingsException when they differ
     */
    static void requireSameFeatures(final FeatureRecipe networks, final FeatureRecipe table)
        throws InvalidSettingsException {
        if (!networks.equals(table)) {
            throw new InvalidSettingsException("The networks to start from read other features than the training table "
                + "has: " + networks.toJson() + " there, " + table.toJson() + " here. Make both in the same way.");
        }
    }

    private static FeatureRecipe recipe(final DataColumnSpec column, final int width) throws KNIMEException {
        final FeatureRecipe recipe =
            RecipeProperty.of(column).orElseGet(() -> RecipeProperty.foreign(column, width));
        if (recipe.width() != width) {
            throw new KNIMEException("The vectors in the column '" + column.getName() + "' have " + width
                + " features, but the column says that they were made with " + recipe.width()
                + ". Make them anew with the Molecule Featurizer.");
        }
        return recipe;
    }
}

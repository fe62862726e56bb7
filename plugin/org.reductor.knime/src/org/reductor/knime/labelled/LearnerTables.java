/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.chem.RdkitVersion;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates.Treatment;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RecipeDifference;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.train.TrainingSettings;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.NumbersAsText;
import org.reductor.knime.column.RdkitProperty;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.labelled.LabelledTable.Use;

/**
 * The learner's tables as the core takes them.
 *
 * @param training what the networks learn from
 * @param selection what decides which round wins, {@code null} for rows of the training table
 * @param recipe how the features of both are made
 * @param rdkit version of the RDKit that has made those to learn from, if their column tells
 * @param warnings what the user should know about rows that were left out
 */
public record LearnerTables(Dataset training, Dataset selection, FeatureRecipe recipe, Optional<String> rdkit,
    List<String> warnings) {

    /**
     * Checks what can be checked without the rows.
     *
     * @param training columns of the training table
     * @param selection columns of the selection table, {@code null} if there is none
     * @param columns which columns to read
     * @return how the features are made, if the column tells
     * @throws InvalidSettingsException when a column is missing or the features are made in different ways
     */
    public static Optional<FeatureRecipe> check(final DataTableSpec training, final DataTableSpec selection,
        final LearningColumns columns) throws InvalidSettingsException {
        final int column = Columns.require(training, Role.FINGERPRINT, columns.features());
        requireTargets(training, "input table", columns);
        columns.requireRowColumns(training);
        final Optional<FeatureRecipe> recipe = RecipeProperty.of(training.getColumnSpec(column));
        if (recipe.isPresent()) {
            for (final String target : columns.targets()) {
                RecipeProperty.requireNotAmongFeatures(recipe.get(), target);
            }
        }
        if (selection != null) {
            final String table = Use.SELECTION.table();
            final int judged = Columns.require(selection, table, Role.FINGERPRINT, columns.features());
            requireTargets(selection, table, columns);
            final Optional<FeatureRecipe> other = RecipeProperty.of(selection.getColumnSpec(judged));
            // A column without recipe comes from some other node, or lost it on its way: then only the widths count.
            final Optional<RecipeDifference> difference =
                recipe.flatMap(r -> other.flatMap(o -> RecipeDifference.between(o, r)));
            if (difference.isPresent()) {
                throw new InvalidSettingsException("The features of the selection table are made in another way "
                    + "than those of the training table. "
                    + difference.get().sentence("in the selection table", "in the training table")
                    + " Make both in the same way.");
            }
        }
        return recipe;
    }

    /** Text may be classes, or numbers with a relation: which, the rows tell. */
    private static void requireTargets(final DataTableSpec spec, final String table, final LearningColumns columns)
        throws InvalidSettingsException {
        for (final String target : columns.targets()) {
            NumbersAsText.require(spec, table, Role.TARGET, target);
        }
    }

    /**
     * @param training the training table
     * @param selection the selection table, {@code null} if there is none
     * @param columns which columns to read and what to do with rows that cannot be used
     * @param exec may cancel
     * @return the rows of both that can be used
     * @throws KNIMEException when one of them cannot serve, saying why
     */
    public static LearnerTables read(final BufferedDataTable training, final BufferedDataTable selection,
        final LearningColumns columns, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final LabelledTable learned = LabelledTable.read(training, Use.TRAINING, columns, exec);
        final List<String> warnings = new ArrayList<>(learned.warnings(columns.missing()));
        final DataColumnSpec features = training.getDataTableSpec().getColumnSpec(columns.features());
        final FeatureRecipe recipe = recipe(features, learned.width());
        final Optional<String> rdkit = RdkitProperty.of(features);
        final Dataset data = learned.dataset();
        learned.conflicts(data, columns.rows().duplicates()).ifPresent(warnings::add);
        final Dataset rows = columns.rows().duplicates() == Treatment.AVERAGE ? averaged(data) : data;
        if (selection == null) {
            return new LearnerTables(rows, null, recipe, rdkit, warnings);
        }
        final LabelledTable judges = LabelledTable.read(selection, Use.SELECTION, columns.with(learned.tasks()), exec);
        if (judges.width() != learned.width()) {
            throw new KNIMEException("The features of the selection table are " + judges.width()
                + ", those of the training table " + learned.width() + ". Make both with the same settings.");
        }
        warnings.addAll(judges.warnings(columns.missing()));
        RdkitVersion.difference("The features of the selection table",
            RdkitProperty.of(selection.getDataTableSpec().getColumnSpec(columns.features())),
            "those of the training table", rdkit).ifPresent(warnings::add);
        return new LearnerTables(rows, judges.dataset(), recipe, rdkit, warnings);
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
    public static void requireSameFeatures(final FeatureRecipe networks, final FeatureRecipe table)
        throws InvalidSettingsException {
        final Optional<RecipeDifference> difference = RecipeDifference.between(networks, table);
        if (difference.isPresent()) {
            throw new InvalidSettingsException("The networks to start from read other features than the training table "
                + "has. " + difference.get().sentence("in the networks", "in the training table")
                + " Make both in the same way.");
        }
    }

    /**
     * @param recipe how features are made
     * @param training how new networks are built
     * @param outputs number of their outputs
     * @throws InvalidSettingsException when they would be too large
     */
    public static void requireRoom(final FeatureRecipe recipe, final TrainingSettings training,
        final int outputs) throws InvalidSettingsException {
        try {
            Limits.requireNetwork(training.sizes(recipe.width(), outputs));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** @return what the networks learn to predict */
    public List<Task> tasks() {
        return training.targets().tasks();
    }

    /** @return number of outputs that new networks need for these tasks */
    public static int outputs(final List<Task> tasks, final TrainingSettings training) {
        return tasks.stream()
            .mapToInt(task -> (task.isNumber() ? training.loss() : training.classLoss()).outputs(task)).sum();
    }

    /**
     * @param networks networks to start from, {@code null} for new ones
     * @return what the user should know about the tables, and about them beside the networks
     */
    public List<String> warnings(final NetworkModel networks) {
        final Optional<String> unlike = networks == null ? Optional.empty()
            : RdkitVersion.difference("The features of the training table", rdkit,
                "those that the networks to start from have learned from", RdkitVersion.of(networks.provenance()));
        return Stream.concat(warnings.stream(), unlike.stream()).toList();
    }

    /**
     * As above, before the rows are known.
     *
     * @param networks how the features of networks to start from are made
     * @param table the training table
     * @param features name of its features column
     * @throws InvalidSettingsException when they differ in more than what only the rows tell
     */
    public static void requireSameFeatures(final FeatureRecipe networks, final DataTableSpec table,
        final String features) throws InvalidSettingsException {
        final DataColumnSpec column = table.getColumnSpec(features);
        requireSameFeatures(networks,
            RecipeProperty.of(column).orElseGet(() -> RecipeProperty.foreign(column, networks.width())));
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

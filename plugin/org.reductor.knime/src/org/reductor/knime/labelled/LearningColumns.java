/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRules;
import org.reductor.core.data.Task;
import org.reductor.knime.choice.RowChoices.MissingChoice;
import org.reductor.knime.choice.TrainingChoices.KindChoice;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.NumbersAsText;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.labelled.LabelledTable.Use;

/**
 * Where a table has what networks learn from.
 *
 * @param features name of the column with the features
 * @param targets names of the columns with targets, at least one
 * @param kind what the targets are, as far as the user says so
 * @param tasks what each target is; empty as long as only the rows tell
 * @param missing what becomes of rows that lack features or all targets, or a group where there are groups
 * @param rows the columns of groups and weights, and what is made of the rows
 */
public record LearningColumns(String features, List<String> targets, KindChoice kind, List<Task> tasks,
    MissingChoice missing, RowRules rows) {

    /**
     * The columns that networks were trained on.
     *
     * @param table columns of a table
     * @param recipe how the networks' features are made
     * @param tasks what the networks predict
     * @param rows what their training made of the rows
     * @return where the table has them
     * @throws InvalidSettingsException when it lacks one; the message names it
     */
    public static LearningColumns of(final DataTableSpec table, final FeatureRecipe recipe, final List<Task> tasks,
        final RowRules rows) throws InvalidSettingsException {
        for (final Task task : tasks) {
            NumbersAsText.require(table, Use.TRAINING.table(), Role.TARGET, task.name());
            RecipeProperty.requireNotAmongFeatures(recipe, task.name());
        }
        final String features = table.stream().filter(Role.FINGERPRINT::fits)
            .filter(column -> recipe.equals(RecipeProperty.of(column)
                .orElseGet(() -> RecipeProperty.foreign(column, recipe.width()))))
            .map(DataColumnSpec::getName).findFirst()
            .orElseThrow(() -> new InvalidSettingsException("The training table has no column with the features that "
                + "the networks read: " + recipe.width() + " of them, made from "
                + recipe.blocks().stream().map(block -> "'" + block.column() + "'").distinct()
                    .collect(Collectors.joining(", "))
                + "; " + Columns.describe(table) + RecipeProperty.madeOtherwise(table, recipe)
                + " Connect the table that the networks were trained on."));
        final LearningColumns columns = new LearningColumns(features, tasks.stream().map(Task::name).toList(),
            KindChoice.GUESS, tasks, MissingChoice.SKIP, rows);
        columns.requireRowColumns(table);
        return columns;
    }

    /** @throws InvalidSettingsException when the table lacks the column of groups or weights; the message names it */
    void requireRowColumns(final DataTableSpec table) throws InvalidSettingsException {
        if (rows.grouped()) {
            Columns.require(table, Use.TRAINING.table(), Role.GROUP, rows.groupColumn());
        }
        if (rows.weighted()) {
            Columns.require(table, Use.TRAINING.table(), Role.WEIGHT, rows.weightColumn());
        }
    }

    /**
     * @param table columns of a table that has the targets
     * @return what each target is, if that is known without the rows
     */
    public Optional<List<Task>> tasks(final DataTableSpec table) {
        final List<Task> known = new ArrayList<>();
        for (final String target : targets) {
            TargetScan.task(table.getColumnSpec(target), kind).ifPresent(known::add);
        }
        return known.size() == targets.size() ? Optional.of(known) : Optional.empty();
    }

    /**
     * @param found what each target is
     * @return the same columns with that
     */
    LearningColumns with(final List<Task> found) {
        return new LearningColumns(features, targets, kind, found, missing, rows);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;

/**
 * What the columns of a table are for.
 *
 * @param molecules columns with molecules
 * @param reactions columns with reaction SMILES
 * @param categories columns with names of things
 * @param numbers columns with numbers to learn from
 * @param targets what is to be predicted, at least one
 * @param group column of which rows with the same value stay together; {@code null} for none
 * @param split column that says train or test; {@code null} for none
 */
public record Roles(List<String> molecules, List<String> reactions, List<String> categories, List<String> numbers,
    List<String> targets, String group, String split) {

    /**
     * Fills in what was not given, where there is no choice.
     *
     * @param table the table's columns
     * @param guessed receives what was filled in, a sentence each
     * @return the roles, all of columns that the table has
     * @throws InvalidSettingsException if a column is not there, or there is a choice; the message says which
     */
    public Roles in(final DataTableSpec table, final List<String> guessed) throws InvalidSettingsException {
        final List<String> given =
            Stream.of(molecules, reactions, categories, numbers, targets, one(group), one(split))
                .flatMap(List::stream).toList();
        for (final String name : given) {
            if (!table.containsName(name)) {
                throw new InvalidSettingsException("The table has no column '" + name + "'; "
                    + Columns.describe(table));
            }
        }
        final DataTableSpec free = new DataTableSpec(table.stream().filter(column -> !given.contains(column.getName()))
            .toArray(DataColumnSpec[]::new));
        final List<String> found = new ArrayList<>(molecules);
        if (molecules.isEmpty() && reactions.isEmpty()) {
            found.add(guess(free, table, Role.MOLECULE, "molecules", "--smiles"));
            guessed.add("The molecules are taken from the column '" + found.get(0) + "' (--smiles).");
        }
        final List<String> learned = new ArrayList<>(targets);
        if (targets.isEmpty()) {
            learned.add(guess(free, table, Role.TARGET, "target", "--target"));
            guessed.add("The target is the column '" + learned.get(0) + "' (--target).");
        }
        return new Roles(found, reactions, categories, numbers, learned, group, split);
    }

    private static List<String> one(final String name) {
        return name == null ? List.of() : List.of(name);
    }

    private static String guess(final DataTableSpec free, final DataTableSpec table, final Role role,
        final String what, final String option) throws InvalidSettingsException {
        final Optional<String> only = Columns.unambiguous(free, role);
        return only.orElseThrow(() -> new InvalidSettingsException("Which column holds the " + what
            + " is not clear: name it with " + option + " COLUMN. In the table, "
            + Columns.describe(table)));
    }
}

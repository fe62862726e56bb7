/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a run makes of the rows of a table: which belong together, how they are divided, and what becomes of those with
 * the same features. It is kept with the networks, so that all steps of a run treat the rows alike.
 *
 * @param groupColumn name of the column whose values are the {@link RowGroups}; empty if there are none
 * @param stratification what is spread evenly over hold-out and folds
 * @param duplicates what becomes of rows with the same features
 * @param weightColumn name of the column that says how much each row counts; empty if all count the same
 */
public record RowRules(String groupColumn, Stratification stratification, Duplicates.Treatment duplicates,
    String weightColumn) {

    /** No groups, classes spread, all rows kept. */
    public static final RowRules PLAIN = new RowRules("", Stratification.CLASSES, Duplicates.Treatment.KEEP);

    /** What is spread evenly over hold-out and folds. */
    public enum Stratification {
        /** Nothing: chance decides. */
        NONE,
        /** The classes of each task that has classes; for numbers chance decides. */
        CLASSES,
        /** Classes, and numbers by their {@link Strata#QUANTILES quantiles}. */
        VALUES;

        /**
         * @param targets of all rows
         * @return the strata of each task that is spread; empty if none is
         */
        public List<int[]> strata(final Targets targets) {
            final List<int[]> strata = new ArrayList<>();
            for (int task = 0; task < targets.tasks().size(); task++) {
                if (!targets.tasks().get(task).isNumber() && this != NONE) {
                    strata.add(Strata.classes(targets.values(task)));
                } else if (this == VALUES) {
                    strata.add(Strata.quantiles(targets.values(task), Strata.QUANTILES));
                }
            }
            return strata;
        }
    }

    /** Checks that nothing is null. */
    public RowRules {
        Objects.requireNonNull(groupColumn, "groupColumn");
        Objects.requireNonNull(stratification, "stratification");
        Objects.requireNonNull(duplicates, "duplicates");
        Objects.requireNonNull(weightColumn, "weightColumn");
    }

    /**
     * Rules for rows that all count the same.
     *
     * @param groupColumn name of the column whose values are the groups; empty if there are none
     * @param stratification what is spread evenly over hold-out and folds
     * @param duplicates what becomes of rows with the same features
     */
    public RowRules(final String groupColumn, final Stratification stratification,
        final Duplicates.Treatment duplicates) {
        this(groupColumn, stratification, duplicates, "");
    }

    /** @return whether the rows have groups */
    public boolean grouped() {
        return !groupColumn.isEmpty();
    }

    /** @return whether a column says how much each row counts */
    public boolean weighted() {
        return !weightColumn.isEmpty();
    }
}

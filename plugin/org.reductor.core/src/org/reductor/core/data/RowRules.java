/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.List;
import java.util.Objects;

/**
 * What a run makes of the rows of a table: which belong together, how they are divided, and what becomes of those with
 * the same features. It is kept with the networks, so that all steps of a run treat the rows alike.
 *
 * @param groupColumn name of the column whose values are the {@link RowGroups}; empty if there are none
 * @param stratification what is spread evenly over hold-out and folds
 * @param duplicates what becomes of rows with the same features
 */
public record RowRules(String groupColumn, Stratification stratification, Duplicates.Treatment duplicates) {

    /** No groups, nothing spread, all rows kept. */
    public static final RowRules PLAIN = new RowRules("", Stratification.NONE, Duplicates.Treatment.KEEP);

    /** What is spread evenly over hold-out and folds. */
    public enum Stratification {
        /** Nothing: chance decides. */
        NONE,
        /** The values of the target, by their {@link Strata#QUANTILES quantiles}. */
        VALUES;

        /**
         * @param values the targets, one a row
         * @return the strata of each task; empty if nothing is spread
         */
        public List<int[]> strata(final double[] values) {
            return this == NONE ? List.of() : List.of(Strata.quantiles(values, Strata.QUANTILES));
        }
    }

    /** Checks that nothing is null. */
    public RowRules {
        Objects.requireNonNull(groupColumn, "groupColumn");
        Objects.requireNonNull(stratification, "stratification");
        Objects.requireNonNull(duplicates, "duplicates");
    }

    /** @return whether the rows have groups */
    public boolean grouped() {
        return !groupColumn.isEmpty();
    }
}

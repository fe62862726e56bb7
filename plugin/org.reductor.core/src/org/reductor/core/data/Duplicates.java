/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rows with exactly the same features. No network can tell them apart, so where their values conflict no network can be
 * right for all of them.
 */
public final class Duplicates {

    /** What becomes of rows with the same features. */
    public enum Treatment {
        /** They stay as they are. */
        KEEP,
        /** They become one row; see {@link DistinctRows}. */
        AVERAGE,
        /** They stay if they agree; if values conflict, nothing is learned. */
        REFUSE
    }

    private final int rows;
    private final List<int[]> sets;

    private Duplicates(final int rows, final List<int[]> sets) {
        this.rows = rows;
        this.sets = sets;
    }

    /** A row that is equal to another one if all features are. */
    private record RowKey(CsrMatrix features, int row) {

        @Override
        public int hashCode() {
            int hash = 1;
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                hash = 31 * hash + features.columnIndices()[p];
                if (!features.binary()) {
                    hash = 31 * hash + Float.floatToIntBits(features.values()[p]);
                }
            }
            return hash;
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof RowKey key && sameColumns(key.row) && (features.binary() || sameValues(key.row));
        }

        private boolean sameColumns(final int other) {
            return Arrays.equals(features.columnIndices(), features.rowStart(row), features.rowEnd(row),
                features.columnIndices(), features.rowStart(other), features.rowEnd(other));
        }

        private boolean sameValues(final int other) {
            return Arrays.equals(features.values(), features.rowStart(row), features.rowEnd(row), features.values(),
                features.rowStart(other), features.rowEnd(other));
        }
    }

    /**
     * @param features one row a sample
     * @return its duplicates
     */
    public static Duplicates of(final CsrMatrix features) {
        final Map<RowKey, List<Integer>> found = new LinkedHashMap<>();
        for (int row = 0; row < features.rows(); row++) {
            found.computeIfAbsent(new RowKey(features, row), key -> new ArrayList<>(1)).add(row);
        }
        return new Duplicates(features.rows(), found.values().stream().filter(set -> set.size() > 1)
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray()).toList());
    }

    /** @return the sets of two and more rows with the same features, each ascending, by their first row */
    public List<int[]> sets() {
        return sets;
    }

    /** @return the rows that are left when each set becomes its first row, ascending */
    public int[] distinctRows() {
        final boolean[] later = new boolean[rows];
        sets.forEach(set -> Arrays.stream(set).skip(1).forEach(row -> later[row] = true));
        return IntStream.range(0, rows).filter(row -> !later[row]).toArray();
    }

    /**
     * Duplicates whose values differ in any task. Bounds conflict with values, and with each other, if no true value
     * fits both.
     *
     * @param sets number of sets
     * @param rows number of rows in them
     * @param task the first task found with a conflict
     * @param lowest the row with the lowest value of the set whose values of the task are furthest apart
     * @param highest the row with its highest value
     */
    public record Conflicts(int sets, int rows, int task, int lowest, int highest) {

        /**
         * @param targets those that conflict
         * @param rowNames what the user calls a row
         * @return a sentence with the counts and the two rows of one set that are furthest apart
         */
        public String sentence(final Targets targets, final IntFunction<String> rowNames) {
            final Task what = targets.tasks().get(task);
            final String where = targets.tasks().size() == 1 ? "" : " in '" + what.name() + "'";
            return String.format(Locale.ENGLISH, "%,d rows have the same features as others but another value, in %,d "
                + "set%s; %s %s (%s) and %s (%s).", rows, sets, sets == 1 ? "" : "s",
                what.isNumber() ? "furthest apart" + where + " are" : "for example" + where, rowNames.apply(lowest),
                text(targets, lowest), rowNames.apply(highest), text(targets, highest));
        }

        private String text(final Targets targets, final int row) {
            final double value = targets.value(row, task);
            final Task what = targets.tasks().get(task);
            final Relation relation = targets.relation(row, task);
            return what.isNumber() ? (relation == Relation.EQUAL ? "" : relation.sign()) + value
                : what.classes().get((int)value);
        }
    }

    /**
     * @param targets of all rows
     * @return the sets whose values differ; empty if there are none
     */
    public Optional<Conflicts> conflicts(final Targets targets) {
        int count = 0;
        int members = 0;
        int widestTask = -1;
        int[] widest = null;
        for (final int[] set : sets) {
            boolean conflicting = false;
            for (int task = 0; task < targets.tasks().size(); task++) {
                final int[] ends = ends(set, targets, task);
                if (width(targets, task, ends) > 0) {
                    conflicting = true;
                    if (widest == null
                        || task == widestTask && width(targets, task, ends) > width(targets, task, widest)) {
                        widestTask = task;
                        widest = ends;
                    }
                }
            }
            count += conflicting ? 1 : 0;
            members += conflicting ? set.length : 0;
        }
        return widest == null ? Optional.empty()
            : Optional.of(new Conflicts(count, members, widestTask, widest[0], widest[1]));
    }

    /** How far the true values of two rows are apart at least; not above 0 if they may be the same. */
    private static double width(final Targets targets, final int task, final int[] ends) {
        return ends == null ? 0 : atLeast(targets, ends[1], task) - atMost(targets, ends[0], task);
    }

    private static double atLeast(final Targets targets, final int row, final int task) {
        return targets.relation(row, task) == Relation.BELOW ? Double.NEGATIVE_INFINITY : targets.value(row, task);
    }

    private static double atMost(final Targets targets, final int row, final int task) {
        return targets.relation(row, task) == Relation.ABOVE ? Double.POSITIVE_INFINITY : targets.value(row, task);
    }

    /** The rows whose true values are at most the lowest and at least the highest; null if no row has a value. */
    private static int[] ends(final int[] set, final Targets targets, final int task) {
        int[] ends = null;
        for (final int row : targets.rowsWith(task, set)) {
            ends = ends == null ? new int[]{row, row} : ends;
            ends[0] = atMost(targets, row, task) < atMost(targets, ends[0], task) ? row : ends[0];
            ends[1] = atLeast(targets, row, task) > atLeast(targets, ends[1], task) ? row : ends[1];
        }
        return ends;
    }
}

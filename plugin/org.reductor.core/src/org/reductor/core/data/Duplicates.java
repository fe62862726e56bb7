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
        /** They become one row with the mean of their values. */
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
     * @param values one a row; NaN for none
     * @return for each of {@link #distinctRows()} the mean of the values that it and its duplicates have; NaN if none
     */
    public double[] means(final double[] values) {
        final double[] means = values.clone();
        for (final int[] set : sets) {
            means[set[0]] = Arrays.stream(set).mapToDouble(row -> values[row]).filter(value -> !Double.isNaN(value))
                .average().orElse(Double.NaN);
        }
        return Arrays.stream(distinctRows()).mapToDouble(row -> means[row]).toArray();
    }

    /**
     * Duplicates whose values differ.
     *
     * @param sets number of sets
     * @param rows number of rows in them
     * @param lowest the row with the lowest value of the set whose values are furthest apart
     * @param highest the row with its highest value
     */
    public record Conflicts(int sets, int rows, int lowest, int highest) {

        /**
         * @param values those that conflict
         * @param rowNames what the user calls a row
         * @return a sentence with the counts and the two rows of one set that are furthest apart
         */
        public String sentence(final double[] values, final IntFunction<String> rowNames) {
            return String.format(Locale.ENGLISH, "%,d rows have the same features as others but another value, in %,d "
                + "set%s; furthest apart are %s (%s) and %s (%s).", rows, sets, sets == 1 ? "" : "s",
                rowNames.apply(lowest), values[lowest], rowNames.apply(highest), values[highest]);
        }
    }

    /**
     * @param values one a row; NaN for none
     * @return the sets whose values differ; empty if there are none
     */
    public Optional<Conflicts> conflicts(final double[] values) {
        int count = 0;
        int members = 0;
        int[] widest = null;
        for (final int[] set : sets) {
            final int[] ends = ends(set, values);
            if (ends != null && values[ends[0]] < values[ends[1]]) {
                count++;
                members += set.length;
                widest = widest == null || width(values, ends) > width(values, widest) ? ends : widest;
            }
        }
        return widest == null ? Optional.empty() : Optional.of(new Conflicts(count, members, widest[0], widest[1]));
    }

    private static double width(final double[] values, final int[] ends) {
        return values[ends[1]] - values[ends[0]];
    }

    /** The rows with the lowest and the highest value of a set; null if no row of it has one. */
    private static int[] ends(final int[] set, final double[] values) {
        int[] ends = null;
        for (final int row : set) {
            if (!Double.isNaN(values[row])) {
                ends = ends == null ? new int[]{row, row} : ends;
                ends[0] = values[row] < values[ends[0]] ? row : ends[0];
                ends[1] = values[row] > values[ends[1]] ? row : ends[1];
            }
        }
        return ends;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a {@link Dataset} divided into a hold-out and k folds.
 *
 * <p>The hold-out is outside all folds and decides which round of a run wins. That cannot be left to the validation
 * rows of the folds: the mask is shared by all folds and so carries each fold's validation rows into the others'
 * choice.
 *
 * @param holdOut rows that no network is trained or stopped on
 * @param folds the folds; their validation rows are disjoint and cover everything but the hold-out
 */
public record DataSplit(int[] holdOut, List<Fold> folds) {

    /**
     * The rows of one fold.
     *
     * @param training rows that the fold's networks learn from
     * @param validation rows that only decide when training stops
     */
    public record Fold(int[] training, int[] validation) {
    }

    /**
     * Splits the rows 0..rows-1 by a seeded shuffle.
     *
     * @param rows number of rows
     * @param holdOutFraction share of the rows for the hold-out, above 0 and below 1
     * @param folds number of folds, at least 2
     * @param seed seed of the shuffle
     * @return the split; equal arguments give equal splits
     * @throws IllegalArgumentException if there are too few rows for the folds, saying how many are needed
     */
    public static DataSplit of(final int rows, final double holdOutFraction, final int folds, final long seed) {
        if (!(holdOutFraction > 0 && holdOutFraction < 1)) {
            throw new IllegalArgumentException("The hold-out share is " + holdOutFraction
                + "; it must be above 0 and below 1.");
        }
        return split(rows, (int)Math.max(2, Math.round(rows * holdOutFraction)), folds, seed);
    }

    /**
     * Splits the rows into folds only, for runs whose rounds are judged on a table of its own.
     *
     * @param rows number of rows
     * @param folds number of folds, at least 2
     * @param seed seed of the shuffle
     * @return the split, whose hold-out is empty
     * @throws IllegalArgumentException if there are too few rows for the folds, saying how many are needed
     */
    public static DataSplit withoutHoldOut(final int rows, final int folds, final long seed) {
        return split(rows, 0, folds, seed);
    }

    private static DataSplit split(final int rows, final int held, final int folds, final long seed) {
        if (folds < 2) {
            throw new IllegalArgumentException("The number of folds is " + folds + "; it must be at least 2.");
        }
        final int left = rows - held;
        if (left < folds) {
            throw new IllegalArgumentException("There are only " + rows + " usable rows: " + held
                + " for the hold-out leave " + Math.max(left, 0) + ", too few for " + folds
                + " folds. Give the node more rows, or choose fewer folds.");
        }
        final int[] order = Shuffle.inPlace(IntStream.range(0, rows).toArray(), seed);
        final int[] rest = Arrays.copyOfRange(order, held, rows);
        final List<Fold> parts = IntStream.range(0, folds).mapToObj(fold -> fold(rest, fold, folds)).toList();
        return new DataSplit(sorted(Arrays.copyOf(order, held)), parts);
    }

    /** @return all rows that are in the folds, ascending */
    public int[] foldRows() {
        return folds.stream().flatMapToInt(fold -> Arrays.stream(fold.validation())).sorted().toArray();
    }

    private static Fold fold(final int[] rest, final int fold, final int folds) {
        final int from = (int)((long)rest.length * fold / folds);
        final int to = (int)((long)rest.length * (fold + 1) / folds);
        final int[] training = new int[rest.length - (to - from)];
        System.arraycopy(rest, 0, training, 0, from);
        System.arraycopy(rest, to, training, from, rest.length - to);
        return new Fold(sorted(training), sorted(Arrays.copyOfRange(rest, from, to)));
    }

    private static int[] sorted(final int[] rows) {
        Arrays.sort(rows);
        return rows;
    }
}

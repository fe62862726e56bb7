/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a {@link Dataset} divided into k folds, with or without a hold-out.
 *
 * <p>Rows that judge the rounds of a run must have no part in its networks. A hold-out is outside all folds, and serves
 * where all folds share a mask: the mask carries each fold's validation rows into the others' choice. Where each fold
 * has a mask of its own, each has judges of its own instead, so that every row judges one network that has not seen it.
 *
 * @param holdOut rows that no network is trained or stopped on
 * @param folds the folds; their validation rows are disjoint and cover everything but the hold-out, and so do their
 *            judging rows if they have any
 */
public record DataSplit(int[] holdOut, List<Fold> folds) {

    /** Fewer parts leave none to learn from, besides one to judge by and one to stop on. */
    public static final int LEAST_OUT_OF_FOLD = 3;

    /** So many folds, and each multiple of it, give every row a network to judge. */
    private static final int FOLDS_A_JUDGE = 8;

    /**
     * The rows of one fold.
     *
     * @param training rows that the fold's networks learn from
     * @param validation rows that only decide when training stops
     * @param judging rows that the fold's networks do not see and are judged by; empty if others judge
     */
    public record Fold(int[] training, int[] validation, int[] judging) {
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
        return of(rows, holdOutFraction, folds, seed, null, List.of());
    }

    /**
     * Splits the rows 0..rows-1 so that groups stay together and strata are spread evenly, else by chance. Sizes are
     * those of {@link #of(int, double, int, long)} as far as the groups permit.
     *
     * @param rows number of rows
     * @param holdOutFraction share of the rows for the hold-out, above 0 and below 1
     * @param folds number of folds, at least 2
     * @param seed seed of everything random
     * @param groups which rows stay on one side, in the hold-out or in one fold's validation rows; null if all may part
     * @param strata for each task the stratum of each row, see {@link Strata}; empty for none
     * @return the split; equal arguments give equal splits, and without groups and strata it is that of
     *         {@link #of(int, double, int, long)}
     * @throws IllegalArgumentException if there are too few rows or groups for the folds, or a group is too large; the
     *             message names the group, its rows and what to do
     */
    public static DataSplit of(final int rows, final double holdOutFraction, final int folds, final long seed,
        final RowGroups groups, final List<int[]> strata) {
        if (!(holdOutFraction > 0 && holdOutFraction < 1)) {
            throw new IllegalArgumentException("The hold-out share is " + holdOutFraction
                + "; it must be above 0 and below 1.");
        }
        final int held = (int)Math.max(BalancedSplit.LEAST_HOLD_OUT, Math.round(rows * holdOutFraction));
        return ofParts(parts(rows, held, folds, seed, groups, strata));
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
        return withoutHoldOut(rows, folds, seed, null, List.of());
    }

    /**
     * Splits the rows into folds only, so that groups stay together and strata are spread evenly.
     *
     * @param rows number of rows
     * @param folds number of folds, at least 2
     * @param seed seed of everything random
     * @param groups as in {@link #of(int, double, int, long, RowGroups, List)}
     * @param strata likewise
     * @return the split, whose hold-out is empty
     * @throws IllegalArgumentException likewise
     */
    public static DataSplit withoutHoldOut(final int rows, final int folds, final long seed, final RowGroups groups,
        final List<int[]> strata) {
        return ofParts(parts(rows, 0, folds, seed, groups, strata));
    }

    /**
     * Splits the rows into as many parts as folds, without a hold-out. Fold f is judged by an eighth of the parts (by
     * one if there are fewer), from part f on; it stops on the next one and learns from the others. So groups that stay
     * together are on one side in each fold, and with n folds each row judges max(1, n / 8) networks: the mean of two
     * or more tells of the ensemble, which errs less than its members do.
     *
     * @param rows number of rows
     * @param folds number of folds, at least {@link #LEAST_OUT_OF_FOLD}
     * @param seed seed of everything random
     * @param groups as in {@link #of(int, double, int, long, RowGroups, List)}
     * @param strata likewise
     * @return the split, in which all rows judge equally many folds
     * @throws IllegalArgumentException likewise
     */
    public static DataSplit outOfFold(final int rows, final int folds, final long seed, final RowGroups groups,
        final List<int[]> strata) {
        if (folds < LEAST_OUT_OF_FOLD) {
            throw new IllegalArgumentException("The number of folds is " + folds + "; it must be at least "
                + LEAST_OUT_OF_FOLD + " where out-of-fold rows judge: in each fold one part of the rows judges, one "
                + "decides when to stop, and the others are learned from. Choose more folds, or a hold-out.");
        }
        final List<int[]> parts = parts(rows, 0, folds, seed, groups, strata);
        parts.remove(0);
        final int judges = Math.max(1, folds / FOLDS_A_JUDGE);
        return new DataSplit(new int[0], IntStream.range(0, folds).mapToObj(fold -> {
            final int[] order = IntStream.range(fold, fold + folds).map(part -> part % folds).toArray();
            return new Fold(rows(parts, order, judges + 1, folds), parts.get(order[judges]),
                rows(parts, order, 0, judges));
        }).toList());
    }

    /** The rows of the parts that stand at {@code from .. to - 1} in an order, ascending. */
    private static int[] rows(final List<int[]> parts, final int[] order, final int from, final int to) {
        return sorted(Arrays.stream(order, from, to).mapToObj(parts::get).flatMapToInt(Arrays::stream).toArray());
    }

    /** The hold-out, which may be empty, and then one part a fold. */
    private static List<int[]> parts(final int rows, final int held, final int folds, final long seed,
        final RowGroups groups, final List<int[]> strata) {
        if (folds < 2) {
            throw new IllegalArgumentException("The number of folds is " + folds + "; it must be at least 2.");
        }
        final int left = rows - held;
        if (left < folds) {
            throw new IllegalArgumentException("There are only " + rows + " usable rows"
                + (held == 0 ? "" : ": " + held + " for the hold-out leave " + Math.max(left, 0)) + ", too few for "
                + folds + " folds. Give the node more rows, or choose fewer folds.");
        }
        requireRows("groups", groups == null ? rows : groups.rows(), rows);
        strata.forEach(task -> requireRows("strata", task.length, rows));
        final int[] sizes = new int[folds + 1];
        sizes[0] = held;
        for (int fold = 0; fold < folds; fold++) {
            sizes[fold + 1] = (int)((long)left * (fold + 1) / folds) - (int)((long)left * fold / folds);
        }
        return groups == null && strata.isEmpty() ? shuffled(sizes, seed)
            : new ArrayList<>(BalancedSplit.of(sizes, seed, groups, strata));
    }

    private static void requireRows(final String what, final int given, final int rows) {
        if (given != rows) {
            throw new IllegalArgumentException("There are " + what + " for " + given + " rows, but " + rows + " rows.");
        }
    }

    private static List<int[]> shuffled(final int[] sizes, final long seed) {
        final int[] order = Shuffle.inPlace(IntStream.range(0, Arrays.stream(sizes).sum()).toArray(), seed);
        final List<int[]> parts = new ArrayList<>();
        int from = 0;
        for (final int size : sizes) {
            parts.add(sorted(Arrays.copyOfRange(order, from, from + size)));
            from += size;
        }
        return parts;
    }

    /** The first part is the hold-out, the others are validation rows; all but its own are a fold's training rows. */
    private static DataSplit ofParts(final List<int[]> parts) {
        final List<int[]> validation = parts.subList(1, parts.size());
        return new DataSplit(parts.get(0), validation.stream().map(own -> new Fold(sorted(validation.stream()
            .filter(part -> part != own).flatMapToInt(Arrays::stream).toArray()), own, new int[0])).toList());
    }

    /** @return all rows that are in the folds, ascending */
    public int[] foldRows() {
        return folds.stream().flatMapToInt(fold -> Arrays.stream(fold.validation())).sorted().toArray();
    }

    private static int[] sorted(final int[] rows) {
        Arrays.sort(rows);
        return rows;
    }
}

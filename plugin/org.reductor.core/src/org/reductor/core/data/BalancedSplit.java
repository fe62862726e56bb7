/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Divides rows among a hold-out and folds so that groups stay together and strata are spread evenly.
 *
 * <p>Units (groups, or single rows where there are none) are dealt one by one, each to the part that lacks most of what
 * the unit brings: of rows as a whole and of each stratum of each task, as shares of all there are. Units that hold
 * much of a rare stratum or many rows come first; small ones fill the gaps. That is the greedy idea of iterative
 * stratification (Sechidis, Tsoumakas and Vlahavas, ECML PKDD 2011, LNCS 6913, 145-158), which serves several tasks
 * with gaps, and of scikit-learn's {@code StratifiedGroupKFold}. Groups too large for the hold-out end up in the folds.
 * Everything else is drawn by the seed.
 */
final class BalancedSplit {

    /** Fewer rows cannot tell a good round from a bad one. */
    static final int LEAST_HOLD_OUT = 2;

    private final int rows;
    private final List<int[]> strata;
    private final int[][] totals;
    private final List<Part> parts = new ArrayList<>();

    private BalancedSplit(final int rows, final List<int[]> strata) {
        this.rows = rows;
        this.strata = strata;
        totals = strata.stream().map(task -> {
            final int[] count = new int[Arrays.stream(task).max().orElse(0) + 1];
            Arrays.stream(task).filter(stratum -> stratum >= 0).forEach(stratum -> count[stratum]++);
            return count;
        }).toArray(int[][]::new);
    }

    /** The hold-out or the validation rows of a fold, while it is being filled. */
    private final class Part {

        private final int capacity;
        private final int least;
        private final int[][] counts = Arrays.stream(totals).map(total -> new int[total.length]).toArray(int[][]::new);
        private final List<int[]> units = new ArrayList<>();
        private int size;

        private Part(final int capacity, final int least) {
            this.capacity = capacity;
            this.least = least;
        }

        private void add(final int[] unit) {
            units.add(unit);
            size += unit.length;
            for (final int row : unit) {
                for (int task = 0; task < counts.length; task++) {
                    final int stratum = strata.get(task)[row];
                    if (stratum >= 0) {
                        counts[task][stratum]++;
                    }
                }
            }
        }

        /**
         * How much of what the unit brings is still lacking here: rows of its strata, and as much rows of any kind, so
         * that rounding to whole rows does not add up over the strata. Lacking rows count by the share that they are
         * of their stratum.
         */
        private double lack(final int[] unit) {
            final double share = (double)capacity / rows;
            final int lackingRows = capacity - size;
            double lack = 0;
            for (final int row : unit) {
                lack += (double)lackingRows / rows;
                for (int task = 0; task < counts.length; task++) {
                    final int stratum = strata.get(task)[row];
                    if (stratum >= 0) {
                        final int total = totals[task][stratum];
                        lack += (share * total - counts[task][stratum] + lackingRows) / total;
                    }
                }
            }
            return lack;
        }

        private int missing() {
            return Math.max(0, least - size);
        }

        private int[] sortedRows() {
            return units.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        }
    }

    /**
     * @param capacities rows wanted in the hold-out (0 for none) and then in each fold, the number of rows together
     * @param seed seed of everything that is not decided by balance
     * @param groups which rows stay together; null if all may part
     * @param strata for each task the stratum of each row, negative for none
     * @return the rows of each part, ascending
     * @throws IllegalArgumentException if the groups are too few or one is too large, naming it
     */
    static List<int[]> of(final int[] capacities, final long seed, final RowGroups groups, final List<int[]> strata) {
        final int rows = Arrays.stream(capacities).sum();
        final BalancedSplit split = new BalancedSplit(rows, strata);
        final List<int[]> units =
            groups == null ? IntStream.range(0, rows).mapToObj(row -> new int[]{row}).toList() : groups.members();
        for (int i = 0; i < capacities.length; i++) {
            split.parts.add(split.new Part(capacities[i], i > 0 ? 1 : Math.min(capacities[0], LEAST_HOLD_OUT)));
        }
        if (groups != null) {
            requirePossible(groups, units, capacities);
        }
        split.deal(split.order(units, seed), seed);
        if (split.parts.stream().anyMatch(part -> part.missing() > 0)) {
            throw tooFew(groups, units, capacities);
        }
        return split.parts.stream().map(Part::sortedRows).toList();
    }

    /** Units in the order in which they are dealt: those that matter most for the balance first, equals shuffled. */
    private List<int[]> order(final List<int[]> units, final long seed) {
        final int[] shuffled = Shuffle.inPlace(IntStream.range(0, units.size()).toArray(), seed);
        final double[] weights = units.stream().mapToDouble(this::weight).toArray();
        return Arrays.stream(shuffled).boxed().sorted(Comparator.comparingDouble(unit -> -weights[unit]))
            .map(units::get).toList();
    }

    /** The shares that a unit holds of all rows and of its strata. */
    private double weight(final int[] unit) {
        double weight = (double)unit.length / rows;
        for (final int row : unit) {
            for (int task = 0; task < totals.length; task++) {
                final int stratum = strata.get(task)[row];
                weight += stratum < 0 ? 0 : 1.0 / totals[task][stratum];
            }
        }
        return weight;
    }

    private void deal(final List<int[]> units, final long seed) {
        // Of parts that lack equally much the first in this order is filled.
        final List<Part> drawn = Arrays.stream(Shuffle.inPlace(IntStream.range(0, parts.size()).toArray(), ~seed))
            .mapToObj(parts::get).filter(part -> part.capacity > 0).toList();
        int left = units.size();
        for (final int[] unit : units) {
            // The last units are for parts that would otherwise stay empty.
            final boolean urgent = left-- <= parts.stream().mapToInt(Part::missing).sum();
            final List<Part> open = drawn.stream()
                .filter(part -> urgent ? part.missing() > 0 : part.size + unit.length <= part.capacity).toList();
            // Parts fill in proportion to their room. What fits nowhere does least harm where most rows are lacking.
            (open.isEmpty() ? best(drawn, part -> part.lack(unit))
                : best(open, part -> part.lack(unit) / part.capacity)).add(unit);
        }
    }

    /** The part with the largest number, the first of several. */
    private static Part best(final List<Part> parts, final ToDoubleFunction<Part> number) {
        return parts.stream().reduce((a, b) -> number.applyAsDouble(b) > number.applyAsDouble(a) ? b : a).orElseThrow();
    }

    private static void requirePossible(final RowGroups groups, final List<int[]> units, final int[] capacities) {
        if (units.size() < Arrays.stream(capacities).filter(capacity -> capacity > 0).count()) {
            throw tooFew(groups, units, capacities);
        }
        final int[] largest = largest(units);
        if (2 * largest.length > groups.rows()) {
            throw new IllegalArgumentException("The group '" + groups.name(groups.of(largest[0])) + "' has "
                + largest.length + " of " + groups.rows() + " rows, more than half: the fold that it goes to would "
                + "learn from less than what it is judged by. Choose a finer grouping, or let the folds split groups.");
        }
    }

    private static IllegalArgumentException tooFew(final RowGroups groups, final List<int[]> units,
        final int[] capacities) {
        final int[] largest = largest(units);
        return new IllegalArgumentException("There are only " + units.size() + " groups in " + groups.rows()
            + " rows, too few for " + (capacities.length - 1) + " folds" + (capacities[0] > 0 ? " and a hold-out of at "
                + "least " + LEAST_HOLD_OUT + " rows" : "") + ", of which each needs groups of its own; the largest, '"
            + groups.name(groups.of(largest[0])) + "', has " + largest.length
            + " rows. Choose a finer grouping or fewer folds, or let the folds split groups.");
    }

    private static int[] largest(final List<int[]> units) {
        return units.stream().max(Comparator.comparingInt(unit -> unit.length)).orElseThrow();
    }
}

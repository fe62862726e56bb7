/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows that are left when all with the same features become one, and what each of them is to predict. Per task:
 * <ul>
 * <li>of numbers the mean of the exact values; where all are bounds on the same side, the mean of the bounds, as such a
 * bound; bounds on both sides say too little, so there is no value;</li>
 * <li>of classes the one that most rows have; none, if several are as frequent.</li>
 * </ul>
 * Rows without a value do not count, rows that weigh more count more, and the new row weighs as much as they do on
 * average. A row that has no value of any task is left out.
 *
 * @param rows the first row of each set and the rows that are like no other, ascending
 * @param targets one row for each of them
 */
public record DistinctRows(int[] rows, Targets targets) {

    /**
     * @param duplicates which rows have the same features
     * @param targets of all rows
     * @return the distinct rows
     */
    public static DistinctRows of(final Duplicates duplicates, final Targets targets) {
        final Map<Integer, int[]> sets = new HashMap<>();
        duplicates.sets().forEach(set -> sets.put(set[0], set));
        final Targets.Builder merged = Targets.builder(targets.tasks());
        final int[] distinct = duplicates.distinctRows();
        int count = 0;
        for (final int row : distinct) {
            if (merge(targets, sets.getOrDefault(row, new int[]{row}), merged)) {
                distinct[count++] = row;
            }
        }
        return new DistinctRows(Arrays.copyOf(distinct, count), merged.build());
    }

    /** Adds one row for all of a set; returns false, and adds nothing, if no value is left. */
    private static boolean merge(final Targets targets, final int[] set, final Targets.Builder merged) {
        final double[] values = new double[targets.tasks().size()];
        final Relation[] relations = new Relation[values.length];
        boolean any = false;
        for (int task = 0; task < values.length; task++) {
            final int[] rows = targets.rowsWith(task, set);
            relations[task] = relation(targets, task, rows);
            values[task] = targets.tasks().get(task).isNumber() ? number(targets, task, rows, relations[task])
                : mostFrequent(targets, task, rows);
            relations[task] = Double.isNaN(values[task]) ? Relation.EQUAL : relations[task];
            any |= !Double.isNaN(values[task]);
        }
        if (any) {
            merged.add(values, relations, Arrays.stream(set).mapToDouble(targets::weight).average().orElseThrow());
        }
        return any;
    }

    /** The relation of the values that count: those that say most, which are exact ones where there are any. */
    private static Relation relation(final Targets targets, final int task, final int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> targets.relation(row, task)).min(Relation::compareTo)
            .orElse(Relation.EQUAL);
    }

    private static double number(final Targets targets, final int task, final int[] rows, final Relation relation) {
        double sum = 0;
        double weights = 0;
        for (final int row : rows) {
            if (targets.relation(row, task) == relation) {
                sum += targets.weight(row) * targets.value(row, task);
                weights += targets.weight(row);
            } else if (relation != Relation.EQUAL) {
                return Double.NaN; // bounds on both sides
            }
        }
        return sum / weights; // not a number without rows
    }

    private static double mostFrequent(final Targets targets, final int task, final int[] rows) {
        final double[] weights = new double[targets.tasks().get(task).classes().size()];
        for (final int row : rows) {
            weights[(int)targets.value(row, task)] += targets.weight(row);
        }
        int best = 0;
        boolean tie = true; // nothing is as frequent as nothing
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > weights[best] || i == 0 && weights[0] > 0) {
                best = i;
                tie = false;
            } else if (weights[i] == weights[best]) {
                tie = true;
            }
        }
        return tie ? Double.NaN : best;
    }
}

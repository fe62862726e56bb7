/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;

/** Whether there is anything to learn from targets: where all values are the same, or there is none, there is not. */
public final class Learnability {

    private Learnability() {
    }

    /**
     * Checks that every task can be learned from these rows.
     *
     * @throws IllegalArgumentException if a task has no value at all, a constant number or a single class, naming it
     *             and the remedy
     */
    static void require(final Targets targets) {
        for (int task = 0; task < targets.tasks().size(); task++) {
            require(targets, task);
        }
    }

    private static void require(final Targets targets, final int task) {
        int count = 0;
        double first = Double.NaN;
        boolean constant = true;
        for (int row = 0; row < targets.rows(); row++) {
            if (targets.present(row, task)) {
                first = count++ == 0 ? targets.value(row, task) : first;
                constant &= targets.value(row, task) == first && targets.relation(row, task) == Relation.EQUAL;
            }
        }
        final Task what = targets.tasks().get(task);
        // A task of its own is called "the target", as long as there is only one.
        final String name = targets.tasks().size() == 1 ? "The target" : "The target '" + what.name() + "'";
        if (count == 0 && targets.rows() > 0) {
            throw new IllegalArgumentException(name + " has no value in any of the " + targets.rows()
                + " rows, so there is nothing to learn. Leave it out, or give it values.");
        }
        if (count > 1 && constant) {
            throw new IllegalArgumentException(name + " is constant: all " + count + " rows have the "
                + what.phrase(first) + ", so there is nothing to learn. Choose another target column.");
        }
    }

    /**
     * @param targets the targets
     * @param among the rows to learn from
     * @throws IllegalArgumentException if the numbers of a task hardly differ in these rows: the squares of such errors
     *             would vanish
     */
    public static void requireSpread(final Targets targets, final int[] among) {
        for (int task = 0; task < targets.tasks().size(); task++) {
            final Task what = targets.tasks().get(task);
            final double deviation = targets.moments(task, among)[1];
            if (what.isNumber() && deviation < Limits.LEAST_DEVIATION) {
                throw new IllegalArgumentException("The standard deviation of the target is " + deviation
                    + " in the rows to learn from, and at least " + Limits.LEAST_DEVIATION + " can be computed with ('"
                    + what.name() + "'). Give the target in other units, or choose another target column.");
            }
        }
    }

    /**
     * @param targets the targets
     * @param among rows that one fold learns from
     * @param fold which fold, for the message
     * @throws IllegalArgumentException if a task has no value, or only one, in these rows, naming it and the remedy
     */
    public static void requireVaried(final Targets targets, final int[] among, final String fold) {
        for (int task = 0; task < targets.tasks().size(); task++) {
            final int at = task;
            final double[] values =
                Arrays.stream(targets.rowsWith(task, among)).mapToDouble(row -> targets.value(row, at)).toArray();
            if (Arrays.stream(values).distinct().count() < 2) {
                final Task what = targets.tasks().get(task);
                throw new IllegalArgumentException("The " + among.length + " rows that " + fold + " learns from "
                    + (values.length == 0 ? "have no value of '" + what.name() + "'"
                        : "all have the same value of '" + what.name() + "', "
                            + (what.isNumber() ? values[0] : "'" + what.classes().get((int)values[0]) + "'"))
                    + ", so there is nothing to learn from them. Spread values evenly over the folds, choose more "
                    + "folds, give the node more rows, or let a hold-out judge, where the folds share more rows.");
            }
        }
    }
}

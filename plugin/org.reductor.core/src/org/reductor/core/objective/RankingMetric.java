/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

import java.util.Arrays;

/**
 * A metric of how well a class is ranked before the others: for two classes that of the second, for more the mean over
 * the classes, each against the rest. Weights do not count.
 */
abstract class RankingMetric implements Metric {

    @Override
    public final boolean higherIsBetter() {
        return true;
    }

    @Override
    public final boolean fits(final Task task) {
        return !task.isNumber();
    }

    @Override
    public final double score(final Judged judged, final int[] rows) {
        final int[] used = Arrays.stream(rows).filter(judged::present).toArray();
        final int first = judged.task().isBinary() ? 1 : 0;
        double sum = 0;
        int classes = 0;
        for (int c = first; c < judged.task().classes().size(); c++) {
            final double[] probabilities = new double[used.length];
            final boolean[] members = new boolean[used.length];
            int positives = 0;
            for (int i = 0; i < used.length; i++) {
                probabilities[i] = judged.probability(used[i], c);
                members[i] = judged.value(used[i]) == c;
                positives += members[i] ? 1 : 0;
            }
            // A class that these rows lack, or that is all of them, cannot be ranked.
            if (positives > 0 && positives < used.length) {
                sum += score(probabilities, members, positives);
                classes++;
            }
        }
        return classes == 0 ? Double.NaN : sum / classes;
    }

    /** The score of one class, which {@code positives} rows, but not all, belong to. */
    abstract double score(double[] probabilities, boolean[] members, int positives);
}

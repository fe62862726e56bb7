/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/**
 * Average precision: the precision at each threshold, weighted by the recall that it gains (as scikit-learn's; no
 * interpolation).
 */
final class AveragePrecision extends RankingMetric {

    @Override
    public String id() {
        return "AVERAGE_PRECISION";
    }

    @Override
    public String label() {
        return "Average precision";
    }

    @Override
    double score(final double[] probabilities, final boolean[] members, final int positives) {
        final int[] order = Ranks.order(probabilities);
        double sum = 0;
        int found = 0;
        int i = order.length - 1;
        while (i >= 0) {
            // Rows with equal probabilities pass a threshold together.
            final double threshold = probabilities[order[i]];
            int gained = 0;
            for (; i >= 0 && probabilities[order[i]] == threshold; i--) {
                gained += members[order[i]] ? 1 : 0;
            }
            found += gained;
            sum += (double)gained / positives * found / (order.length - 1 - i);
        }
        return sum;
    }
}

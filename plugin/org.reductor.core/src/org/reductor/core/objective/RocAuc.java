/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/**
 * Area under the receiver operating characteristic: the chance that a row of the class gets a higher probability than
 * another; equal ones count half (Mann and Whitney 1947).
 */
final class RocAuc extends RankingMetric {

    @Override
    public String id() {
        return "ROC_AUC";
    }

    @Override
    public String label() {
        return "ROC AUC";
    }

    @Override
    double score(final double[] probabilities, final boolean[] members, final int positives) {
        final double[] ranks = Ranks.of(probabilities);
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += members[i] ? ranks[i] : 0;
        }
        final double pairs = (double)positives * (ranks.length - positives);
        return (sum - positives * (positives + 1.0) / 2) / pairs;
    }
}

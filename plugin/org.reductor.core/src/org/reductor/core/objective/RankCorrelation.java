/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.Arrays;

/** Spearman's rank correlation between predicted and true numbers. Bounds and weights do not count. */
final class RankCorrelation extends ExactNumberMetric {

    @Override
    public String id() {
        return "SPEARMAN";
    }

    @Override
    public String label() {
        return "Spearman";
    }

    @Override
    public double score(final Judged judged, final int[] rows) {
        final int[] used = Arrays.stream(rows).filter(row -> counts(judged, row)).toArray();
        final double[] predicted = Ranks.of(Arrays.stream(used).mapToDouble(judged::prediction).toArray());
        final double[] actual = Ranks.of(Arrays.stream(used).mapToDouble(judged::value).toArray());
        final double mean = (used.length + 1) / 2.0;
        double both = 0;
        double ofPredicted = 0;
        double ofActual = 0;
        for (int i = 0; i < used.length; i++) {
            both += (predicted[i] - mean) * (actual[i] - mean);
            ofPredicted += (predicted[i] - mean) * (predicted[i] - mean);
            ofActual += (actual[i] - mean) * (actual[i] - mean);
        }
        return ofPredicted > 0 && ofActual > 0 ? both / Math.sqrt(ofPredicted * ofActual) : Double.NaN;
    }
}

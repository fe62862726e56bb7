/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** R2, the coefficient of determination: 1 - residual / total sum of squares. Bounds do not count. */
final class CoefficientOfDetermination extends ExactNumberMetric {

    @Override
    public String id() {
        return "R2";
    }

    @Override
    public String label() {
        return "R2";
    }

    @Override
    public double score(final Judged judged, final int[] rows) {
        double sum = 0;
        double weights = 0;
        for (final int row : rows) {
            if (counts(judged, row)) {
                sum += judged.weight(row) * judged.value(row);
                weights += judged.weight(row);
            }
        }
        final double mean = sum / weights;
        double residual = 0;
        double total = 0;
        for (final int row : rows) {
            if (counts(judged, row)) {
                final double distance = judged.value(row) - mean;
                residual += judged.weight(row) * judged.error(row) * judged.error(row);
                total += judged.weight(row) * distance * distance;
            }
        }
        return total > 0 ? 1 - residual / total : Double.NaN;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/**
 * A metric that is the weighted mean of a loss of each row, or the root of that mean; less is better. The proper scores
 * are of this kind.
 */
public abstract class RowMetric implements Metric {

    @Override
    public final boolean higherIsBetter() {
        return false;
    }

    /**
     * @param judged predictions
     * @param row one of their rows, which counts
     * @return its loss, not negative
     */
    abstract double loss(Judged judged, int row);

    /**
     * @param mean mean loss of rows
     * @return their score
     */
    public double ofMean(final double mean) {
        return mean;
    }

    /**
     * @param judged predictions
     * @return the loss of each row; NaN for rows that do not count
     */
    public final double[] losses(final Judged judged) {
        final double[] losses = new double[judged.rows()];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = counts(judged, row) ? loss(judged, row) : Double.NaN;
        }
        return losses;
    }

    @Override
    public final double score(final Judged judged, final int[] rows) {
        double sum = 0;
        double weights = 0;
        for (final int row : rows) {
            if (counts(judged, row)) {
                final double weight = judged.weight(row);
                sum += weight * loss(judged, row);
                weights += weight;
            }
        }
        return ofMean(sum / weights);
    }
}

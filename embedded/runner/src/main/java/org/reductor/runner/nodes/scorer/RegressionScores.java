/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

/** Scores of a regression, by the same formulas and in the same order of additions as KNIME's Numeric Scorer. */
record RegressionScores(double r2, double meanAbsoluteError, double meanSquaredError, double rootMeanSquaredError,
    double meanSignedDifference, double meanAbsolutePercentageError, double adjustedR2) {

    /** A mean that is updated value by value, which rounds as KNIME's does. */
    private static final class RunningMean {
        private long count;

        private double mean = Double.NaN;

        void add(final double value) {
            mean = count == 0 ? 0 : mean;
            count++;
            mean += (value - mean) / count;
        }
    }

    /** @param rows for the adjusted R2; KNIME counts those with a missing reference too */
    static RegressionScores of(final double[] reference, final double[] predicted, final long rows) {
        final RunningMean observed = new RunningMean();
        final RunningMean absolute = new RunningMean();
        final RunningMean squared = new RunningMean();
        final RunningMean signed = new RunningMean();
        final RunningMean percentage = new RunningMean();
        boolean zero = false;
        for (int i = 0; i < reference.length; i++) {
            final double error = reference[i] - predicted[i];
            observed.add(reference[i]);
            absolute.add(Math.abs(error));
            squared.add(error * error);
            signed.add(predicted[i] - reference[i]);
            zero |= reference[i] == 0;
            percentage.add(Math.abs(error) / Math.abs(reference[i]));
        }
        double total = 0;
        double residual = 0;
        for (int i = 0; i < reference.length; i++) {
            total += (reference[i] - observed.mean) * (reference[i] - observed.mean);
            residual += (reference[i] - predicted[i]) * (reference[i] - predicted[i]);
        }
        final double r2 = 1 - residual / total;
        final double adjusted = 1 - (1 - r2) * (rows - 1) / (rows - 1); // the number of predictors is 0
        return new RegressionScores(r2, absolute.mean, squared.mean, Math.sqrt(squared.mean), signed.mean,
            zero ? Double.NaN : percentage.mean, adjusted);
    }
}

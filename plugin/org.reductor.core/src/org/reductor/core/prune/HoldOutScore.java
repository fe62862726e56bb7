/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.network.Predictor;
import org.reductor.core.train.Seeds;

import java.util.Arrays;
import java.util.Random;

/**
 * How well an ensemble predicts the hold-out.
 *
 * @param errors prediction minus target of each hold-out row, in the user's units
 * @param singleRmse mean over the networks of each network's own root mean squared error
 */
public record HoldOutScore(double[] errors, double singleRmse) {

    private static final int RESAMPLES = 1000;

    /**
     * Scores an ensemble.
     *
     * @param predictor the ensemble
     * @param data the data set
     * @param rows the hold-out rows
     * @return the score
     */
    static HoldOutScore of(final Predictor predictor, final Dataset data, final int[] rows) {
        final double[] errors = new double[rows.length];
        final double[] squared = new double[predictor.members()];
        final double[] predictions = new double[predictor.members()];
        for (int i = 0; i < rows.length; i++) {
            final double target = data.targets()[rows[i]];
            predictor.predict(data.features().rowColumns(rows[i]), data.features().rowValues(rows[i]), predictions);
            errors[i] = Predictor.mean(predictions) - target;
            for (int n = 0; n < predictions.length; n++) {
                squared[n] += (predictions[n] - target) * (predictions[n] - target);
            }
        }
        return new HoldOutScore(errors,
            Arrays.stream(squared).map(sum -> Math.sqrt(sum / rows.length)).average().orElseThrow());
    }

    /** @return root mean squared error of the ensemble */
    public double rmse() {
        double sum = 0;
        for (final double error : errors) {
            sum += error * error;
        }
        return Math.sqrt(sum / errors.length);
    }

    /**
     * The standard error of the difference between two root mean squared errors on the same rows: the standard
     * deviation of that difference over 1,000 bootstrap samples of the rows (Efron and Tibshirani 1993). Pairing takes
     * out what both ensembles find hard.
     *
     * @param other the score to compare with
     * @param seed seed of the resampling
     * @return the standard error, in the user's units; 0 if the errors are equal
     */
    public double standardErrorOfDifference(final HoldOutScore other, final long seed) {
        final Random random = new Random(Seeds.derive(seed));
        final int rows = errors.length;
        double sum = 0;
        double sumOfSquares = 0;
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double mine = 0;
            double others = 0;
            for (int i = 0; i < rows; i++) {
                final int row = random.nextInt(rows);
                mine += errors[row] * errors[row];
                others += other.errors[row] * other.errors[row];
            }
            final double difference = Math.sqrt(mine / rows) - Math.sqrt(others / rows);
            sum += difference;
            sumOfSquares += difference * difference;
        }
        final double mean = sum / RESAMPLES;
        return Math.sqrt(Math.max(0, sumOfSquares / RESAMPLES - mean * mean));
    }
}

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
        final int members = predictor.members();
        final double[] errors = new double[rows.length];
        final double[] squared = new double[members];
        final double[] predictions = new double[members];
        for (int i = 0; i < rows.length; i++) {
            final double target = data.targets()[rows[i]];
            predictor.predict(data.features(), rows[i], rows[i] + 1, predictions);
            errors[i] = Predictor.mean(predictions) - target;
            for (int n = 0; n < members; n++) {
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
     * The standard error of the difference between two ensembles on the same rows, by {@link PairedBootstrap}.
     *
     * @param other the score to compare with
     * @param seed seed of the resampling
     * @return the standard error, in the user's units; 0 if the errors are equal
     */
    public double standardErrorOfDifference(final HoldOutScore other, final long seed) {
        return PairedBootstrap.standardErrorOfRmseDifference(errors, other.errors, RESAMPLES,
            new Random(Seeds.derive(seed)));
    }
}

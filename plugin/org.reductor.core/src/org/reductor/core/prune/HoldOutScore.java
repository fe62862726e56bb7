/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.network.Predictor;
import org.reductor.core.train.Seeds;
import org.reductor.core.train.TrainingDivergedException;

import java.util.Arrays;
import java.util.Random;

/**
 * How well an ensemble predicts the hold-out.
 *
 * @param errors prediction minus target of each hold-out row, in the user's units; finite, at least one
 * @param singleRmse mean over the networks of each network's own root mean squared error
 */
public record HoldOutScore(double[] errors, double singleRmse) {

    private static final int RESAMPLES = 1000;

    /** Squares of larger errors might not add up to a finite number. */
    private static final double LARGEST_ERROR = 1e140;

    /** Checks the numbers. */
    public HoldOutScore {
        if (errors.length == 0) {
            throw new IllegalArgumentException("There is no hold-out row, so there is no score.");
        }
        for (int i = 0; i < errors.length; i++) {
            if (!usable(errors[i])) {
                throw unusable("hold-out row " + i, errors[i]);
            }
        }
        if (!usable(singleRmse)) {
            throw unusable("single networks", singleRmse);
        }
    }

    private static boolean usable(final double error) {
        return Math.abs(error) <= LARGEST_ERROR;
    }

    private static IllegalArgumentException unusable(final String whose, final double error) {
        return new IllegalArgumentException("The error of " + whose + " is " + error
            + ", and no score can be computed of more than " + LARGEST_ERROR + ".");
    }

    /**
     * Scores an ensemble.
     *
     * @param predictor the ensemble
     * @param data the data set
     * @param rows the hold-out rows
     * @return the score
     * @throws TrainingDivergedException if a prediction is not finite, naming the row
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
            if (!Double.isFinite(errors[i])) {
                throw new TrainingDivergedException("The networks predict " + Predictor.mean(predictions) + " for row "
                    + rows[i] + " of those that judge: it has features far from those that were learned. Scale the "
                    + "features, remove the row, or choose a smaller learning rate.");
            }
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.Random;

/**
 * The bootstrap for two models that were scored on the same rows (Efron and Tibshirani 1993). Resampling the rows of
 * both together takes out what both find hard.
 */
public final class PairedBootstrap {

    private PairedBootstrap() {
    }

    /**
     * The standard error of the difference between two root mean squared errors: the standard deviation of that
     * difference over bootstrap samples of the rows.
     *
     * @param errors prediction minus target of the one model, one a row
     * @param others the same of the other model, for the same rows
     * @param samples number of bootstrap samples
     * @param random source of the samples
     * @return the standard error, in the units of the errors; 0 if the errors are equal
     * @throws IllegalArgumentException if the numbers of rows differ or there are none
     */
    public static double standardErrorOfRmseDifference(final double[] errors, final double[] others,
        final int samples, final Random random) {
        final int rows = errors.length;
        if (rows == 0 || others.length != rows) {
            throw new IllegalArgumentException("Paired errors need the same rows, at least one, but there are " + rows
                + " and " + others.length + ".");
        }
        double sum = 0;
        double sumOfSquares = 0;
        for (int sample = 0; sample < samples; sample++) {
            double mine = 0;
            double theirs = 0;
            for (int i = 0; i < rows; i++) {
                final int row = random.nextInt(rows);
                mine += errors[row] * errors[row];
                theirs += others[row] * others[row];
            }
            final double difference = Math.sqrt(mine / rows) - Math.sqrt(theirs / rows);
            sum += difference;
            sumOfSquares += difference * difference;
        }
        final double mean = sum / samples;
        return Math.sqrt(Math.max(0, sumOfSquares / samples - mean * mean));
    }
}

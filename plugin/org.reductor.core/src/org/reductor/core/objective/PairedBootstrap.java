/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The bootstrap for two models that were scored on the same rows (Efron and Tibshirani 1993). Resampling the rows of
 * both together takes out what both find hard.
 */
public final class PairedBootstrap {

    private PairedBootstrap() {
    }

    /**
     * The standard error of the difference between two scores: the standard deviation of that difference over bootstrap
     * samples of the rows.
     *
     * @param rows number of rows, at least 1
     * @param score score of the one model on a sample, which is given as the positions of its rows
     * @param other the same of the other model
     * @param samples number of bootstrap samples; those on which a score is NaN are passed over
     * @param random source of the samples
     * @return the standard error, in the units of the scores; 0 if the scores are equal, NaN if no sample has both
     * @throws IllegalArgumentException if there are no rows
     */
    public static double standardErrorOfDifference(final int rows, final ToDoubleFunction<int[]> score,
        final ToDoubleFunction<int[]> other, final int samples, final Random random) {
        if (rows < 1) {
            throw new IllegalArgumentException("Paired scores need the same rows, at least one, but there are none.");
        }
        final int[] sample = new int[rows];
        double sum = 0;
        double sumOfSquares = 0;
        int used = 0;
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < rows; i++) {
                sample[i] = random.nextInt(rows);
            }
            final double difference = score.applyAsDouble(sample) - other.applyAsDouble(sample);
            if (!Double.isNaN(difference)) {
                sum += difference;
                sumOfSquares += difference * difference;
                used++;
            }
        }
        final double mean = sum / used;
        return used == 0 ? Double.NaN : Math.sqrt(Math.max(0, sumOfSquares / used - mean * mean));
    }

    /**
     * The standard error of the difference between two root mean squared errors.
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
        if (errors.length == 0 || others.length != errors.length) {
            throw new IllegalArgumentException("Paired errors need the same rows, at least one, but there are "
                + errors.length + " and " + others.length + ".");
        }
        return standardErrorOfDifference(errors.length, sample -> rmse(errors, sample),
            sample -> rmse(others, sample), samples, random);
    }

    private static double rmse(final double[] errors, final int[] sample) {
        double sum = 0;
        for (final int row : sample) {
            sum += errors[row] * errors[row];
        }
        return Math.sqrt(sum / sample.length);
    }
}

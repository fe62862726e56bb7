/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.Random;

/** Standard error of the difference of two RMSEs on the same rows, by bootstrap over the rows. */
final class PairedBootstrap {

    private static final int SAMPLES = 2000;

    /** Fixed, so that the same predictions always give the same figure. */
    private static final long SEED = 20220301;

    private PairedBootstrap() {
    }

    /**
     * @param reference measured values
     * @param first predictions of one model
     * @param second predictions of the other for the same rows
     * @return standard error of RMSE(first) - RMSE(second); NaN for fewer than two rows
     */
    static double standardError(final double[] reference, final double[] first, final double[] second) {
        final int n = reference.length;
        if (n < 2) {
            return Double.NaN;
        }
        final Random random = new Random(SEED);
        double sum = 0;
        double squares = 0;
        for (int s = 0; s < SAMPLES; s++) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < n; i++) {
                final int row = random.nextInt(n);
                a += (first[row] - reference[row]) * (first[row] - reference[row]);
                b += (second[row] - reference[row]) * (second[row] - reference[row]);
            }
            final double difference = Math.sqrt(a / n) - Math.sqrt(b / n);
            sum += difference;
            squares += difference * difference;
        }
        final double mean = sum / SAMPLES;
        return Math.sqrt(Math.max(0, (squares - SAMPLES * mean * mean) / (SAMPLES - 1)));
    }
}

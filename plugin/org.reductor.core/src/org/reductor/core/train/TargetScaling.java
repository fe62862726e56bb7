/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.AffineScale;

/** In which units networks see the target. Predictions and errors are always in the user's units. */
public enum TargetScaling {

    /** As it is, as in the published method. */
    NONE {
        @Override
        public AffineScale fit(final double[] targets, final int[] rows) {
            return AffineScale.IDENTITY;
        }
    },

    /** With mean 0 and standard deviation 1 over the rows of the folds. */
    STANDARDIZE {
        @Override
        public AffineScale fit(final double[] targets, final int[] rows) {
            final double deviation = standardDeviation(targets, rows);
            return new AffineScale(mean(targets, rows), deviation > 0 ? deviation : 1);
        }
    };

    /**
     * @param targets one a row of the data set
     * @param rows the rows that may be looked at
     * @return the line between the user's units and the networks'
     */
    public abstract AffineScale fit(double[] targets, int[] rows);

    /**
     * @param targets one a row of the data set
     * @param rows the rows that may be looked at
     * @return sample standard deviation
     */
    public static double standardDeviation(final double[] targets, final int[] rows) {
        final double mean = mean(targets, rows);
        double sum = 0;
        for (final int row : rows) {
            sum += (targets[row] - mean) * (targets[row] - mean);
        }
        return Math.sqrt(sum / Math.max(1, rows.length - 1));
    }

    private static double mean(final double[] targets, final int[] rows) {
        double sum = 0;
        for (final int row : rows) {
            sum += targets[row];
        }
        return sum / rows.length;
    }
}

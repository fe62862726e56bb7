/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** What a training step makes smaller, over the rows of one batch. */
public enum Loss {

    /** Root of the mean squared error, as in the published method. */
    RMSE {
        @Override
        public double value(final float[] errors, final int count) {
            return Math.sqrt(MSE.value(errors, count));
        }

        @Override
        public float derivativeFactor(final double value, final int count) {
            // d sqrt(mean e^2) / d e_i = e_i / (n sqrt(mean e^2)); at a perfect fit the gradient is taken as 0.
            return value > 0 ? (float)(1 / (count * value)) : 0f;
        }
    },

    /** Mean squared error. */
    MSE {
        @Override
        public double value(final float[] errors, final int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += (double)errors[i] * errors[i];
            }
            return sum / count;
        }

        @Override
        public float derivativeFactor(final double value, final int count) {
            return 2f / count;
        }
    };

    /**
     * @param errors prediction minus target of each row
     * @param count number of rows
     * @return the loss of the batch
     */
    public abstract double value(float[] errors, int count);

    /**
     * The factor that turns a row's error into the derivative of the loss by that row's prediction.
     *
     * @param value the loss of the batch
     * @param count number of rows
     * @return the factor
     */
    public abstract float derivativeFactor(double value, int count);
}

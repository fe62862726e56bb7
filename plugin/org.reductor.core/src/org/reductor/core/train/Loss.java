/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** What a training step makes smaller, over the rows of one batch. Errors are in the networks' target units. */
public enum Loss {

    /** Root of the mean squared error, as in the published method. */
    RMSE {
        @Override
        public double value(final float[] errors, final int count) {
            return Math.sqrt(MSE.value(errors, count));
        }

        @Override
        public float derivative(final float error, final double value, final int count) {
            // d sqrt(mean e^2) / d e_i = e_i / (n sqrt(mean e^2)); at a perfect fit the gradient is taken as 0.
            return value > 0 ? (float)(1 / (count * value)) * error : 0f;
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
        public float derivative(final float error, final double value, final int count) {
            return 2f / count * error;
        }
    },

    /** Mean absolute error: outliers pull no more than other rows. */
    MAE {
        @Override
        public double value(final float[] errors, final int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += Math.abs((double)errors[i]);
            }
            return sum / count;
        }

        @Override
        public float derivative(final float error, final double value, final int count) {
            return Math.signum(error) / count;
        }
    },

    /** Huber's loss (1964): half the squared error up to 1, beyond it linear; 1 is a unit of the networks' target. */
    HUBER {
        @Override
        public double value(final float[] errors, final int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                final double size = Math.abs((double)errors[i]);
                sum += size <= 1 ? 0.5 * size * size : size - 0.5;
            }
            return sum / count;
        }

        @Override
        public float derivative(final float error, final double value, final int count) {
            return Math.max(-1f, Math.min(1f, error)) / count;
        }
    };

    /**
     * @param errors prediction minus target of each row
     * @param count number of rows
     * @return the loss of the batch
     */
    public abstract double value(float[] errors, int count);

    /**
     * @param error prediction minus target of a row
     * @param value the loss of the batch
     * @param count number of rows of the batch
     * @return derivative of the loss by that row's prediction
     */
    public abstract float derivative(float error, double value, int count);
}

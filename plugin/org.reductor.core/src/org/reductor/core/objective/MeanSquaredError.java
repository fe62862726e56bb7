/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** Mean squared error. */
class MeanSquaredError extends RegressionObjective {

    @Override
    public String id() {
        return "MSE";
    }

    @Override
    final double loss(final float error) {
        return (double)error * error;
    }

    @Override
    final float slope(final float error) {
        return 2 * error;
    }
}

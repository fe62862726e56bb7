/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** Mean absolute error: outliers pull no more than other rows. */
final class MeanAbsoluteError extends RegressionObjective {

    @Override
    public String id() {
        return "MAE";
    }

    @Override
    double loss(final float error) {
        return Math.abs((double)error);
    }

    @Override
    float slope(final float error) {
        return Math.signum(error);
    }
}

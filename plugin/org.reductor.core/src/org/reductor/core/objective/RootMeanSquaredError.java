/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** Root of the mean squared error of a batch, as in the published method. */
final class RootMeanSquaredError extends MeanSquaredError {

    @Override
    public String id() {
        return "RMSE";
    }

    @Override
    public boolean rootOfMean() {
        return true;
    }
}

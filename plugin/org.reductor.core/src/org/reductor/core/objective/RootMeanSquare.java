/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/** Root mean squared error, in the user's units. */
final class RootMeanSquare extends RowMetric {

    @Override
    public String id() {
        return "RMSE";
    }

    @Override
    public String label() {
        return "RMSE";
    }

    @Override
    public boolean fits(final Task task) {
        return task.isNumber();
    }

    @Override
    double loss(final Judged judged, final int row) {
        return judged.error(row) * judged.error(row);
    }

    @Override
    public double ofMean(final double mean) {
        return Math.sqrt(mean);
    }
}

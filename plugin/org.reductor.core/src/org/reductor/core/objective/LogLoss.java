/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/** Minus the logarithm of the probability of the true class. */
final class LogLoss extends RowMetric {

    /** So that one probability of 0, to the precision of a double, does not make the mean infinite. */
    private static final double SMALLEST = 1e-15;

    @Override
    public String id() {
        return "LOG_LOSS";
    }

    @Override
    public String label() {
        return "Log loss";
    }

    @Override
    public boolean fits(final Task task) {
        return !task.isNumber();
    }

    @Override
    double loss(final Judged judged, final int row) {
        return -StrictMath.log(Math.max(SMALLEST, judged.probability(row, (int)judged.value(row))));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/**
 * Brier's score (1950): mean squared difference between the probability and what happened. With two classes that of the
 * second class, so that it lies between 0 and 1; with more the sum over the classes.
 */
final class BrierScore extends RowMetric {

    @Override
    public String id() {
        return "BRIER";
    }

    @Override
    public String label() {
        return "Brier score";
    }

    @Override
    public boolean fits(final Task task) {
        return !task.isNumber();
    }

    @Override
    double loss(final Judged judged, final int row) {
        double sum = 0;
        for (int c = judged.task().isBinary() ? 1 : 0; c < judged.task().classes().size(); c++) {
            final double miss = judged.probability(row, c) - (judged.value(row) == c ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }
}

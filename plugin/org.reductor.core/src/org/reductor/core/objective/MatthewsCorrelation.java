/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/**
 * Matthews' correlation between the likeliest and the true class; for more than two classes Gorodkin's (2004). Weights
 * do not count.
 */
final class MatthewsCorrelation implements Metric {

    @Override
    public String id() {
        return "MCC";
    }

    @Override
    public String label() {
        return "MCC";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public boolean fits(final Task task) {
        return !task.isNumber();
    }

    @Override
    public double score(final Judged judged, final int[] rows) {
        final int classes = judged.task().classes().size();
        final double[] predicted = new double[classes];
        final double[] actual = new double[classes];
        double right = 0;
        double all = 0;
        for (final int row : rows) {
            if (judged.present(row)) {
                final int guess = judged.likeliest(row);
                final int truth = (int)judged.value(row);
                predicted[guess]++;
                actual[truth]++;
                right += guess == truth ? 1 : 0;
                all++;
            }
        }
        double both = 0;
        double ofPredicted = 0;
        double ofActual = 0;
        for (int c = 0; c < classes; c++) {
            both += predicted[c] * actual[c];
            ofPredicted += predicted[c] * predicted[c];
            ofActual += actual[c] * actual[c];
        }
        final double spread = (all * all - ofPredicted) * (all * all - ofActual);
        return spread > 0 ? (right * all - both) / Math.sqrt(spread) : all > 0 ? 0 : Double.NaN;
    }
}

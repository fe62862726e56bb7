/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

/** Predictions of one task for some rows, beside what is true. */
public final class Judged {

    private final Targets targets;
    private final int index;
    private final int[] rows;
    private final int width;
    private final boolean number;
    private final double[] predictions;

    /**
     * @param targets what is true
     * @param index which task
     * @param rows the rows that were predicted
     * @param predictions for each of them, one after the other, what {@link Objective#predict} gives; not copied
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public Judged(final Targets targets, final int index, final int[] rows, final double[] predictions) {
        this.targets = targets;
        this.index = index;
        this.rows = rows;
        this.predictions = predictions;
        final Task task = task();
        number = task.isNumber();
        width = task.classes().size() > 2 ? task.classes().size() : 1;
        if (predictions.length != rows.length * width) {
            throw new IllegalArgumentException("There are " + predictions.length + " predictions of '" + task.name()
                + "' for " + rows.length + " rows; each needs " + width + ".");
        }
    }

    /** @return what is predicted */
    public Task task() {
        return targets.tasks().get(index);
    }

    /** @return number of rows */
    public int rows() {
        return rows.length;
    }

    /**
     * @param row position of the row here
     * @return whether it has a true value
     */
    public boolean present(final int row) {
        return targets.present(rows[row], index);
    }

    /**
     * @param row position of the row here
     * @return the true number, or the position of the true class; NaN if there is none
     */
    public double value(final int row) {
        return targets.value(rows[row], index);
    }

    /**
     * @param row position of the row here
     * @return whether its value is exact and not a bound
     */
    public boolean exact(final int row) {
        return targets.relation(rows[row], index) == Relation.EQUAL;
    }

    /**
     * @param row position of the row here
     * @return how much it counts
     */
    public double weight(final int row) {
        return targets.weight(rows[row]);
    }

    /**
     * @param row position of the row here
     * @return the predicted number
     */
    public double prediction(final int row) {
        return predictions[row];
    }

    /**
     * @param row position of the row here
     * @return predicted minus true number; 0 if the true value is a bound that the prediction keeps
     */
    public double error(final int row) {
        final double error = predictions[row] - value(row);
        return switch (targets.relation(rows[row], index)) {
            case EQUAL -> error;
            case BELOW -> Math.max(0, error);
            case ABOVE -> Math.min(0, error);
        };
    }

    /**
     * @param row position of the row here
     * @param c position of a class
     * @return its predicted probability
     * @throws IllegalStateException if numbers are predicted, which have no probabilities
     */
    public double probability(final int row, final int c) {
        if (number) {
            throw new IllegalStateException("The target '" + task().name() + "' is a number, and only classes have "
                + "probabilities. Ask for its prediction, or learn it as classes.");
        }
        if (width > 1) {
            return predictions[row * width + c];
        }
        return c == 1 ? predictions[row] : 1 - predictions[row];
    }

    /**
     * @param row position of the row here
     * @return position of the class with the highest probability, the first of equals
     */
    public int likeliest(final int row) {
        int best = 0;
        for (int c = 1; c < task().classes().size(); c++) {
            if (probability(row, c) > probability(row, best)) {
                best = c;
            }
        }
        return best;
    }
}

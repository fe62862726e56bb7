/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.List;

import org.reductor.core.objective.ClassCurves;

/**
 * What the view of the Network Predictor shows; handed over as JSON.
 *
 * @param networks what predicts, in words
 * @param total number of rows of the table
 * @param rows those that are shown
 * @param targets what is predicted
 * @param remarks what limits what is shown, one sentence each
 */
record PredictionViewData(String networks, long total, List<Row> rows, List<Target> targets, List<String> remarks) {

    /**
     * A row.
     *
     * @param id its RowID
     * @param structures its molecules as text
     * @param drawings the same as SVG; empty where they are not drawn
     * @param similarity to the nearest known row; {@code null} if it is not told
     */
    record Row(String id, List<String> structures, List<String> drawings, Double similarity) {
    }

    /**
     * One target.
     *
     * @param name of the target
     * @param unit of its values; empty if it is not known
     * @param classes names of the classes; empty for a number
     * @param measured rows of the table that have a true value and a prediction
     * @param bounds how many of these values are bounds
     * @param scores over all of them
     * @param coverage how often intervals hold the true value; {@code null} where there are none
     * @param points the shown rows that have a prediction
     * @param curves of a number none, of two classes those of the second, of more those of each, if there are true
     *            classes
     */
    record Target(String name, String unit, List<String> classes, int measured, int bounds, List<Score> scores,
        Coverage coverage, List<Point> points, List<ClassCurves> curves) {
    }

    /**
     * A score.
     *
     * @param label what it is called
     * @param value {@code null} if these rows have none
     */
    record Score(String label, Double value) {
    }

    /**
     * How often intervals hold the true value.
     *
     * @param asked for, in per cent
     * @param inside rows whose interval does
     * @param rows rows with an exact true value and an interval
     */
    record Coverage(int asked, int inside, int rows) {
    }

    /**
     * A prediction.
     *
     * @param row position of its row
     * @param measured the true number, or the position of the true class; {@code null} if there is none
     * @param relation empty, or {@code <} or {@code >} for a bound
     * @param predicted the number, or the probabilities: of two classes that of the second
     * @param lower lower end of the interval; {@code null} if there is none
     * @param upper upper end
     */
    record Point(int row, Double measured, String relation, double[] predicted, Double lower, Double upper) {
    }
}

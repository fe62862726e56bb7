/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.SparseRow;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.uncertainty.Calibration;
import org.reductor.core.uncertainty.PredictionInterval;

import java.util.Optional;

/**
 * Prediction intervals of test rows, those of all tasks of numbers together.
 *
 * @param covered share of the values that lie in their intervals
 * @param width mean width
 */
record Intervals(double covered, double width) {

    /**
     * @param calibration what the networks showed of themselves
     * @param networks the networks
     * @param problem with the test rows
     * @param coverage share of the values that should lie in their intervals
     * @return how many do; empty if no number is predicted, or too few rows judged for an interval
     */
    static Optional<Intervals> of(final Calibration calibration, final NetworkEnsemble networks,
        final Problem problem, final double coverage) {
        final CsrMatrix features = problem.testFeatures();
        final Predictor predictor = new Predictor(networks);
        final Calibration.Assessor assessor = calibration.assessor(problem.recipe());
        final double[] predictions = new double[predictor.width()];
        int values = 0;
        int covered = 0;
        double width = 0;
        for (int row = 0; row < features.rows(); row++) {
            predictor.predict(features, row, row + 1, predictions);
            final var similarity =
                assessor.similarity(new SparseRow(features.rowColumns(row), features.rowValues(row)));
            for (int task = 0; task < problem.tasks(); task++) {
                if (networks.tasks().get(task).isNumber() && problem.testTargets().present(row, task)) {
                    final Optional<PredictionInterval> interval =
                        assessor.interval(task, predictions, similarity, coverage);
                    if (interval.isEmpty()) {
                        return Optional.empty();
                    }
                    values++;
                    covered += interval.get().contains(problem.testTargets().value(row, task)) ? 1 : 0;
                    width += interval.get().width();
                }
            }
        }
        return values == 0 ? Optional.empty() : Optional.of(new Intervals((double)covered / values, width / values));
    }
}

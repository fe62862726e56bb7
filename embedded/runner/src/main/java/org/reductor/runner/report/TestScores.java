/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.List;
import java.util.stream.IntStream;

import org.reductor.runner.nodes.scorer.RegressionScores;

/**
 * Scores of one set of networks on the test rows.
 *
 * @param errors the ensemble's prediction minus the measured value, one a row
 * @param rmse the ensemble's root mean squared error
 * @param r2 its coefficient of determination; not finite if all measured values are the same
 * @param networks number of single networks, 0 if their predictions are not in the file
 * @param rmseSingle mean over the networks
 * @param r2Single mean over the networks
 */
record TestScores(double[] errors, double rmse, double r2, int networks, double rmseSingle, double r2Single) {

    /**
     * @param rows the rows that count, at least one
     * @param measured a value for each row of the table
     * @param predictions the ensemble's, then those of its networks
     */
    static TestScores of(final TestRows rows, final double[] measured, final List<double[]> predictions) {
        final double[] reference = rows.pick(measured);
        final double[] ensemble = rows.pick(predictions.get(0));
        final RegressionScores scores = score(reference, ensemble);
        final List<RegressionScores> single = predictions.stream().skip(1).map(p -> score(reference, rows.pick(p)))
            .toList();
        return new TestScores(
            IntStream.range(0, reference.length).mapToDouble(row -> ensemble[row] - reference[row]).toArray(),
            scores.rootMeanSquaredError(), scores.r2(), single.size(),
            single.stream().mapToDouble(RegressionScores::rootMeanSquaredError).average().orElse(Double.NaN),
            single.stream().mapToDouble(RegressionScores::r2).average().orElse(Double.NaN));
    }

    private static RegressionScores score(final double[] reference, final double[] predicted) {
        return RegressionScores.of(reference, predicted, reference.length, 0);
    }
}

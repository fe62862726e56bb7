/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reductor.runner.nodes.scorer.RegressionScores;

/**
 * Scores of one set of networks on the test rows.
 *
 * @param ensemble the ensemble's predictions, one a row
 * @param rmse the ensemble's root mean squared error
 * @param r2 its coefficient of determination
 * @param networks number of single networks, 0 if their predictions are not in the file
 * @param rmseSingle mean over the networks
 * @param r2Single mean over the networks
 */
record TestScores(double[] ensemble, double rmse, double r2, int networks, double rmseSingle, double r2Single) {

    static Optional<TestScores> of(final CsvTable table, final double[] reference, final PredictionColumns columns) {
        final Optional<double[]> ensemble = table.numbers(columns.ensemble()).filter(TestScores::complete);
        if (ensemble.isEmpty()) {
            return Optional.empty();
        }
        final RegressionScores scores = score(reference, ensemble.get());
        final List<RegressionScores> single = new ArrayList<>();
        for (final String name : columns.networks()) {
            table.numbers(name).filter(TestScores::complete).ifPresent(p -> single.add(score(reference, p)));
        }
        return Optional.of(new TestScores(ensemble.get(), scores.rootMeanSquaredError(), scores.r2(), single.size(),
            single.stream().mapToDouble(RegressionScores::rootMeanSquaredError).average().orElse(Double.NaN),
            single.stream().mapToDouble(RegressionScores::r2).average().orElse(Double.NaN)));
    }

    private static RegressionScores score(final double[] reference, final double[] predicted) {
        return RegressionScores.of(reference, predicted, reference.length, 0);
    }

    /** @return whether no value is missing */
    static boolean complete(final double[] values) {
        return values.length > 0 && Arrays.stream(values).noneMatch(Double::isNaN);
    }
}

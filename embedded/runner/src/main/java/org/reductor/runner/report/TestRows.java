/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which test rows can be scored: those whose measured value and predictions all are finite numbers. */
final class TestRows {

    private final int[] usable;

    private final int[] withoutValue;

    private final int[] withoutPrediction;

    /**
     * @param measured a value a row
     * @param predictions columns of as many values each; all are to be scored on the same rows
     */
    TestRows(final double[] measured, final List<double[]> predictions) {
        withoutValue = IntStream.range(0, measured.length).filter(row -> !Double.isFinite(measured[row])).toArray();
        final int[] measuredRows =
            IntStream.range(0, measured.length).filter(row -> Double.isFinite(measured[row])).toArray();
        withoutPrediction = Arrays.stream(measuredRows).filter(row -> !complete(predictions, row)).toArray();
        usable = Arrays.stream(measuredRows).filter(row -> complete(predictions, row)).toArray();
    }

    private static boolean complete(final List<double[]> predictions, final int row) {
        return predictions.stream().allMatch(column -> Double.isFinite(column[row]));
    }

    /** @return the rows to be scored, counted from 0, in ascending order */
    int[] usable() {
        return usable;
    }

    /** @return the rows without a finite measured value */
    int[] withoutValue() {
        return withoutValue;
    }

    /** @return the rows with a measured value, but without a finite prediction in each column */
    int[] withoutPrediction() {
        return withoutPrediction;
    }

    /** @return the values of the usable rows */
    double[] pick(final double[] column) {
        return Arrays.stream(usable).mapToDouble(row -> column[row]).toArray();
    }
}

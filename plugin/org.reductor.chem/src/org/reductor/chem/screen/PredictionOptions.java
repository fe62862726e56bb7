/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import org.reductor.core.uncertainty.IntervalScores;

/**
 * What is told of a row beside the predictions and their spread. The less of it, the less is read of a molecule.
 *
 * @param intervals the two ends of an interval for each number
 * @param coverage probability that the true value lies in its interval
 * @param calibrated probabilities of classes corrected by how often they were right in rows not seen
 * @param similarity the similarity to the nearest row of the training
 * @param eachNetwork the predictions of each network
 */
public record PredictionOptions(boolean intervals, double coverage, boolean calibrated, boolean similarity,
    boolean eachNetwork) {

    /** What the node Network Predictor tells unless it is told otherwise. */
    public static final PredictionOptions DEFAULT = new PredictionOptions(true, 0.9, true, true, false);

    /** Checks the coverage. */
    public PredictionOptions {
        if (!(coverage >= IntervalScores.LEAST_COVERAGE && coverage <= IntervalScores.LARGEST_COVERAGE)) {
            throw new IllegalArgumentException("The coverage of intervals is " + coverage + "; it must be from "
                + IntervalScores.LEAST_COVERAGE + " to " + IntervalScores.LARGEST_COVERAGE + ".");
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.PairedBootstrap;

/**
 * Scores of one set of networks on the test rows.
 *
 * @param ensemble what the ensemble predicts
 * @param networks what each network predicts; empty if the file does not tell
 */
record TestScores(Judged ensemble, List<Judged> networks) {

    private static final int SAMPLES = 2000;

    /** Fixed, so that the same predictions always give the same figure. */
    private static final long SEED = 20220301;

    /** @return the ensemble's score; not finite if these rows have none */
    double of(final Metric metric) {
        return score(metric, ensemble);
    }

    /** @return mean over the networks */
    double single(final Metric metric) {
        return networks.stream().mapToDouble(judged -> score(metric, judged)).average().orElse(Double.NaN);
    }

    private static double score(final Metric metric, final Judged judged) {
        return metric.score(judged, IntStream.range(0, judged.rows()).toArray());
    }

    /**
     * @param other scores of other networks on the same rows
     * @return standard error of the difference between both ensembles' scores, by bootstrap over the rows
     */
    double standardErrorOfDifference(final Metric metric, final TestScores other) {
        return PairedBootstrap.standardErrorOfDifference(ensemble.rows(), sample -> metric.score(ensemble, sample),
            sample -> metric.score(other.ensemble, sample), SAMPLES, new Random(SEED));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.core.data.Targets;
import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;
import org.reductor.core.objective.PairedBootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Scores predictions of test rows; several tasks by the mean of those that have a score. */
final class Scores {

    static final String ROC_AUC = "ROC_AUC";

    private static final int SAMPLES = 1000;

    private final Targets targets;
    private final List<Metric> metrics;

    /**
     * @param targets what is true of the test rows
     * @throws IllegalArgumentException if some tasks are numbers and others classes
     */
    Scores(final Targets targets) {
        this.targets = targets;
        if (targets.tasks().stream().map(task -> task.isNumber()).distinct().count() > 1) {
            throw new IllegalArgumentException("The targets " + targets.tasks().stream().map(task -> task.name())
                .toList() + " are numbers and classes, of which there is no common score. Leave some out: --ignore.");
        }
        metrics = numbers() ? List.of(Metrics.RMSE, Metrics.of("R2")) : List.of(Metrics.of(ROC_AUC));
    }

    /** @return whether numbers are predicted and not classes */
    boolean numbers() {
        return targets.tasks().get(0).isNumber();
    }

    /** @return the metrics that fit, the one to compare by first */
    List<Metric> metrics() {
        return metrics;
    }

    /**
     * @param metric how rows are scored
     * @param predictions of all rows and tasks
     * @param rows positions of the rows to score
     * @return the score; NaN if no task has one
     */
    double score(final Metric metric, final double[] predictions, final int[] rows) {
        return mean(metric, judged(predictions), rows);
    }

    /**
     * @param metric how rows are scored
     * @param predictions of all rows and tasks
     * @return the score of all rows
     */
    double score(final Metric metric, final double[] predictions) {
        return score(metric, predictions, IntStream.range(0, targets.rows()).toArray());
    }

    /**
     * @param predictions of all rows and tasks
     * @param others those that they are compared with
     * @return standard error of the difference between the scores, by the bootstrap over rows
     */
    double standardErrorOfDifference(final double[] predictions, final double[] others) {
        final Metric metric = metrics.get(0);
        final List<Judged> judged = judged(predictions);
        final List<Judged> other = judged(others);
        return PairedBootstrap.standardErrorOfDifference(targets.rows(), rows -> mean(metric, judged, rows),
            rows -> mean(metric, other, rows), SAMPLES, new Random(1));
    }

    private static double mean(final Metric metric, final List<Judged> tasks, final int[] rows) {
        return tasks.stream().mapToDouble(task -> metric.score(task, rows)).filter(score -> !Double.isNaN(score))
            .average().orElse(Double.NaN);
    }

    private List<Judged> judged(final double[] predictions) {
        final int tasks = targets.tasks().size();
        final int[] all = IntStream.range(0, targets.rows()).toArray();
        return IntStream.range(0, tasks).mapToObj(task -> new Judged(targets, task, all,
            Arrays.stream(all).mapToDouble(row -> predictions[row * tasks + task]).toArray())).toList();
    }
}

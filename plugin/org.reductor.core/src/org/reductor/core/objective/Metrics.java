/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

import java.util.List;

/** All metrics. */
public final class Metrics {

    /** Root mean squared error: the proper score of numbers. */
    public static final RowMetric RMSE = new RootMeanSquare();

    /** Log loss: the proper score of classes. */
    public static final RowMetric LOG_LOSS = new LogLoss();

    private static final List<Metric> ALL = List.of(RMSE, new AbsoluteError(), new CoefficientOfDetermination(),
        new RankCorrelation(), LOG_LOSS, new RocAuc(), new AveragePrecision(), new MatthewsCorrelation(),
        new BrierScore());

    private Metrics() {
    }

    /**
     * @param task a task
     * @return the metrics of its predictions, the proper one first
     */
    public static List<Metric> of(final Task task) {
        return ALL.stream().filter(metric -> metric.fits(task)).toList();
    }

    /**
     * @param id what files and settings call it
     * @return the metric
     * @throws IllegalArgumentException if there is none of that name, listing those that there are
     */
    public static Metric of(final String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no metric '" + id + "'. There are "
                + String.join(", ", ALL.stream().map(Metric::id).toList()) + "."));
    }
}

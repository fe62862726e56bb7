/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.List;

import org.reductor.core.data.Task;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;

/** Says which score rounds are judged by, and which other scores are told beside it. */
public final class ScoreText {

    private ScoreText() {
    }

    /** @return whether the networks predict nothing but one number */
    public static boolean isOneNumber(final List<Task> tasks) {
        return tasks.size() == 1 && tasks.get(0).isNumber();
    }

    /**
     * @param task what the networks predict
     * @return what its score is called, for example "RMSE"
     */
    public static String label(final Task task) {
        return Metrics.of(task).get(0).label();
    }

    /**
     * @param tasks what the networks predict
     * @return for example "Score (Log loss)"; "Score" if it is a mean over several targets
     */
    public static String title(final List<Task> tasks) {
        return tasks.size() == 1 ? "Score (" + label(tasks.get(0)) + ")" : "Score";
    }

    /**
     * @param tasks what the networks predict
     * @return the metrics that tables show beside the score, each a mean over the targets that it fits; none for a
     *         single number
     */
    public static List<Metric> others(final List<Task> tasks) {
        return isOneNumber(tasks) ? List.of() : tasks.stream().flatMap(task -> Metrics.of(task).stream()).distinct()
            .filter(metric -> tasks.size() > 1 || metric != Metrics.of(tasks.get(0)).get(0)).toList();
    }
}

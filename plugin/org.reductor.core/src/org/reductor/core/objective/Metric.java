/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/**
 * How good predictions are. Metrics have no state. A new one is one class and one line in {@link Metrics}.
 */
public interface Metric {

    /** @return what files and settings call it */
    String id();

    /** @return what tables and plots call it */
    String label();

    /** @return whether higher scores are better */
    boolean higherIsBetter();

    /**
     * @param task a task
     * @return whether predictions of it can be scored so
     */
    boolean fits(Task task);

    /**
     * @param judged predictions
     * @param row one of their rows
     * @return whether the row counts: it has a value, and for some metrics one that is exact
     */
    default boolean counts(final Judged judged, final int row) {
        return judged.present(row);
    }

    /**
     * Scores rows; a row may be named several times, as by the bootstrap.
     *
     * @param judged predictions
     * @param rows positions of the rows; those that do not count are passed over
     * @return the score; NaN if these rows have none, for example with a single class for a ranking
     */
    double score(Judged judged, int[] rows);
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import java.util.SortedMap;

/** A way of predicting that is compared with others. */
interface Method {

    /** @return what options, results and tables call it */
    String id();

    /** @return whether another seed gives other predictions on the same rows */
    boolean seeded();

    /** @return settings of its own that the predictions depend on, by name; those of the features are not among them */
    SortedMap<String, String> settings();

    /**
     * Learns the training rows and predicts the test rows.
     *
     * @param problem the rows
     * @param threads how many may compute side by side
     * @return the predictions and what else is to be known
     */
    Outcome run(Problem problem, int threads);
}

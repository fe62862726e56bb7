/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.Serializable;

import org.apache.spark.TaskContext;
import org.reductor.chem.screen.PredictionOptions;

/**
 * How a model is used on executors.
 *
 * @param coverage probability that the true value lies in its interval
 * @param isolated whether every molecule is read in a process of its own from the beginning; otherwise only those that
 *            are known to need it, and all of a part of the table whose executor was lost
 * @param anyRdkit whether an executor may have another RDKit than the one whose features the networks learned from
 * @param patience seconds after which an executor that has made no progress ends itself, so that its part of the table
 *            is read again with each molecule in a process of its own
 */
public record ScreenSettings(double coverage, boolean isolated, boolean anyRdkit, long patience)
    implements Serializable {

    /** Longer than any batch takes whose molecules RDKit can read at all. */
    static final long PATIENCE = 1800;

    /** What the node Network Predictor does. */
    public static final ScreenSettings DEFAULT =
        new ScreenSettings(PredictionOptions.DEFAULT.coverage(), false, false, PATIENCE);

    /**
     * @return whether this thread reads every molecule in a process of its own: because that was asked for, or because an
     *         executor was lost over its part of the table. A stage that is begun anew, since a lost executor had what
     *         it reads, counts its tasks anew, too
     */
    boolean isolatedHere() {
        final TaskContext task = TaskContext.get();
        return isolated || task != null && (task.attemptNumber() > 0 || task.stageAttemptNumber() > 0);
    }

    /** @return what is told of a row */
    PredictionOptions told() {
        final PredictionOptions usual = PredictionOptions.DEFAULT;
        return new PredictionOptions(usual.intervals(), coverage, usual.calibrated(), usual.similarity(),
            usual.eachNetwork());
    }
}

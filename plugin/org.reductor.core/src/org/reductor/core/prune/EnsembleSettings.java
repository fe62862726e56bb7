/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.RowRules;
import org.reductor.core.settings.Settings;
import org.reductor.core.settings.StoredAs;
import org.reductor.core.train.TrainingSettings;

import java.util.Objects;

/**
 * How the networks of a round are trained: all that stays the same from round to round and for control and perturbed
 * networks alike.
 *
 * @param training how each network is built and trained
 * @param folds number of folds, at least 2; each has one control network
 * @param judges which rows judge rounds
 * @param holdOutFraction share of the rows outside all folds, if they judge
 * @param seed seed of everything random
 * @param threads networks trained side by side; 0 for one a processor
 * @param rows what is made of the rows of the data
 */
public record EnsembleSettings(TrainingSettings training, int folds, Judges judges, double holdOutFraction,
    long seed, @StoredAs(StoredAs.NOWHERE) int threads, RowRules rows) {

    /** Checks the threads; folds and hold-out are checked against the data when training starts. */
    public EnsembleSettings {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(judges, "judges");
        Objects.requireNonNull(rows, "rows");
        if (threads < 0) {
            throw new IllegalArgumentException(
                "The number of threads is " + threads + "; give 0 for one a processor, or a positive number.");
        }
    }

    /**
     * Settings for rows without groups that are treated as {@link RowRules#PLAIN} says, judged by a hold-out.
     *
     * @param training how each network is built and trained
     * @param folds number of folds, at least 2
     * @param holdOutFraction share of the rows outside all folds
     * @param seed seed of everything random
     * @param threads networks trained side by side; 0 for one a processor
     */
    public EnsembleSettings(final TrainingSettings training, final int folds, final double holdOutFraction,
        final long seed, final int threads) {
        this(training, folds, Judges.HOLD_OUT, holdOutFraction, seed, threads, RowRules.PLAIN);
    }

    /**
     * @param newThreads another number of threads
     * @return these settings with that number
     */
    public EnsembleSettings withThreads(final int newThreads) {
        return Settings.with(this, "threads", newThreads);
    }
}

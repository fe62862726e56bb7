/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.Task;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.ScaledTargets;

import java.util.List;

/**
 * What one network learns from.
 *
 * @param plan training rows and batches
 * @param validation rows that decide when to stop
 * @param targets what the rows of the features are to predict, in the networks' units
 */
public record TrainingTask(BatchPlan plan, int[] validation, ScaledTargets targets) {

    /**
     * A task with one number a row.
     *
     * @param plan training rows and batches
     * @param validation rows that decide when to stop
     * @param targets one a row of the features, in the networks' units; not copied
     * @param objective what each step makes smaller
     */
    public TrainingTask(final BatchPlan plan, final int[] validation, final float[] targets,
        final Objective objective) {
        this(plan, validation, ScaledTargets.of(
            new Heads(List.of(new Head(Task.number("target"), objective, AffineScale.IDENTITY))), targets));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.objective.ScaledTargets;

/**
 * What one network learns from.
 *
 * @param plan training rows and batches
 * @param validation rows that decide when to stop
 * @param targets what the rows of the features are to predict, in the networks' units
 */
public record TrainingTask(BatchPlan plan, int[] validation, ScaledTargets targets) {
}

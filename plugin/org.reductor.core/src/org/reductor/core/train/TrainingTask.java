/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/**
 * What one network learns from.
 *
 * @param plan training rows and batches
 * @param validation rows that decide when to stop
 * @param targets one a row of the features, in the networks' units
 */
public record TrainingTask(BatchPlan plan, int[] validation, float[] targets) {
}

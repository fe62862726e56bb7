/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

/** What networks showed of one task on rows that they had not seen. */
public sealed interface TaskCalibration permits IntervalScores, ProbabilityMap {

    /** @return number of predictions that a network makes of the task */
    int outputs();
}

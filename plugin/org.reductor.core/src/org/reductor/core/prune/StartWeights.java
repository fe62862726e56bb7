/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/** From which weights the networks of a round start. */
public enum StartWeights {

    /** Those of the last accepted round, as published: fine-tuning. */
    LAST_WEIGHTS,

    /** Those that round 0 started from, under the mask of the round: "winning tickets" (Frankle and Carbin 2019). */
    INITIAL_WEIGHTS
}

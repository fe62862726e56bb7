/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** When weights that are not kept are set to zero. */
public enum MaskTiming {

    /** At every step: a pruned weight is zero whenever it is read. */
    EVERY_STEP,

    /** At the end of each epoch, as published; within an epoch pruned weights grow back and take part. */
    EPOCH_END
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** How the first kernel, which holds nearly all weights, is updated. All compute the same. */
enum Engine {

    /** Every weight at every step: the plain reference. */
    DENSE,

    /** Only weights of features that are in the batch, with all updates until their next batch at once. */
    LOOK_AHEAD
}

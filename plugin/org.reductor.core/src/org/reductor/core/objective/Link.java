/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** How the outputs of a head become predictions; what other programs need to know of an objective. */
public enum Link {

    /** A number: the output, on the line to the user's units. */
    LINE,

    /** Two classes: the output is the log odds of the second, so that its logistic function is the probability. */
    LOGISTIC,

    /** More classes: one output each, whose softmax is the probabilities. */
    SOFTMAX
}

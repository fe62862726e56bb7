/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.List;

import org.reductor.core.data.Task;

/** Targets of one number a row. */
public final class OneNumber {

    private OneNumber() {
    }

    /** The values as they are, for networks with the objective. */
    public static ScaledTargets of(final float[] values, final Objective objective) {
        return ScaledTargets.of(
            new Heads(List.of(new Head(Task.number("target"), objective, AffineScale.IDENTITY))), values);
    }
}

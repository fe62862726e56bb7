/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

import java.util.Objects;

/**
 * One task of a network: what its outputs are trained for and what they mean.
 *
 * @param task what is predicted
 * @param objective what training makes smaller, and the link from outputs to predictions
 * @param scale the line between the outputs of a number and the user's units; the identity for classes
 */
public record Head(Task task, Objective objective, AffineScale scale) {

    /** Checks that the objective can learn the task. */
    public Head {
        Objects.requireNonNull(scale, "scale");
        Objectives.requireFit(objective, task);
    }

    /** @return number of outputs, and of predictions, that belong to it */
    public int outputs() {
        return objective.outputs(task);
    }

    /** @return how its outputs become predictions */
    public Link link() {
        return objective.link(task);
    }

    /**
     * @param newObjective another objective with the same outputs
     * @return this head with it
     */
    public Head with(final Objective newObjective) {
        return new Head(task, newObjective, scale);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

/** {@link Deviation} relative to the perturbed weight, |w_pert - w_ctrl| / |w_pert|, as in the published code. */
final class PublishedDeviation extends Deviation {

    @Override
    public String id() {
        return "PUBLISHED";
    }

    @Override
    public String label() {
        return "Deviation (published)";
    }

    @Override
    public String description() {
        return "Weights that change most, relative to their perturbed value, when the target is perturbed go first.";
    }

    @Override
    float denominator(final float control, final float perturbed) {
        return perturbed;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

/** {@link Deviation} relative to the control weight, |w_pert - w_ctrl| / |w_ctrl|, as in the paper's abstract. */
final class DeviationFromControl extends Deviation {

    @Override
    public String id() {
        return "RELATIVE_TO_CONTROL";
    }

    @Override
    public String label() {
        return "Deviation relative to control";
    }

    @Override
    public String description() {
        return "The same, relative to the undisturbed value.";
    }

    @Override
    float denominator(final float control, final float perturbed) {
        return control;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * One step of an optimiser, written plainly. Each weight has a first moment and, if {@link #hasSecondMoment}, a second;
 * all start at 0.
 */
public interface UpdateRule {

    /** @return whether there is a second moment; otherwise {@code v} is not looked at and may be null */
    boolean hasSecondMoment();

    /**
     * @param step number of the step, counted from 1
     * @return the factor that all weights share in that step
     */
    float stepSize(int step);

    /**
     * Moves weights; {@link WeightDecay} has shrunk them before. A weight whose gradient has always been zero does not
     * move, so a pruned weight stays zero if its gradient is masked.
     *
     * @param w weights
     * @param m first moments
     * @param v second moments
     * @param g gradients
     * @param stepSize {@link #stepSize} of this step
     */
    void step(float[] w, float[] m, float[] v, float[] g, float stepSize);

    /**
     * @param keep what weight decay leaves of a weight in a step; 1 without
     * @return many steps at once for weights that have no gradient in between
     */
    DeferredUpdates deferred(double keep);
}

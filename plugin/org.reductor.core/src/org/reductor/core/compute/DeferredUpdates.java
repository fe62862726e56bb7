/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * Many steps of an optimiser at once, for weights that have no gradient between one touch and the next. Every step of
 * the epoch is known beforehand, so what the moments do to a weight in between has a closed form. {@link WeightDecay}
 * has shrunk the weights by the same steps before; here it only makes earlier moves smaller, by the steps that follow.
 * An instance belongs to one thread.
 */
public interface DeferredUpdates {

    /**
     * Before an epoch.
     *
     * @param firstStep number of its first step, counted from 1
     * @param steps how many steps it has
     */
    void begin(int firstStep, int steps);

    /**
     * A touch: the weights have a gradient in step {@code at} of this epoch and none until step {@code next}.
     *
     * @param w weights, as they are before step {@code at} but for weight decay up to step {@code next}; receive what
     *            they are before step {@code next}
     * @param m first moments, as of the last touch; receive those as of step {@code at}
     * @param v second moments, likewise
     * @param g gradients
     * @param passed steps since the last touch, whatever if there was none
     * @param at step of this epoch, counted from 0
     * @param next step of the next touch, or one past the epoch
     */
    void touch(float[] w, float[] m, float[] v, float[] g, int passed, int at, int next);

    /**
     * The steps from the start of this epoch to the first touch.
     *
     * @param w weights, as they are before the epoch but for weight decay up to step {@code next}; receive what they
     *            are before step {@code next}
     * @param m first moments, as of the last touch
     * @param v second moments, likewise
     * @param age steps from the last touch to the first step of this epoch
     * @param next step of the first touch, or one past the epoch
     */
    void drift(float[] w, float[] m, float[] v, int age, int next);

    /**
     * @param power what a long gap leaves of a moment
     * @return it as a float; 0 if it is too small to matter, long before it would be a denormal number
     */
    static float factor(final double power) {
        return power < 1e-30 ? 0f : (float)power;
    }
}

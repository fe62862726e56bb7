/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/** What the units of a hidden layer do to their inputs, a whole layer at a time. */
public interface UnitFunction {

    /** @param x the inputs of the units; receives their outputs */
    void apply(float[] x);

    /**
     * @param delta the derivative of something by the outputs; receives that by the inputs
     * @param y the outputs
     */
    void multiplyByDerivative(float[] delta, float[] y);

    /** @return whether a unit that gives out 0 has derivative 0 there, so that it can be left out on the way back */
    boolean flatAtZero();
}

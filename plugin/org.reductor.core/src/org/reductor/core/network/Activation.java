/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

/** The function that a hidden unit applies to its input; the output layer is always linear. */
public enum Activation {

    /** max(0, x). */
    RELU {
        @Override
        public float apply(final float x) {
            return Math.max(x, 0f);
        }

        @Override
        public float derivativeAtOutput(final float y) {
            // y > 0 ? 1 : 0 for all outputs that are not denormal, without a branch: half of all branches would be
            // mispredicted, and the loop around would not be vectorised.
            return Math.min(1f, y * 0x1p126f);
        }
    };

    /**
     * @param x the unit's input: bias plus weighted inputs
     * @return the unit's output
     */
    public abstract float apply(float x);

    /**
     * @param y an output of {@link #apply}
     * @return the derivative at the input that gave {@code y}
     */
    public abstract float derivativeAtOutput(float y);
}

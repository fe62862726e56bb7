/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.compute.UnitFunction;

/** The function that a hidden unit applies to its input; the output layer is always linear. */
public enum Activation implements UnitFunction {

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

        @Override
        public void apply(final float[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(x[i], 0f);
            }
        }

        @Override
        public void multiplyByDerivative(final float[] delta, final float[] y) {
            for (int i = 0; i < delta.length; i++) {
                delta[i] *= Math.min(1f, y[i] * 0x1p126f);
            }
        }

        @Override
        public boolean flatAtZero() {
            return true;
        }
    },

    /** x, or x / 100 below 0 (Maas et al. 2013; the slope is PyTorch's default). */
    LEAKY_RELU {
        @Override
        public float apply(final float x) {
            return Math.max(x, 0.01f * x);
        }

        @Override
        public float derivativeAtOutput(final float y) {
            return y > 0 ? 1f : 0.01f;
        }
    },

    /** x, or exp(x) - 1 below 0 (Clevert et al. 2016, with alpha 1). */
    ELU {
        @Override
        public float apply(final float x) {
            return x > 0 ? x : (float)Math.expm1(x);
        }

        @Override
        public float derivativeAtOutput(final float y) {
            return Math.min(1f, y + 1f);
        }
    },

    /** Hyperbolic tangent. */
    TANH {
        @Override
        public float apply(final float x) {
            return (float)Math.tanh(x);
        }

        @Override
        public float derivativeAtOutput(final float y) {
            return 1f - y * y;
        }
    },

    /** 1 / (1 + exp(-x)). */
    SIGMOID {
        @Override
        public float apply(final float x) {
            return (float)(1 / (1 + Math.exp(-x)));
        }

        @Override
        public float derivativeAtOutput(final float y) {
            return y * (1f - y);
        }
    },

    /** x: the network as a whole is then linear, which makes a simple model to compare with. */
    LINEAR {
        @Override
        public float apply(final float x) {
            return x;
        }

        @Override
        public float derivativeAtOutput(final float y) {
            return 1f;
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

    /**
     * {@link #apply(float)} for a whole layer. Constants whose loop the compiler can vectorise have one of their own:
     * it does not look through a call that may go to several functions.
     *
     * @param x the inputs of the units; receives their outputs
     */
    @Override
    public void apply(final float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = apply(x[i]);
        }
    }

    /**
     * {@link #derivativeAtOutput} for a whole layer.
     *
     * @param delta the derivative of something by the outputs; receives that by the inputs
     * @param y the outputs
     */
    @Override
    public void multiplyByDerivative(final float[] delta, final float[] y) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= derivativeAtOutput(y[i]);
        }
    }

    @Override
    public boolean flatAtZero() {
        return false;
    }
}

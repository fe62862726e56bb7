/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/**
 * The constants of Adam (Kingma and Ba 2015) and its plain update. Epsilon is added to the root of the second moment as
 * it is, as in Keras.
 *
 * @param learningRate step size, above 0
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 */
public record Adam(float learningRate, float beta1, float beta2, float epsilon) {

    /** Checks the step size. */
    public Adam {
        if (!(learningRate > 0) || Float.isInfinite(learningRate)) {
            throw new IllegalArgumentException("The learning rate is " + learningRate + "; it must be above 0.");
        }
    }

    /**
     * Adam with the usual constants: .9, .999 and 1e-7.
     *
     * @param learningRate step size
     * @return the optimiser
     */
    public static Adam withLearningRate(final double learningRate) {
        return new Adam((float)learningRate, 0.9f, 0.999f, 1e-7f);
    }

    /**
     * The step size with the bias of both moments corrected.
     *
     * @param step number of the step, counted from 1
     * @return learningRate sqrt(1 - beta2^step) / (1 - beta1^step)
     */
    public float stepSize(final int step) {
        return (float)(learningRate * Math.sqrt(1 - StrictMath.pow(beta2, step)) / (1 - StrictMath.pow(beta1, step)));
    }

    /**
     * One step for the weights {@code from .. to - 1}. A weight whose gradient has always been zero does not move, so
     * a pruned weight stays zero if its gradient is masked.
     *
     * @param w weights
     * @param m first moments
     * @param v second moments
     * @param g gradients
     * @param from first position
     * @param to position after the last
     * @param stepSize {@link #stepSize} of this step
     */
    public void update(final float[] w, final float[] m, final float[] v, final float[] g, final int from,
        final int to, final float stepSize) {
        final float b1 = beta1;
        final float b2 = beta2;
        final float c1 = 1 - b1;
        final float c2 = 1 - b2;
        final float eps = epsilon;
        for (int i = from; i < to; i++) {
            final float gi = g[i];
            final float mi = b1 * m[i] + c1 * gi;
            final float vi = b2 * v[i] + c2 * gi * gi;
            m[i] = mi;
            v[i] = vi;
            w[i] -= stepSize * mi / ((float)Math.sqrt(vi) + eps);
        }
    }
}

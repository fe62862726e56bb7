/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * The constants of Adam (Kingma and Ba 2015) and its plain step. Epsilon is added to the root of the second moment as
 * it is, as in Keras; PyTorch adds it after the correction of the bias.
 *
 * @param learningRate step size, above 0
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 */
public record Adam(float learningRate, float beta1, float beta2, float epsilon) implements UpdateRule {

    /**
     * Added to the first moment and taken away again. Moments of silent units decay for ever; far below anything that
     * moves a weight they would become denormal numbers, with which processors are up to a hundred times slower.
     */
    static final float FLUSH = 1e-20f;

    /**
     * Added to the second moment at each step, which keeps that of a dead unit from becoming a denormal number: it ends
     * at {@code FLOOR / (1 - beta2)}, the root of which is nothing beside epsilon. Moments above 1e-27 keep every bit.
     */
    static final float FLOOR = 1e-35f;

    @Override
    public boolean hasSecondMoment() {
        return true;
    }

    /** @return learningRate sqrt(1 - beta2^step) / (1 - beta1^step): the bias of both moments is corrected */
    @Override
    public float stepSize(final int step) {
        return (float)(learningRate * Math.sqrt(1 - StrictMath.pow(beta2, step)) / (1 - StrictMath.pow(beta1, step)));
    }

    @Override
    public void step(final float[] w, final float[] m, final float[] v, final float[] g, final float stepSize) {
        final float b1 = beta1;
        final float b2 = beta2;
        final float c1 = 1 - b1;
        final float c2 = 1 - b2;
        final float eps = epsilon;
        for (int i = 0; i < w.length; i++) {
            final float gi = g[i];
            final float mi = b1 * m[i] + c1 * gi + FLUSH - FLUSH;
            final float vi = b2 * v[i] + c2 * gi * gi + FLOOR;
            m[i] = mi;
            v[i] = vi;
            w[i] -= stepSize * mi / ((float)Math.sqrt(vi) + eps);
        }
    }

    @Override
    public DeferredUpdates deferred(final double keep) {
        return new DeferredAdam(this, keep);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * Stochastic gradient descent with momentum: {@code m = momentum m + g; w = w - learningRate m}.
 *
 * @param learningRate step size, above 0
 * @param momentum from 0 to below 1
 */
public record Sgd(float learningRate, float momentum) implements UpdateRule {

    @Override
    public boolean hasSecondMoment() {
        return false;
    }

    @Override
    public float stepSize(final int step) {
        return learningRate;
    }

    @Override
    public void step(final float[] w, final float[] m, final float[] v, final float[] g, final float stepSize) {
        for (int i = 0; i < w.length; i++) {
            final float mi = momentum * m[i] + g[i] + Adam.FLUSH - Adam.FLUSH;
            m[i] = mi;
            w[i] -= stepSize * mi;
        }
    }

    @Override
    public DeferredUpdates deferred(final double keep) {
        return new DeferredSgd(this, keep);
    }
}

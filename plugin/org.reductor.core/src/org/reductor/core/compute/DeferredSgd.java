/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * {@link DeferredUpdates} for SGD: without a gradient the momentum decays geometrically, and the weight moves by a
 * geometric sum of it, which weight decay makes one of two ratios.
 */
final class DeferredSgd implements DeferredUpdates {

    private final float learningRate;
    private final double momentum;
    private final double keep;

    DeferredSgd(final Sgd sgd, final double keep) {
        learningRate = sgd.learningRate();
        momentum = sgd.momentum();
        this.keep = keep;
    }

    @Override
    public void begin(final int firstStep, final int steps) {
        // every step is the same
    }

    @Override
    public void touch(final float[] w, final float[] m, final float[] v, final float[] g, final int passed,
        final int at, final int next) {
        step(w, m, g, DeferredUpdates.factor(StrictMath.pow(momentum, passed)), (float)(learningRate * sum(next - at)));
    }

    @Override
    public void drift(final float[] w, final float[] m, final float[] v, final int age, final int next) {
        final float rate = DeferredUpdates.factor(learningRate * StrictMath.pow(momentum, age) * sum(next));
        if (rate != 0) {
            move(w, m, rate);
        }
    }

    /** Sum over j from 0 to steps - 1 of keep^(steps - 1 - j) momentum^j. */
    private double sum(final int steps) {
        double sum = 0;
        double power = 1;
        for (int j = 0; j < steps; j++) {
            sum = sum * keep + power;
            power *= momentum;
        }
        return sum;
    }

    private static void step(final float[] w, final float[] m, final float[] g, final float decay, final float rate) {
        for (int i = 0; i < w.length; i++) {
            final float mi = decay * m[i] + g[i] + Adam.FLUSH - Adam.FLUSH;
            m[i] = mi;
            w[i] -= rate * mi;
        }
    }

    private static void move(final float[] w, final float[] m, final float rate) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * m[i];
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * {@link DeferredUpdates} for Adam, exact to float rounding.
 *
 * <p>After a touch at step u with moments m and v, the update of step u + j is {@code a b1^j m / (sqrt(b2^j v) + eps)}.
 * With {@code r = sqrt(v), q = sqrt(b2), d = 1 - q^j, y = r / (r + eps)} this is {@code a b1^j m / (r + eps) / (1 - y
 * d)}, and to float rounding {@code 1 / (1 - y d) = 1 + y d + y^2 d^2}, because d is small wherever b1^j is not. So
 * the sum of the updates is {@code m / (r + eps) (S + y S1 + y^2 S2)} with sums that do not depend on the weight.
 * Weight decay shrinks each update by the steps that follow it, which the sums can take in.
 */
final class DeferredAdam implements DeferredUpdates {

    /** Beyond this many steps the first moment has decayed below 1e-13 of what it was. */
    private static final int HORIZON = 285;

    private final Adam adam;
    private final double keep;
    private final double[] powersOfBeta1 = new double[HORIZON + 1];
    private final double[] powersOfBeta2 = new double[HORIZON + 1];
    private final double[] lossOfRoot = new double[HORIZON + 1];
    private float[] stepSizes = {};

    /** The sums of a first moment of some age from some step up to each later one, as far as they were needed. */
    private int offset;
    private int start;
    private int known;
    private double sum0;
    private double sum1;
    private double sum2;
    private float[] s0 = {};
    private float[] s1 = {};
    private float[] s2 = {};

    DeferredAdam(final Adam adam, final double keep) {
        this.adam = adam;
        this.keep = keep;
        for (int j = 0; j <= HORIZON; j++) {
            powersOfBeta1[j] = StrictMath.pow(adam.beta1(), j);
            powersOfBeta2[j] = StrictMath.pow(adam.beta2(), j);
            lossOfRoot[j] = 1 - StrictMath.pow(adam.beta2(), 0.5 * j);
        }
    }

    @Override
    public void begin(final int firstStep, final int steps) {
        stepSizes = new float[steps];
        for (int b = 0; b < steps; b++) {
            stepSizes[b] = adam.stepSize(firstStep + b);
        }
        s0 = new float[steps + 1];
        s1 = new float[steps + 1];
        s2 = new float[steps + 1];
        start = -1;
    }

    @Override
    public void touch(final float[] w, final float[] m, final float[] v, final float[] g, final int passed,
        final int at, final int next) {
        sums(-at, at, next);
        step(w, m, v, g, decay(adam.beta1(), powersOfBeta1, passed), decay(adam.beta2(), powersOfBeta2, passed),
            1 - adam.beta1(), 1 - adam.beta2(), adam.epsilon(), s0[next], s1[next], s2[next]);
    }

    @Override
    public void drift(final float[] w, final float[] m, final float[] v, final int age, final int next) {
        if (age <= HORIZON) {
            sums(age, 0, next);
            move(w, m, v, adam.epsilon(), s0[next], s1[next], s2[next]);
        }
    }

    private static float decay(final float beta, final double[] powers, final int steps) {
        return DeferredUpdates.factor(steps < powers.length ? powers[steps] : StrictMath.pow(beta, steps));
    }

    /**
     * S, S1 and S2 over the steps {@code from .. to - 1} of this epoch, the first moment being j = b + newOffset steps
     * old, at index {@code to}. All rows that are touched in a batch share them, so each is summed up once.
     */
    private void sums(final int newOffset, final int from, final int to) {
        if (newOffset != offset || from != start) {
            offset = newOffset;
            start = from;
            known = from;
            sum0 = 0;
            sum1 = 0;
            sum2 = 0;
            s0[from] = 0;
            s1[from] = 0;
            s2[from] = 0;
        }
        while (known < to) {
            final int age = known + offset;
            final boolean counts = age <= HORIZON;
            final double term = counts ? stepSizes[known] * powersOfBeta1[age] : 0;
            final double d = counts ? lossOfRoot[age] : 0;
            sum0 = sum0 * keep + term;
            sum1 = sum1 * keep + term * d;
            sum2 = sum2 * keep + term * d * d;
            known++;
            s0[known] = (float)sum0;
            s1[known] = (float)sum1;
            s2[known] = (float)sum2;
        }
    }

    private static void step(final float[] w, final float[] m, final float[] v, final float[] g, final float decay1,
        final float decay2, final float c1, final float c2, final float eps, final float t0, final float t1,
        final float t2) {
        for (int i = 0; i < w.length; i++) {
            final float gi = g[i];
            final float mi = decay1 * m[i] + c1 * gi + Adam.FLUSH - Adam.FLUSH;
            final float vi = decay2 * v[i] + c2 * gi * gi + Adam.FLOOR;
            m[i] = mi;
            v[i] = vi;
            final float root = (float)Math.sqrt(vi);
            final float inverse = 1f / (root + eps);
            final float y = root * inverse;
            w[i] -= mi * inverse * (t0 + y * (t1 + y * t2));
        }
    }

    private static void move(final float[] w, final float[] m, final float[] v, final float eps, final float t0,
        final float t1, final float t2) {
        for (int i = 0; i < w.length; i++) {
            final float root = (float)Math.sqrt(v[i]);
            final float inverse = 1f / (root + eps);
            final float y = root * inverse;
            w[i] -= m[i] * inverse * (t0 + y * (t1 + y * t2));
        }
    }
}

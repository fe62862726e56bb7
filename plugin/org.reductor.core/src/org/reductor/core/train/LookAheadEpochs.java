/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.function.BooleanSupplier;

/**
 * The fast engine. A feature that is not in a batch has no gradient there, but Adam still moves its weights, by
 * moments that decay in a known way. So at each touch of a feature all updates up to, but not including, its next touch
 * are applied at once, and a batch costs no more than the features it has.
 *
 * <p>After a touch at step u with moments m and v, the update of step u + j is {@code a b1^j m / (sqrt(b2^j v) + eps)}.
 * With {@code r = sqrt(v), q = sqrt(b2), d = 1 - q^j, y = r / (r + eps)} this is {@code a b1^j m / (r + eps) / (1 - y
 * d)}, and to float rounding {@code 1 / (1 - y d) = 1 + y d + y^2 d^2}, because d is small wherever b1^j is not. So
 * the sum of the updates is {@code m / (r + eps) (S + y S1 + y^2 S2)} with sums that do not depend on the weight.
 */
final class LookAheadEpochs extends Epochs {

    /** Beyond this many steps the first moment has decayed below 1e-13 of what it was. */
    private static final int HORIZON = 285;

    private final float[] first;
    private final float[] second;
    private final int[] lastTouch;
    private final float[] gradient;
    private final double[] powersOfBeta1 = new double[HORIZON + 1];
    private final double[] powersOfBeta2 = new double[HORIZON + 1];
    private final double[] lossOfRoot = new double[HORIZON + 1];
    private float[] stepSizes = {};
    private final TouchPlan validationPlan;
    private TouchPlan plan;
    private int firstStep;
    private float s0;
    private float s1;
    private float s2;

    LookAheadEpochs(final Network network, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final BatchPlan plan, final int[] validation, final float[] targets,
        final BooleanSupplier cancelled) {
        super(network, features, mask, settings, plan, validation, targets, cancelled);
        validationPlan = new TouchPlan(features, validation, firstSums.length);
        first = new float[network.kernel(0).length];
        second = new float[first.length];
        lastTouch = new int[features.columns()];
        gradient = new float[network.size(1)];
        for (int j = 0; j <= HORIZON; j++) {
            powersOfBeta1[j] = StrictMath.pow(adam.beta1(), j);
            powersOfBeta2[j] = StrictMath.pow(adam.beta2(), j);
            lossOfRoot[j] = 1 - StrictMath.pow(adam.beta2(), 0.5 * j);
        }
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStepOfEpoch) {
        plan = new TouchPlan(features, order, batchSize);
        firstStep = firstStepOfEpoch;
        stepSizes = new float[plan.batches];
        for (int b = 0; b < stepSizes.length; b++) {
            stepSizes[b] = adam.stepSize(firstStep + b);
        }
        final int width = gradient.length;
        for (int feature = 0; feature < lastTouch.length; feature++) {
            final int last = lastTouch[feature];
            if (last > 0 && firstStep - last <= HORIZON) {
                sums(last, 0, plan.firstBatch[feature]);
                advance(network.kernel(0), first, second, feature * width, (feature + 1) * width);
            }
        }
    }

    @Override
    void addInputs(final int[] rows, final int from, final int count, final boolean validating) {
        final TouchPlan touches = validating ? validationPlan : plan;
        final int batch = from / firstSums.length;
        for (int touch = touches.begin(batch); touch < touches.end(batch); touch++) {
            touches.forward(touch, network.kernel(0), firstSums);
        }
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep) {
        final int batch = thisStep - firstStep;
        final int width = gradient.length;
        for (int touch = plan.begin(batch); touch < plan.end(batch); touch++) {
            final int feature = plan.feature(touch);
            plan.gradient(touch, firstDeltas, gradient);
            if (factors != null) {
                mask(gradient, factors, feature * width);
            }
            sums(thisStep, batch, plan.nextBatch(touch));
            final int passed = thisStep - lastTouch[feature];
            touch(network.kernel(0), feature * width, decay(adam.beta1(), powersOfBeta1, passed),
                decay(adam.beta2(), powersOfBeta2, passed));
            lastTouch[feature] = thisStep;
        }
    }

    private static float decay(final float beta, final double[] powers, final int steps) {
        return (float)(steps < powers.length ? powers[steps] : StrictMath.pow(beta, steps));
    }

    /** S, S1 and S2 over the batches {@code from .. to - 1} of this epoch, for moments as of step {@code asOf}. */
    private void sums(final int asOf, final int from, final int to) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        final int offset = firstStep - asOf;
        for (int b = from; b < to && b + offset <= HORIZON; b++) {
            final double term = stepSizes[b] * powersOfBeta1[b + offset];
            final double d = lossOfRoot[b + offset];
            sum0 += term;
            sum1 += term * d;
            sum2 += term * d * d;
        }
        s0 = (float)sum0;
        s1 = (float)sum1;
        s2 = (float)sum2;
    }

    private static void mask(final float[] gradient, final float[] factors, final int offset) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factors[offset + i];
        }
    }

    /** Brings the moments of a kernel row up to date and applies the updates of the current sums. */
    private void touch(final float[] w, final int offset, final float decay1, final float decay2) {
        // Two loops, because the compiler vectorises a loop only over few arrays.
        addToMoments(first, second, gradient, offset, decay1, decay2, 1 - adam.beta1(), 1 - adam.beta2());
        advance(w, first, second, offset, offset + gradient.length);
    }

    private static void addToMoments(final float[] m, final float[] v, final float[] g, final int offset,
        final float decay1, final float decay2, final float c1, final float c2) {
        for (int i = 0; i < g.length; i++) {
            m[offset + i] = decay1 * m[offset + i] + c1 * g[i];
            v[offset + i] = decay2 * v[offset + i] + c2 * g[i] * g[i];
        }
    }

    /** Applies the updates of the current sums to weights, whose moments are known. */
    private void advance(final float[] w, final float[] m, final float[] v, final int from, final int to) {
        final float eps = adam.epsilon();
        final float t0 = s0;
        final float t1 = s1;
        final float t2 = s2;
        for (int i = from; i < to; i++) {
            final float root = (float)Math.sqrt(v[i]);
            final float inverse = 1f / (root + eps);
            final float y = root * inverse;
            w[i] -= m[i] * inverse * (t0 + y * (t1 + y * t2));
        }
    }
}

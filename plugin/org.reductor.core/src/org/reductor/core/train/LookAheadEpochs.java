/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.function.BooleanSupplier;

/**
 * The fast engine. A feature that is not in a batch has no gradient there, but the optimiser still moves its weights, in
 * a known way. So at each touch of a feature all steps up to, but not including, its next touch are taken at once
 * ({@link LookAhead}), and a batch costs no more than the features it has.
 */
final class LookAheadEpochs extends Epochs {

    private final LookAhead lookAhead;
    private final float[][] first;
    private final float[][] second;
    private final int[] lastTouch;
    private final float[] gradient;
    private TouchPlan plan;
    private int firstStep;

    LookAheadEpochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final BooleanSupplier cancelled) {
        super(start, features, mask, settings, task, cancelled);
        lookAhead = rule.lookAhead(keep);
        // Features that never occur in the training rows need no moments.
        first = new float[kernel.length][];
        second = new float[kernel.length][];
        lastTouch = new int[kernel.length];
        gradient = new float[start.size(1)];
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStepOfEpoch) {
        plan = new TouchPlan(features, order, batchSize);
        firstStep = firstStepOfEpoch;
        lookAhead.begin(firstStep, plan.batches);
        for (int feature = 0; feature < kernel.length; feature++) {
            lookAhead.drift(kernel[feature], first[feature], second[feature], firstStep - lastTouch[feature],
                plan.firstBatch[feature]);
        }
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep) {
        final int batch = thisStep - firstStep;
        for (int touch = plan.begin(batch); touch < plan.end(batch); touch++) {
            final int feature = plan.feature(touch);
            if (first[feature] == null) {
                first[feature] = new float[gradient.length];
                second[feature] = rule.hasSecondMoment() ? new float[gradient.length] : null;
            }
            float[] sum = plan.gradient(touch, firstDeltas, gradient);
            if (factors != null) {
                sum = masked(sum, factors[feature]);
            }
            lookAhead.touch(kernel[feature], first[feature], second[feature], sum, thisStep - lastTouch[feature], batch,
                plan.nextBatch(touch));
            lastTouch[feature] = thisStep;
        }
    }

    private float[] masked(final float[] sum, final float[] flags) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = sum[i] * flags[i];
        }
        return gradient;
    }
}

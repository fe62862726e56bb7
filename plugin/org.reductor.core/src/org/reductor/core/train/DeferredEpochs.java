/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.DeferredUpdates;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.TouchPlan;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The fast engine. A feature that is not in a batch has no gradient there, but the optimiser still moves its weights,
 * in a known way. So at each touch of a feature all steps up to, but not including, its next touch are taken at once
 * ({@link DeferredUpdates}), and a batch costs no more than the features it has; once most weights are dropped, no more
 * than the weights that those features have kept.
 */
final class DeferredEpochs extends Epochs {

    private final DeferredUpdates deferred;
    private final float[][] kernel;
    private final float[][] firstMoments;
    private final float[][] secondMoments;
    private final int[] lastTouch;
    private final float[] scratch;
    private TouchPlan plan;
    private int firstStep;

    DeferredEpochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final BooleanSupplier cancelled) {
        super(start, kernels(start, mask, settings), features, mask, settings, task, cancelled);
        deferred = rule.deferred(1 - settings.optimizer().decayPerStep());
        kernel = first.rows();
        // Features that never occur in the training rows need no moments.
        firstMoments = new float[kernel.length][];
        secondMoments = new float[kernel.length][];
        lastTouch = new int[kernel.length];
        scratch = new float[start.size(1)];
    }

    /** Weights that are not kept need no place, unless they take part within an epoch. */
    private static RowKernel[] kernels(final Network start, final Mask mask, final TrainingSettings settings) {
        final RowKernel[] kernels = RowKernel.of(start.sizes(), start::kernel);
        if (settings.maskTiming() == MaskTiming.EVERY_STEP) {
            kernels[0] = kernels[0].trainable(mask.kept(0));
        }
        return kernels;
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStepOfEpoch) {
        plan = new TouchPlan(features, order, batchSize);
        firstStep = firstStepOfEpoch;
        deferred.begin(firstStep, plan.batches());
        for (int feature = 0; feature < kernel.length; feature++) {
            decay.shrink(0, feature, plan.firstBatch(feature));
            if (firstMoments[feature] != null) {
                deferred.drift(kernel[feature], firstMoments[feature], secondMoments[feature],
                    firstStep - lastTouch[feature], plan.firstBatch(feature));
            }
        }
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep) {
        final int batch = thisStep - firstStep;
        for (int touch = plan.begin(batch); touch < plan.end(batch); touch++) {
            final int feature = plan.feature(touch);
            final int weights = kernel[feature].length;
            if (firstMoments[feature] == null) {
                firstMoments[feature] = new float[weights];
                secondMoments[feature] = rule.hasSecondMoment() ? new float[weights] : null;
            }
            decay.shrink(0, feature, plan.nextBatch(touch) - batch);
            deferred.touch(kernel[feature], firstMoments[feature], secondMoments[feature], gradient(touch, feature),
                thisStep - lastTouch[feature], batch, plan.nextBatch(touch));
            lastTouch[feature] = thisStep;
        }
    }

    private float[] gradient(final int touch, final int feature) {
        if (first.compact()) {
            Arrays.fill(scratch, 0, kernel[feature].length, 0f);
            plan.gather(touch, first, firstDeltas, scratch);
            return scratch;
        }
        final float[] sum = plan.gradient(touch, firstDeltas, scratch);
        if (factors == null) {
            return sum;
        }
        final float[] flags = factors[feature];
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = sum[i] * flags[i];
        }
        return scratch;
    }
}

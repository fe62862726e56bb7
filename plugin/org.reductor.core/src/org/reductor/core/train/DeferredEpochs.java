/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.DeferredUpdates;
import org.reductor.core.compute.SteppedRows;
import org.reductor.core.compute.TouchPlan;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.function.BooleanSupplier;

/**
 * The fast engine. A feature that is not in a batch has no gradient there, but the optimiser still moves its weights,
 * in a known way. So at each touch of a feature all steps up to, but not including, its next touch are taken at once
 * ({@link DeferredUpdates}), and a batch costs no more than the features it has; once most weights are dropped, little
 * more than the weights that those features have kept.
 *
 * <p>A feature belongs to one member of the crew, so that its weights stay in the cache of one core.
 */
final class DeferredEpochs extends Epochs {

    private final Member[] members;
    private final float[][] weights;
    private final float[][] firstMoments;
    private final float[][] secondMoments;
    private final int[] lastTouch;
    private TouchPlan plan;
    private int firstStep;

    DeferredEpochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final Helpers helpers, final BooleanSupplier cancelled) {
        super(start, features, mask, settings, task, helpers, cancelled);
        weights = first.weights();
        // Features that never occur in the training rows need no moments.
        firstMoments = new float[weights.length][];
        secondMoments = new float[weights.length][];
        lastTouch = new int[weights.length];
        members = new Member[most];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member(rule.deferred(1 - settings.optimizer().decayPerStep()), start.size(1));
        }
    }

    /** What one thread needs. */
    private static final class Member {

        private final DeferredUpdates deferred;
        private final float[] sum;
        private final float[] gradient;

        private Member(final DeferredUpdates deferred, final int units) {
            this.deferred = deferred;
            sum = new float[units];
            gradient = new float[units];
        }
    }

    @Override
    SteppedRows stepped(final float[][] rows, final float[][] flags) {
        return SteppedRows.of(rows, flags);
    }

    @Override
    int atMost(final int most) {
        return most;
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStepOfEpoch) {
        plan = new TouchPlan(features, order, batchSize);
        firstStep = firstStepOfEpoch;
    }

    @Override
    void catchUp(final int member, final Crew crew) {
        final DeferredUpdates deferred = members[member].deferred;
        deferred.begin(firstStep, plan.batches());
        for (int feature = member; feature < weights.length; feature += crew.members()) {
            decay.shrink(0, feature, plan.firstBatch(feature));
            if (firstMoments[feature] != null) {
                deferred.drift(weights[feature], firstMoments[feature], secondMoments[feature],
                    firstStep - lastTouch[feature], plan.firstBatch(feature));
            }
            first.publish(feature);
        }
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep, final int member,
        final Crew crew) {
        final Member own = members[member];
        final int batch = thisStep - firstStep;
        for (int touch = plan.begin(batch); touch < plan.end(batch); touch++) {
            final int feature = plan.feature(touch);
            if (feature % crew.members() == member) {
                if (firstMoments[feature] == null) {
                    firstMoments[feature] = new float[weights[feature].length];
                    secondMoments[feature] = rule.hasSecondMoment() ? new float[weights[feature].length] : null;
                }
                decay.shrink(0, feature, plan.nextBatch(touch) - batch);
                own.deferred.touch(weights[feature], firstMoments[feature], secondMoments[feature],
                    first.gradient(feature, plan.gradient(touch, firstDeltas, own.sum), own.gradient),
                    thisStep - lastTouch[feature], batch, plan.nextBatch(touch));
                first.publish(feature);
                lastTouch[feature] = thisStep;
            }
        }
    }
}

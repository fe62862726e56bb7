/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;

/** What objectives of numbers share: one output, which is the number in the network's units. */
abstract class RegressionObjective implements Objective {

    @Override
    public final boolean fits(final Task task) {
        return task.isNumber();
    }

    @Override
    public final int outputs(final Task task) {
        return 1;
    }

    @Override
    public final Link link(final Task task) {
        return Link.LINE;
    }

    @Override
    public final double loss(final float[] outputs, final int from, final int count, final float target,
        final Relation relation, final float[] gradient) {
        final float error = outputs[from] - target;
        final boolean kept = relation == Relation.BELOW && error <= 0 || relation == Relation.ABOVE && error >= 0;
        gradient[from] = kept ? 0f : slope(error);
        return kept ? 0 : loss(error);
    }

    /** The loss of an error, which is the prediction minus the target in the network's units. */
    abstract double loss(float error);

    /** The derivative of {@link #loss(float)}. */
    abstract float slope(float error);

    @Override
    public final void predict(final float[] outputs, final int from, final int count, final AffineScale scale,
        final double[] predictions, final int at) {
        predictions[at] = scale.invert(outputs[from]);
    }

    @Override
    public final Objective stopping() {
        return Objectives.RMSE;
    }

    @Override
    public final RowMetric metric() {
        return Metrics.RMSE;
    }

    @Override
    public final Objective softened(final double share) {
        throw new IllegalArgumentException("Only labels of classes can be softened, not numbers. Choose another "
            + "perturbation, for example noise.");
    }
}

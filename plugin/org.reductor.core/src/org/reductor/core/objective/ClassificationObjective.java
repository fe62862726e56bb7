/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;

/**
 * What objectives of classes share. Two classes take one output, the log odds of the second (sigmoid link); more take
 * one output each (softmax link). The loss of a row is a function of the logarithm of its class's probability, so that
 * no probability has to be divided by.
 *
 * <p>Exponentials and logarithms are {@link StrictMath}'s: the same bits on every machine.
 */
abstract class ClassificationObjective implements Objective {

    private final double softness;

    /** @param softness share of each label that all classes have in common */
    ClassificationObjective(final double softness) {
        if (!(softness >= 0 && softness < 1)) {
            throw new IllegalArgumentException("Labels cannot be softened by " + softness
                + "; give a share from 0 to below 1.");
        }
        this.softness = softness;
    }

    @Override
    public final boolean fits(final Task task) {
        return !task.isNumber();
    }

    @Override
    public final int outputs(final Task task) {
        return link(task) == Link.LOGISTIC ? 1 : task.classes().size();
    }

    @Override
    public final Link link(final Task task) {
        return task.isBinary() ? Link.LOGISTIC : Link.SOFTMAX;
    }

    /** The loss of a row whose class has this log probability. */
    abstract double loss(double logProbability);

    /** The derivative of {@link #loss(double)} by the log probability. */
    abstract double slope(double logProbability);

    @Override
    public final double loss(final float[] outputs, final int from, final int count, final float target,
        final Relation relation, final float[] gradient) {
        final int classes = Math.max(2, count);
        final double total = logTotal(outputs, from, count);
        double loss = 0;
        double slopes = 0;
        for (int c = 0; c < classes; c++) {
            final double share = share(c, target, classes);
            if (share > 0) {
                final double log = logit(outputs, from, count, c) - total;
                loss += share * loss(log);
                slopes += share * slope(log);
            }
        }
        // d log p_c / d z_j is 1 - p_j for j = c, and -p_j otherwise.
        for (int j = 0; j < count; j++) {
            final int c = count == 1 ? 1 : j;
            final double log = logit(outputs, from, count, c) - total;
            final double share = share(c, target, classes);
            gradient[from + j] = (float)((share > 0 ? share * slope(log) : 0) - StrictMath.exp(log) * slopes);
        }
        return loss;
    }

    @Override
    public final void predict(final float[] outputs, final int from, final int count, final AffineScale scale,
        final double[] predictions, final int at) {
        final double total = logTotal(outputs, from, count);
        for (int j = 0; j < count; j++) {
            predictions[at + j] = StrictMath.exp(logit(outputs, from, count, count == 1 ? 1 : j) - total);
        }
    }

    @Override
    public final Objective stopping() {
        return Objectives.CROSS_ENTROPY;
    }

    @Override
    public final boolean startMayBeBest() {
        return true;
    }

    @Override
    public final RowMetric metric() {
        return Metrics.LOG_LOSS;
    }

    private double share(final int c, final float target, final int classes) {
        return (c == (int)target ? 1 - softness : 0) + softness / classes;
    }

    private static double logit(final float[] outputs, final int from, final int count, final int c) {
        return count > 1 ? outputs[from + c] : c * (double)outputs[from];
    }

    /** Logarithm of the sum of the exponentials, without overflow. */
    private static double logTotal(final float[] outputs, final int from, final int count) {
        final int classes = Math.max(2, count);
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logit(outputs, from, count, c));
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += StrictMath.exp(logit(outputs, from, count, c) - highest);
        }
        return highest + StrictMath.log(sum);
    }
}

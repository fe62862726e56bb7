/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.Adam;
import org.reductor.core.compute.Sgd;
import org.reductor.core.compute.UpdateRule;
import org.reductor.core.settings.StoredAs;

import java.util.Objects;

/**
 * How gradients move the weights.
 *
 * @param kind the rule
 * @param learningRate step size, above 0
 * @param momentum for {@link Kind#SGD}: the share of the last step that is added to the next, from 0 to below 1
 * @param weightDecay how fast kernels (not biases) shrink, 0 or more: each step multiplies them by
 *            {@code 1 - learningRate * weightDecay} before the gradient counts. This is the decoupled form of L2
 *            regularisation (Loshchilov and Hutter 2019; AdamW and SGDW), which for plain SGD is the same
 */
public record Optimizer(@StoredAs("optimizer") Kind kind, double learningRate, double momentum,
    double weightDecay) {

    /** Adam's decay of the first moment. */
    public static final float BETA1 = 0.9f;

    /** Adam's decay of the second moment. */
    public static final float BETA2 = 0.999f;

    /** What Adam adds to the root of the second moment, as it is. */
    public static final float EPSILON = 1e-7f;

    /** The rule. */
    public enum Kind {
        /** Adam (Kingma and Ba 2015) with the usual constants. */
        ADAM,
        /** Stochastic gradient descent with momentum, in PyTorch's form: the momentum is not multiplied by the rate. */
        SGD
    }

    /** Checks the ranges. */
    public Optimizer {
        Objects.requireNonNull(kind, "kind");
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("The learning rate is " + learningRate + "; it must be above 0.");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                "The momentum is " + momentum + "; it must be from 0 to below 1, for example 0.9.");
        }
        if (!(weightDecay >= 0 && learningRate * weightDecay < 1)) {
            throw new IllegalArgumentException("The weight decay is " + weightDecay + "; it must be 0 or more, and "
                + "below "
                + 1 / learningRate + " (1 / learning rate).");
        }
    }

    /**
     * @param learningRate step size
     * @return Adam without weight decay
     */
    public static Optimizer adam(final double learningRate) {
        return new Optimizer(Kind.ADAM, learningRate, 0, 0);
    }

    /**
     * @param learningRate step size
     * @param momentum share of the last step that is added to the next
     * @return SGD without weight decay
     */
    public static Optimizer sgd(final double learningRate, final double momentum) {
        return new Optimizer(Kind.SGD, learningRate, momentum, 0);
    }

    /**
     * @param newWeightDecay another weight decay
     * @return this optimiser with it
     */
    public Optimizer withWeightDecay(final double newWeightDecay) {
        return new Optimizer(kind, learningRate, momentum, newWeightDecay);
    }

    UpdateRule rule() {
        return switch (kind) {
            case ADAM -> new Adam((float)learningRate, BETA1, BETA2, EPSILON);
            case SGD -> new Sgd((float)learningRate, (float)momentum);
        };
    }

    /** What weight decay takes of a kernel's weight in a step, before the gradient counts. */
    double decayPerStep() {
        return learningRate * weightDecay;
    }
}

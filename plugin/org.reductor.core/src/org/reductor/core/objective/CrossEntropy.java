/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** Minus the logarithm of the probability that the network gives to the row's class. */
final class CrossEntropy extends ClassificationObjective {

    CrossEntropy() {
        this(0);
    }

    private CrossEntropy(final double softness) {
        super(softness);
    }

    @Override
    public String id() {
        return "CROSS_ENTROPY";
    }

    @Override
    double loss(final double logProbability) {
        return -logProbability;
    }

    @Override
    double slope(final double logProbability) {
        return -1;
    }

    @Override
    public Objective softened(final double share) {
        return new CrossEntropy(share);
    }
}

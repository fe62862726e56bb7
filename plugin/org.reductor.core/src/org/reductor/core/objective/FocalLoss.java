/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/**
 * The focal loss of Lin et al. (2017), -(1 - p)^2 log p: rows that the network is sure of count little, so that a rare
 * class is not drowned by a common one.
 */
final class FocalLoss extends ClassificationObjective {

    FocalLoss() {
        this(0);
    }

    private FocalLoss(final double softness) {
        super(softness);
    }

    @Override
    public String id() {
        return "FOCAL";
    }

    @Override
    double loss(final double logProbability) {
        final double miss = -StrictMath.expm1(logProbability);
        return -miss * miss * logProbability;
    }

    @Override
    double slope(final double logProbability) {
        final double miss = -StrictMath.expm1(logProbability);
        return 2 * miss * StrictMath.exp(logProbability) * logProbability - miss * miss;
    }

    @Override
    public Objective softened(final double share) {
        return new FocalLoss(share);
    }
}

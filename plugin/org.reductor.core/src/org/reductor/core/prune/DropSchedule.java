/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.settings.StoredAs;

/**
 * How many weights the criterion chooses in a round.
 *
 * @param kind what the rate refers to
 * @param rate share of the weights, above 0 and below 1
 */
public record DropSchedule(@StoredAs("dropSchedule") Kind kind, @StoredAs("dropRate") double rate) {

    /** What the rate refers to. */
    public enum Kind {
        /** The number of weights of the unpruned network, as published. */
        CONSTANT,
        /** The number of weights that are left. */
        GEOMETRIC
    }

    /** Checks the rate. */
    public DropSchedule {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("The drop rate is " + rate + "; it must be above 0 and below 1.");
        }
    }

    /** @return a third of what is left, the default */
    public static DropSchedule defaults() {
        return new DropSchedule(Kind.GEOMETRIC, 0.33);
    }

    /**
     * @param original number of weights of the unpruned network
     * @param left number of weights that can still matter
     * @param factor 1, or less after rejected rounds
     * @return number of weights to drop; 0 if the rate has become too small to drop one
     */
    public long count(final long original, final long left, final double factor) {
        final double base = kind == Kind.CONSTANT ? original : left;
        return Math.min(left, Math.round(base * rate * factor));
    }
}

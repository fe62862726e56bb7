/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

/**
 * Where a value lies with a chosen probability, in the user's units.
 *
 * @param lower its lower end
 * @param upper its upper end, not below the lower one
 */
public record PredictionInterval(double lower, double upper) {

    /** @return how wide it is */
    public double width() {
        return upper - lower;
    }

    /**
     * @param value a value
     * @return whether it lies in the interval
     */
    public boolean contains(final double value) {
        return value >= lower && value <= upper;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/** Mean, spread and range of numbers that come one by one (Welford 1962, which does not lose digits). */
final class NumberSummary {

    /** Of a normal distribution, one value in two million lies further out. */
    private static final double LIMIT = 5;

    private long count;

    private double mean;

    private double squares;

    private double min = Double.POSITIVE_INFINITY;

    private double max = Double.NEGATIVE_INFINITY;

    /** Adds a number; what is not one does not count. */
    void add(final double number) {
        if (Double.isNaN(number)) {
            return;
        }
        count++;
        final double delta = number - mean;
        mean += delta / count;
        squares += delta * (number - mean);
        min = Math.min(min, number);
        max = Math.max(max, number);
    }

    /** @return what is subtracted; 0 when there were no numbers */
    double center(final Scaling scaling) {
        if (count == 0) {
            return 0;
        }
        return switch (scaling) {
            case NONE -> 0;
            case STANDARDIZE -> mean;
            case MIN_MAX -> min;
        };
    }

    /** @return what is divided by; 1 when all numbers were equal, so that the feature is 0 instead of undefined */
    double scale(final Scaling scaling) {
        final double scale = switch (scaling) {
            case NONE -> 1;
            case STANDARDIZE -> count < 2 ? 0 : Math.sqrt(squares / (count - 1));
            case MIN_MAX -> count < 2 ? 0 : max - min;
        };
        return scale > 0 ? scale : 1;
    }

    /** @return the largest distance from the centre, in scales: 0 where nothing is known but a single value */
    double limit() {
        return max > min ? LIMIT : 0;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known about a control of a run.
 *
 * @param kind what it is
 * @param comparison with the result of the run; empty where no row is left to judge it
 * @param keptEffective weights that can still influence an output, the mean over the networks
 * @param inputs inputs that any network reads
 * @param epochs epochs of all its networks together
 * @param seconds duration of its training
 */
public record ControlRecord(ControlKind kind, Optional<Comparison> comparison, long keptEffective, int inputs,
    int epochs, double seconds) {

    /** What the intervals do not cover. */
    public static final String CAVEAT = "The intervals cover the chance of which rows judge, not that of another seed; "
        + "and the same rows chose the round, which favours the pruned networks a little.";

    /** Standard errors from the middle of a 95 % interval to its end, as of a normal distribution. */
    private static final double HALF_WIDTH = 1.96;

    /**
     * A control beside the result, on the rows that judged the run.
     *
     * @param score of the control; less is better
     * @param difference score of the result less that of the control: below 0 the pruned networks are better
     * @param standardError of the difference, on the same rows
     */
    public record Comparison(double score, double difference, double standardError) {

        /** Checks that the numbers are finite. */
        public Comparison {
            if (!Double.isFinite(score) || !Double.isFinite(difference) || !Double.isFinite(standardError)) {
                throw new IllegalArgumentException("The score of a control is " + score + ", its difference to the "
                    + "result " + difference + " and the standard error " + standardError + ", where only finite "
                    + "numbers can be.");
            }
        }

        /** @return lower end of the 95 % interval of the difference */
        public double lower() {
            return difference - HALF_WIDTH * standardError;
        }

        /** @return upper end of the 95 % interval of the difference */
        public double upper() {
            return difference + HALF_WIDTH * standardError;
        }
    }

    /** @return what the comparison shows, as a sentence that claims no more than its interval does */
    public String sentence() {
        if (comparison.isEmpty()) {
            return "Nothing can be said here of " + kind.phrase() + ": no row is left to judge it. Compare it on a "
                + "test table.";
        }
        final Comparison c = comparison.get();
        if (c.difference == 0 && c.standardError == 0) {
            return "The pruned networks err exactly as much as " + kind.phrase() + ".";
        }
        if (c.upper() < 0) {
            return String.format(Locale.ENGLISH,
                "The pruned networks are better than %s: their error is lower by %.3g (95 %% interval %.3g to %.3g).",
                kind.phrase(), -c.difference, -c.upper(), -c.lower());
        }
        if (c.lower() > 0) {
            return String.format(Locale.ENGLISH,
                "The pruned networks are worse than %s: their error is higher by %.3g (95 %% interval %.3g to %.3g).",
                kind.phrase(), c.difference, c.lower(), c.upper());
        }
        return String.format(Locale.ENGLISH, "The judging rows cannot tell the pruned networks from %s: their error "
            + "differs by %+.3g \u00b1 %.3g, so they may be worse by up to %.3g or better by up to %.3g.",
            kind.phrase(), c.difference, HALF_WIDTH * c.standardError, c.upper(), -c.lower());
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.List;

/**
 * Which rounds are accepted, and which one wins, judged on the hold-out only.
 *
 * @param kind the rule
 * @param tolerance for {@link Kind#TOLERANCE}: the share by which the error may exceed the best accepted one, at least 0
 */
public record AcceptanceRule(Kind kind, double tolerance) {

    /** The rule. */
    public enum Kind {
        /**
         * The schedule runs through; then the sparsest round wins whose error is within one standard error of the best
         * round's (Breiman et al. 1984), as are those of all rounds between the two. The standard error is that of the
         * paired difference to the best round. Without the rounds between, a single lucky round far beyond the point
         * where the networks have broken down would win: its standard error is large because it shares little with the
         * best round.
         */
        ONE_STANDARD_ERROR,
        /** A round that loses more than the tolerance is rolled back and the drop rate halved; the last accepted wins. */
        TOLERANCE,
        /** A round must be better than the last accepted, else it is rolled back and the drop rate halved. */
        PUBLISHED
    }

    /** Checks the tolerance. */
    public AcceptanceRule {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("The tolerance is " + tolerance + "; it must be 0 or more.");
        }
    }

    /** @return the default rule */
    public static AcceptanceRule oneStandardError() {
        return new AcceptanceRule(Kind.ONE_STANDARD_ERROR, 0);
    }

    /** @return whether rounds can be rejected while the run goes on */
    public boolean rollsBack() {
        return kind != Kind.ONE_STANDARD_ERROR;
    }

    /**
     * @param candidate score of the round just trained
     * @param accepted scores of the rounds accepted so far, oldest first; not empty
     * @return whether the run goes on from the candidate
     */
    boolean accepts(final HoldOutScore candidate, final List<HoldOutScore> accepted) {
        return switch (kind) {
            case ONE_STANDARD_ERROR -> true;
            case TOLERANCE -> {
                final double best = accepted.stream().mapToDouble(HoldOutScore::rmse).min().orElseThrow();
                yield candidate.rmse() <= best * (1 + tolerance);
            }
            case PUBLISHED -> candidate.rmse() < accepted.get(accepted.size() - 1).rmse();
        };
    }

    /**
     * @param accepted scores of the accepted rounds, densest first; not empty
     * @param seed seed of the bootstrap
     * @return index of the round that wins
     */
    int choose(final List<HoldOutScore> accepted, final long seed) {
        final int last = accepted.size() - 1;
        if (kind != Kind.ONE_STANDARD_ERROR) {
            return last;
        }
        int winner = best(accepted);
        final HoldOutScore best = accepted.get(winner);
        while (winner < last && isWithinOneStandardError(accepted.get(winner + 1), best, seed)) {
            winner++;
        }
        return winner;
    }

    private static boolean isWithinOneStandardError(final HoldOutScore score, final HoldOutScore best,
        final long seed) {
        return score.rmse() - best.rmse() <= score.standardErrorOfDifference(best, seed);
    }

    /**
     * @param scores scores, densest first; not empty
     * @return index of the lowest error; of equal ones the last, which is the sparsest
     */
    static int best(final List<HoldOutScore> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i).rmse() <= scores.get(best).rmse()) {
                best = i;
            }
        }
        return best;
    }
}

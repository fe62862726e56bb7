/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;
import org.reductor.core.settings.StoredAs;

import java.util.Comparator;
import java.util.List;

/**
 * Which rounds are accepted, and which one wins, by the rows that judge and no others.
 *
 * @param kind the rule
 * @param tolerance for {@link Kind#TOLERANCE}: the share by which the error may exceed the best accepted one, at least
 *            0
 */
public record AcceptanceRule(@StoredAs("acceptance") Kind kind,
    @StoredAs("acceptanceTolerance") double tolerance) {

    /** The rule. */
    public enum Kind {
        /**
         * The schedule runs through. Rounds count up to the first whose error exceeds the best before it by more than
         * two standard errors; of these the sparsest wins that is within one standard error of the best of them
         * (Breiman et al. 1984) and loses no more than 2 % of its error: few judges have a large standard error.
         * That is of the paired difference to the best round. Later rounds do not count: once networks have broken
         * down, a round may still look good to its judges by luck, and its standard error is large because it shares
         * little with the others. One standard error would be too little for a breakdown: over twenty rounds it is
         * exceeded by chance.
         */
        ONE_STANDARD_ERROR,
        /**
         * The same, but measured from the unpruned networks of round 0 and not from the best round: where pruning first
         * makes networks better, that gain is given for more sparsity.
         */
        NO_LOSS,
        /**
         * A round that loses more than the tolerance is rolled back and the drop rate halved; the last accepted
         * wins.
         */
        TOLERANCE,
        /** A round must be better than the last accepted, else it is rolled back and the drop rate halved. */
        PUBLISHED
    }

    /** Networks are taken for broken down beyond so many standard errors. */
    private static final double BREAKDOWN = 2;

    /**
     * No more than this share of the reference's error is lost, even where one standard error would be more: few judges
     * cannot tell a loss of five per cent from chance, and would let all of it pass.
     */
    private static final double LARGEST_LOSS = 0.02;

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

    /** @return the sparsest round that is no worse than the unpruned networks */
    public static AcceptanceRule noLoss() {
        return new AcceptanceRule(Kind.NO_LOSS, 0);
    }

    /** @return whether rounds can be rejected while the run goes on */
    public boolean rollsBack() {
        return kind == Kind.TOLERANCE || kind == Kind.PUBLISHED;
    }

    /**
     * @param candidate score of the round just trained
     * @param accepted scores of the rounds accepted so far, oldest first; not empty
     * @return whether the run goes on from the candidate
     */
    boolean accepts(final JudgeScore candidate, final List<JudgeScore> accepted) {
        return switch (kind) {
            case ONE_STANDARD_ERROR, NO_LOSS -> true;
            case TOLERANCE -> {
                final double best = accepted.stream().mapToDouble(JudgeScore::value).min().orElseThrow();
                yield candidate.value() <= best * (1 + tolerance);
            }
            case PUBLISHED -> candidate.value() < accepted.get(accepted.size() - 1).value();
        };
    }

    /**
     * Which round wins.
     *
     * @param winner index of the round
     * @param reference the score that others are compared with: the best of the rounds that count, or that of round 0
     */
    public record Choice(int winner, JudgeScore reference) {
    }

    /**
     * @param accepted scores of the accepted rounds, densest first; not empty
     * @param seed seed of the run
     * @return the round that wins
     */
    public Choice choose(final List<JudgeScore> accepted, final long seed) {
        final int winner = rollsBack() ? accepted.size() - 1
            : sparsest(accepted, Seeds.derive(seed, Purpose.BOOTSTRAP));
        return new Choice(winner, reference(accepted.subList(0, winner + 1)));
    }

    private int sparsest(final List<JudgeScore> accepted, final long seed) {
        final int last = accepted.size() - 1;
        int end = 1;
        while (end <= last && isWithin(BREAKDOWN, accepted.get(end), reference(accepted.subList(0, end)), seed)) {
            end++;
        }
        final JudgeScore reference = reference(accepted.subList(0, end));
        int winner = end - 1;
        while (!isWithin(1, accepted.get(winner), reference, seed)
            || accepted.get(winner).value() > reference.value() * (1 + LARGEST_LOSS)) {
            winner--;
        }
        return winner;
    }

    private static boolean isWithin(final double standardErrors, final JudgeScore score, final JudgeScore best,
        final long seed) {
        return score.value() - best.value() <= standardErrors * score.standardErrorOfDifference(best, seed);
    }

    /**
     * @param scores scores of the rounds that count, densest first; not empty
     * @return the one that others are compared with
     */
    private JudgeScore reference(final List<JudgeScore> scores) {
        return kind == Kind.NO_LOSS ? scores.get(0)
            : scores.stream().min(Comparator.comparingDouble(JudgeScore::value)).orElseThrow();
    }
}

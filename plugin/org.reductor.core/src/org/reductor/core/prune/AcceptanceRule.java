/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;
import org.reductor.core.settings.StoredAs;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
         * (Breiman et al. 1984) and loses no more than 2 % of its RMSE, or as much of another score (4 % of a log
         * loss, which is no root): few judges have a large standard error.
         * That is of the paired difference to the best round. Later rounds do not count: once networks have broken
         * down, a round may still look good to its judges by luck, and its standard error is large because it shares
         * little with the others. One standard error would be too little for a breakdown: over twenty rounds it is
         * exceeded by chance.
         */
        ONE_STANDARD_ERROR,
        /**
         * The schedule runs through. Each pruned round is judged together with its neighbours, the loss of a row being
         * a half of its own and a quarter of that of the round before and after: the error changes slowly from round
         * to round, and chance does not. Rounds count up to the first that is worse than the unpruned networks by more
         * than two standard errors of the paired difference; of these the sparsest wins that is above the best by at
         * most one and a half standard errors of that difference (between the rounds alone) and 2 % of its RMSE, as
         * above. Measured in docs/defaults.md.
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

    /** So many standard errors tell a round from another. */
    private static final double TELLING = 2;

    /** By so many standard errors at the most the winner of {@link Kind#NO_LOSS} exceeds the best round. */
    private static final double NO_LOSS_WITHIN = 1.5;

    /**
     * The mean loss of rows grows at most by this factor, a root mean square so by 2 %, even where standard errors
     * would let more pass: few judges cannot tell a loss of five per cent from chance.
     */
    private static final double LARGEST_LOSS = 1.02 * 1.02;

    /** Checks the tolerance. */
    public AcceptanceRule {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("The tolerance is " + tolerance + "; it must be 0 or more.");
        }
    }

    /** @return the sparsest round that one standard error does not tell from the best */
    public static AcceptanceRule oneStandardError() {
        return new AcceptanceRule(Kind.ONE_STANDARD_ERROR, 0);
    }

    /** @return the sparsest round that is no worse than the unpruned networks, the default */
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
        final boolean noLoss = kind == Kind.NO_LOSS;
        final List<JudgeScore> judged = noLoss ? withNeighbours(accepted) : accepted;
        final double[] errors = judged.stream().mapToDouble(JudgeScore::value).toArray();
        // Neighbours share most of their rows' losses, so what chance does to a difference is told by the rounds alone.
        final Excess excess = (round, other, standardErrors) -> errors[round] - errors[other] > standardErrors
            * accepted.get(round).standardErrorOfDifference(accepted.get(other), seed);
        int best = 0;
        int end = 1;
        while (end < errors.length && !excess.of(end, noLoss ? 0 : best, TELLING)) {
            best = errors[end] < errors[best] ? end : best;
            end++;
        }
        final double most = judged.get(best).valueOf(LARGEST_LOSS);
        int winner = end - 1;
        while (winner > best && (errors[winner] > most || excess.of(winner, best, noLoss ? NO_LOSS_WITHIN : 1))) {
            winner--;
        }
        return winner;
    }

    /** Whether the error of a round exceeds that of another by more than so many standard errors. */
    @FunctionalInterface
    private interface Excess {
        boolean of(int round, int other, double standardErrors);
    }

    /** Unpruned networks have no neighbours, and the last round has one only, on its denser side: both stay. */
    private static List<JudgeScore> withNeighbours(final List<JudgeScore> scores) {
        return IntStream.range(0, scores.size()).mapToObj(i -> i == 0 || i == scores.size() - 1 ? scores.get(i)
            : JudgeScore.withNeighbours(scores.get(i - 1), scores.get(i), scores.get(i + 1))).toList();
    }

    /**
     * @param scores scores of the rounds that count, densest first; not empty
     * @return the one that others are compared with
     */
    private JudgeScore reference(final List<JudgeScore> scores) {
        return kind == Kind.NO_LOSS ? scores.get(0) : best(scores);
    }

    private static JudgeScore best(final List<JudgeScore> scores) {
        return scores.stream().min(Comparator.comparingDouble(JudgeScore::value)).orElseThrow();
    }
}

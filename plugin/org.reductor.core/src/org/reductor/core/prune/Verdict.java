/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The end of a run, whoever drove its rounds: which of them wins, and what is recorded of each.
 *
 * @param winner index of the round that wins
 * @param history one record a round, in the order they were trained
 */
public record Verdict(int winner, List<RoundRecord> history) {

    /** Copies the list. */
    public Verdict {
        history = List.copyOf(history);
    }

    /**
     * @param rule what decides
     * @param records of the rounds in the order they were trained; those that were rolled back are rejected already
     * @param scores for each round how well it predicts the rows that judge
     * @param seed seed of the run
     * @return the verdict
     */
    public static Verdict of(final AcceptanceRule rule, final List<RoundRecord> records, final List<JudgeScore> scores,
        final long seed) {
        final int[] accepted = IntStream.range(0, records.size())
            .filter(i -> records.get(i).status() != RoundRecord.Status.REJECTED).toArray();
        final AcceptanceRule.Choice choice =
            rule.choose(IntStream.of(accepted).mapToObj(scores::get).toList(), seed);
        final int winner = accepted[choice.winner()];
        final List<RoundRecord> history = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            history.add(records.get(i).judged(scores.get(i), choice.reference(), seed,
                i == winner ? RoundRecord.Status.WINNER : records.get(i).status()));
        }
        return new Verdict(winner, history);
    }
}

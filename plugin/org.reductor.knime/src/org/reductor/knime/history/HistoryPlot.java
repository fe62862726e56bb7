/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.reductor.knime.history.HistoryViewData.Round;

/**
 * What the plot of the rounds shows where, so that the page has only to draw it. Rounds are named by their position in
 * the history.
 *
 * @param low lowest error on the scale
 * @param high highest error on the scale; never that of a round that has lost everything, which would flatten the rest
 * @param onScale rounds with a mark at their error
 * @param beyond rounds whose error is above the scale
 * @param lines runs of rounds that a line joins, each from what it was pruned from: it passes by rounds that were
 *            rolled back and ends where an error is not on the scale
 * @param reference round whose error the others are compared with; {@code null} if the history does not tell
 * @param whiskers rounds whose difference to the reference has an interval; the scale has room for one standard error
 *            of it around their error
 */
public record HistoryPlot(double low, double high, List<Integer> onScale, List<Integer> beyond,
    List<List<Integer>> lines, Integer reference, List<Integer> whiskers) {

    /** Errors above so many times the larger of control and winner are beyond the scale. */
    private static final double LARGEST = 1.6;

    /** Share of the scale that stays empty at either end. */
    private static final double ROOM = 0.08;

    /**
     * @param rounds the history
     * @return what to draw; nothing when the control or the winner has no error
     */
    public static Optional<HistoryPlot> of(final List<Round> rounds) {
        final Optional<Round> winner = rounds.stream().filter(Round::accepted).findFirst();
        if (winner.isEmpty() || !drawable(winner.get()) || !drawable(rounds.get(0))) {
            return Optional.empty();
        }
        final double limit = LARGEST * Math.max(rounds.get(0).score(), winner.get().score());
        final Integer reference = reference(rounds);
        final List<Round> scaled = rounds.stream().filter(r -> drawable(r) && r.score() <= limit).toList();
        final ToDoubleFunction<Round> half = r -> reference == null ? 0 : half(r);
        final double least = scaled.stream().mapToDouble(r -> r.score() - half.applyAsDouble(r)).min().orElseThrow();
        final double most = scaled.stream().mapToDouble(r -> r.score() + half.applyAsDouble(r)).max().orElseThrow();
        final double end = Math.min(limit, most);
        final double room = end > least ? ROOM * (end - least) : end > 0 ? 0.1 * end : 1;
        final double high = end + room;
        final List<Integer> onScale = new ArrayList<>();
        final List<Integer> beyond = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (drawable(rounds.get(i))) {
                (rounds.get(i).score() <= high ? onScale : beyond).add(i);
            }
        }
        return Optional.of(new HistoryPlot(Math.max(0, least - room), high, onScale, beyond, lines(rounds, onScale),
            reference, reference == null ? List.of() : onScale.stream().filter(i -> half(rounds.get(i)) > 0).toList()));
    }

    /** A logarithmic axis has no place for networks that have lost all weights. */
    private static boolean drawable(final Round round) {
        return round.score() != null && round.kept() > 0;
    }

    private static double half(final Round round) {
        return Objects.requireNonNullElse(round.standardError(), 0.0);
    }

    /** Only a round that has the reference's own errors differs from them by nothing, and by nothing in all samples. */
    private static Integer reference(final List<Round> rounds) {
        for (int i = 0; i < rounds.size(); i++) {
            if (drawable(rounds.get(i)) && rounds.get(i).standardError() != null && half(rounds.get(i)) == 0) {
                return i;
            }
        }
        return null;
    }

    private static List<List<Integer>> lines(final List<Round> rounds, final List<Integer> onScale) {
        final List<List<Integer>> lines = new ArrayList<>();
        List<Integer> line = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i).rolledBack()) {
                continue;
            }
            if (onScale.contains(i)) {
                line.add(i);
            } else {
                addTo(lines, line);
                line = new ArrayList<>();
            }
        }
        addTo(lines, line);
        return lines;
    }

    private static void addTo(final List<List<Integer>> lines, final List<Integer> line) {
        if (line.size() > 1) {
            lines.add(line);
        }
    }
}

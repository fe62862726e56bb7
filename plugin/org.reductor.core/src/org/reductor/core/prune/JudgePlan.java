/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who judges whom: the rows that judge rounds, and for each of them the networks that it judges, of whose predictions
 * the mean counts.
 *
 * @param data where the rows stand
 * @param rows the rows
 * @param members for each row the numbers of the networks that predict it, ascending; at least one
 */
public record JudgePlan(Dataset data, int[] rows, List<int[]> members) {

    /** Checks that each row judges a network. */
    public JudgePlan {
        members = List.copyOf(members);
        if (rows.length == 0) {
            throw new IllegalArgumentException("There is no row that judges, so no round can be judged.");
        }
        if (members.size() != rows.length || members.stream().anyMatch(of -> of.length == 0)) {
            throw new IllegalArgumentException("There are " + rows.length + " rows that judge, and networks for "
                + members.stream().filter(of -> of.length > 0).count() + "; each row needs at least one.");
        }
    }

    /**
     * @param data where the rows stand
     * @param rows rows that no network has seen
     * @param networks number of networks
     * @return the plan by which each row judges all networks
     */
    static JudgePlan all(final Dataset data, final int[] rows, final int networks) {
        return new JudgePlan(data, rows, Collections.nCopies(rows.length, IntStream.range(0, networks).toArray()));
    }

    /**
     * @param data where the rows stand
     * @param split its rows; each fold has rows that judge it
     * @return the plan by which each row judges the networks of those folds that it judges
     */
    public static JudgePlan outOfFold(final Dataset data, final DataSplit split) {
        final TreeMap<Integer, List<Integer>> judged = new TreeMap<>();
        for (int fold = 0; fold < split.folds().size(); fold++) {
            for (final int row : split.folds().get(fold).judging()) {
                judged.computeIfAbsent(row, r -> new ArrayList<>()).add(fold);
            }
        }
        return new JudgePlan(data, judged.keySet().stream().mapToInt(Integer::intValue).toArray(),
            judged.values().stream().map(folds -> folds.stream().mapToInt(Integer::intValue).toArray()).toList());
    }

    /**
     * @param member number of a network
     * @return positions in {@link #rows()} of the rows that judge it, ascending
     */
    int[] of(final int member) {
        return IntStream.range(0, rows.length)
            .filter(i -> IntStream.of(members.get(i)).anyMatch(judged -> judged == member)).toArray();
    }
}

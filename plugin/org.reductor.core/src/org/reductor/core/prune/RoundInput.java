/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;

import java.util.Arrays;
import java.util.List;

/**
 * What a round's training starts from.
 *
 * @param round number of the round; 0 before any pruning
 * @param chosen for each fold the number of weights that criteria have chosen of its networks so far
 * @param starts for each fold the network that its control and its perturbed networks start from, and its mask
 */
public record RoundInput(int round, long[] chosen, List<Member> starts) {

    /** Copies the list. */
    public RoundInput {
        starts = List.copyOf(starts);
        if (chosen.length != starts.size()) {
            throw new IllegalArgumentException("There are " + starts.size() + " networks to start from, but "
                + chosen.length + " counts of their weights.");
        }
    }

    /** @return the starting networks as an ensemble */
    public NetworkEnsemble networks() {
        return new NetworkEnsemble(starts);
    }

    /** @return number of weights that criteria have chosen of a network, the rounded mean over the networks */
    public long meanChosen() {
        return Math.round((double)Arrays.stream(chosen).sum() / chosen.length);
    }

    /**
     * @param number another number
     * @return the same as that round
     */
    RoundInput numbered(final int number) {
        return new RoundInput(number, chosen, starts);
    }
}

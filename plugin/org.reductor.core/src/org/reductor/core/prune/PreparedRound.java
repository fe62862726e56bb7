/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;

import java.util.List;
import java.util.Objects;

/**
 * What a round's training starts from.
 *
 * @param round number of the round; 0 before any pruning
 * @param chosen weights that criteria have chosen so far
 * @param mask which weights are kept
 * @param starts for each fold the network that its control and its perturbed networks start from
 * @param heads what the networks' outputs are
 */
public record PreparedRound(int round, long chosen, Mask mask, List<Network> starts, Heads heads) {

    /** Copies the list. */
    public PreparedRound {
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(heads, "heads");
        starts = List.copyOf(starts);
    }

    /** @return the starting networks as an ensemble */
    public NetworkEnsemble networks() {
        return new NetworkEnsemble(mask, starts, heads);
    }
}

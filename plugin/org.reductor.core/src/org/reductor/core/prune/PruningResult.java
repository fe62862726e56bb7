/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.NetworkEnsemble;

import java.util.List;
import java.util.Optional;

/**
 * What a pruning run gives.
 *
 * @param pruned the networks of the winning round, exactly as scored
 * @param unpruned the control networks of round 0
 * @param score of the winning round, with what was predicted for the rows that judge, see {@link RunRows#judges()}
 * @param history one record a round, in the order they were trained
 * @param stopped why the run ended before its time, as a sentence for the user; empty if it did not
 */
public record PruningResult(NetworkEnsemble pruned, NetworkEnsemble unpruned, JudgeScore score,
    List<RoundRecord> history, Optional<String> stopped) {

    /** Copies the history. */
    public PruningResult {
        history = List.copyOf(history);
    }

    /** @return the record of the winning round */
    public RoundRecord winner() {
        return history.stream().filter(r -> r.status() == RoundRecord.Status.WINNER).findFirst().orElseThrow();
    }
}

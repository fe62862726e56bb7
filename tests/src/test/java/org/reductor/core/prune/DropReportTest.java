/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;

class DropReportTest {

    /** Numbers worked out by hand; where masks differ they are rounded means over the networks. */
    @Test
    void tellsTheWholeEachLayerAndEachBlockOfFeatures() {
        final List<Member> pruned = TwoMasks.members();
        final NetworkEnsemble before = new NetworkEnsemble(List.of(TwoMasks.unpruned(1), TwoMasks.unpruned(2)));
        final NetworkEnsemble after = new NetworkEnsemble(List.of(pruned.get(0), pruned.get(2)));
        assertThat(DropReport.of(before, after, TwoMasks.RECIPE)).containsExactly(
            new DropReport("All weights", 15, 4, 7, 4),
            new DropReport("Inputs to hidden layer 1", 12, 3, 4, 2),
            new DropReport("Hidden layer 1 to output", 3, 2, 3, 2),
            new DropReport("Features: bit-vector of 'Left'", 6, 1, 2, 1),
            new DropReport("Features: bit-vector of 'Right'", 6, 2, 2, 1));
    }

    @Test
    void aStepThatDropsNothingIsReportedAsSuch() {
        final NetworkEnsemble networks = new NetworkEnsemble(List.of(TwoMasks.members().get(2)));
        assertThat(DropReport.of(networks, networks, TwoMasks.RECIPE)).containsExactly(
            new DropReport("All weights", 3, 3, 3, 3), new DropReport("Inputs to hidden layer 1", 2, 2, 2, 2),
            new DropReport("Hidden layer 1 to output", 1, 1, 1, 1),
            new DropReport("Features: bit-vector of 'Left'", 1, 1, 1, 1),
            new DropReport("Features: bit-vector of 'Right'", 1, 1, 1, 1));
    }
}

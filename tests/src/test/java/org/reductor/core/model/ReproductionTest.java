/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;

class ReproductionTest {

    private static final NetworkModel MODEL = RunToKill.run(RunToKill.settings(), Checkpoints.NONE, RunMonitor.NONE);

    private static NetworkModel with(final List<Member> members, final List<RoundRecord> history) {
        return new NetworkModel(new NetworkEnsemble(members), MODEL.recipe(), history, MODEL.provenance());
    }

    /** The model with all biases of its second network times a factor. */
    private static NetworkModel scaled(final float factor) {
        final Member second = MODEL.networks().members().get(1);
        final Network network = second.network().copy();
        for (int l = 0; l < network.layers(); l++) {
            for (int i = 0; i < network.bias(l).length; i++) {
                network.bias(l)[i] *= factor;
            }
        }
        final List<Member> members = MODEL.networks().members();
        return with(Stream.of(members.get(0), second.with(network), members.get(2), members.get(3)).toList(),
            MODEL.history());
    }

    @Test
    void theSameNetworksReproduceBitForBit() {
        assertThat(Reproduction.of(MODEL, with(MODEL.networks().members(), MODEL.history())))
            .isEqualTo(new Reproduction(Reproduction.Kind.EXACT, ""));
    }

    @Test
    void weightsThatDifferInTheirLastBitsAreRounded() {
        final Reproduction rounded = Reproduction.of(MODEL, scaled(1.000001f));
        assertThat(rounded.kind()).isEqualTo(Reproduction.Kind.ROUNDED);
        assertThat(rounded.where()).contains("The same weights are kept", "in network 2");
    }

    @Test
    void weightsThatDifferMoreAreOthers() {
        assertThat(Reproduction.of(MODEL, scaled(1.1f)).kind()).isEqualTo(Reproduction.Kind.DIFFERENT);
    }

    @Test
    void otherNumbersOfNetworksRoundsAndWeightsAreTold() {
        assertThat(Reproduction.of(MODEL, with(MODEL.networks().members().subList(0, 3), MODEL.history())).where())
            .contains("The model has 4 networks, and there are 3 here");
        assertThat(Reproduction.of(MODEL, with(MODEL.networks().members(),
            MODEL.history().subList(0, MODEL.history().size() - 1))).where()).contains("rounds, and there are");
        final List<Member> members = MODEL.networks().members();
        assertThat(Reproduction.of(MODEL,
            with(List.of(members.get(1), members.get(0), members.get(2), members.get(3)), MODEL.history())).where())
                .startsWith("Network 1 keeps other weights from layer ");
    }
}

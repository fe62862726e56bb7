/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

/** Two untrained networks of 32 inputs, for tests that need some model. */
public final class TinyModel {

    private TinyModel() {
    }

    /** @return the model */
    public static NetworkModel create() {
        final int[] sizes = {32, 4, 1};
        final var networks = new NetworkEnsemble(Mask.full(sizes),
            List.of(Network.glorotUniform(sizes, Activation.RELU, 1), Network.glorotUniform(sizes, Activation.RELU, 2)),
            Heads.number("activity", AffineScale.IDENTITY));
        final var provenance = new Provenance("0".repeat(64), 10, 32, new TreeMap<>(), new TreeMap<>(),
            Instant.parse("2022-09-30T12:00:00Z"), 1.5);
        return new NetworkModel(networks, Featurizer.recipe("smiles", FingerprintKind.MORGAN, 32, 2),
            List.of(), provenance);
    }
}

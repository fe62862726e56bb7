/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;
import org.reductor.core.uncertainty.Calibration;
import org.reductor.core.uncertainty.ProbabilityMap;

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

    /** @return one that tells two classes apart, and has shown that its probabilities are to be mapped so */
    public static NetworkModel classes(final ProbabilityMap map) {
        final NetworkModel number = create();
        final var networks = new NetworkEnsemble(Mask.full(number.networks().sizes()), number.networks().networks(),
            new Heads(List.of(new Head(Task.classes("toxic", List.of("no", "yes")), Objectives.CROSS_ENTROPY,
                AffineScale.IDENTITY))));
        return new NetworkModel(networks, number.recipe(), List.of(), List.of(), number.provenance(),
            Optional.of(new Calibration(List.of(new int[]{0}, new int[]{1}), List.of(map), Optional.empty())));
    }
}

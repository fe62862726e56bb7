/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.PerturbedFold;
import org.reductor.core.prune.PerturbedTraining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The perturbed networks of a round.
 *
 * @param controls {@link NetworkModel#fingerprint()} of the control networks that they belong to
 * @param perturbation how their targets differ
 * @param training those of each fold; as many folds as there are controls
 */
public record PerturbedNetworks(String controls, Perturbation perturbation, PerturbedTraining training) {

    /** Checks that they fit into a file. */
    public PerturbedNetworks {
        Objects.requireNonNull(controls, "controls");
        Objects.requireNonNull(perturbation, "perturbation");
        final List<PerturbedFold> folds = training.folds();
        if (folds.isEmpty() || folds.stream().anyMatch(fold -> fold.networks().size() != perturbation.networks())) {
            throw new IllegalArgumentException(
                "Each fold needs " + perturbation.networks() + " perturbed networks, and there must be a fold.");
        }
        for (final PerturbedFold fold : folds) {
            Limits.requireFile(fold.networks().get(0).sizes(), (long)folds.size() * perturbation.networks());
        }
    }

    /**
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        final ObjectNode json = ArrayFileWriter.json(FileKind.PERTURBED);
        json.put("controls", controls);
        Fields.write(json.putObject("perturbation"), perturbation);
        json.put("epochs", training.epochs());
        json.put("hidden", training.folds().get(0).networks().get(0).hidden().name());
        final ArrayNode folds = json.putArray("folds");
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        for (final PerturbedFold fold : training.folds()) {
            for (int n = 0; n < perturbation.networks(); n++) {
                ModelArrays.put(arrays, name(folds.size(), n), fold.networks().get(n));
            }
            final ObjectNode node = folds.addObject();
            node.put("noise", fold.noise());
            ModelArrays.numbers(node.putArray("sizes"), fold.networks().get(0).sizes());
        }
        ArrayFileWriter.write(FileKind.PERTURBED, json, arrays, out);
    }

    /**
     * @param in where from; not closed
     * @return the networks
     * @throws ModelFormatException if the file is damaged or something else, saying what is wrong
     * @throws IOException if reading fails
     */
    public static PerturbedNetworks read(final InputStream in) throws IOException {
        return ArrayFileReader.read(FileKind.PERTURBED, in, (file, json) -> {
            final Perturbation perturbation = json.settings("perturbation", Perturbation.class);
            final List<Fields> nodes = json.objects("folds");
            final Activation hidden = json.constant(Activation.class, "hidden");
            final List<PerturbedFold> folds = new ArrayList<>();
            for (final Fields node : nodes) {
                final int[] sizes = node.integers("sizes");
                file.requireReadable(() -> Limits.requireFile(sizes, (long)nodes.size() * perturbation.networks()));
                final List<Network> networks = new ArrayList<>();
                for (int n = 0; n < perturbation.networks(); n++) {
                    networks.add(file.network(name(folds.size(), n), sizes, hidden));
                }
                folds.add(new PerturbedFold(networks, node.number("noise")));
            }
            return new PerturbedNetworks(json.text("controls"), perturbation,
                new PerturbedTraining(folds, json.integer("epochs")));
        });
    }

    private static String name(final int fold, final int network) {
        return "fold/" + fold + "/perturbed/" + network;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Perturbation;

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
 * @param networks for each fold its perturbed networks, all of the same sizes; as many folds as there are controls
 * @param epochs of all of them together
 */
public record PerturbedNetworks(String controls, Perturbation perturbation, List<List<Network>> networks, int epochs) {

    /** Copies the lists and checks that they fit into a file. */
    public PerturbedNetworks {
        Objects.requireNonNull(controls, "controls");
        Objects.requireNonNull(perturbation, "perturbation");
        networks = networks.stream().map(List::copyOf).toList();
        if (networks.isEmpty() || networks.stream().anyMatch(fold -> fold.size() != perturbation.networks())) {
            throw new IllegalArgumentException(
                "Each fold needs " + perturbation.networks() + " perturbed networks, and there must be a fold.");
        }
        Limits.requireFile(networks.get(0).get(0).sizes(), (long)networks.size() * perturbation.networks());
    }

    /**
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        final Network first = networks.get(0).get(0);
        final ObjectNode json = ArrayFileWriter.json(FileKind.PERTURBED);
        json.put("controls", controls);
        Fields.write(json.putObject("perturbation"), perturbation);
        json.put("folds", networks.size());
        json.put("epochs", epochs);
        json.put("hidden", first.hidden().name());
        ModelArrays.numbers(json.putArray("sizes"), first.sizes());
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        for (int fold = 0; fold < networks.size(); fold++) {
            for (int n = 0; n < perturbation.networks(); n++) {
                ModelArrays.put(arrays, name(fold, n), networks.get(fold).get(n));
            }
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
            final int[] sizes = json.integers("sizes");
            final int folds = json.integer("folds");
            file.requireReadable(() -> Limits.requireFile(sizes, (long)folds * perturbation.networks()));
            final Activation hidden = json.constant(Activation.class, "hidden");
            final List<List<Network>> networks = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                final List<Network> ofFold = new ArrayList<>();
                for (int n = 0; n < perturbation.networks(); n++) {
                    ofFold.add(file.network(name(fold, n), sizes, hidden));
                }
                networks.add(ofFold);
            }
            return new PerturbedNetworks(json.text("controls"), perturbation, networks, json.integer("epochs"));
        });
    }

    private static String name(final int fold, final int network) {
        return "fold/" + fold + "/perturbed/" + network;
    }
}

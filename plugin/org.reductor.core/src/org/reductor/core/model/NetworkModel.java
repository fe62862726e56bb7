/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.RoundRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * Networks together with everything that is needed to use and to trust them: what a port carries and a model file
 * holds.
 *
 * @param networks the networks
 * @param recipe how their features are made from columns
 * @param history one record a round of the run that made them; may be empty
 * @param provenance where they come from
 */
public record NetworkModel(NetworkEnsemble networks, FeatureRecipe recipe, List<RoundRecord> history,
    Provenance provenance) {

    /** Checks that the recipe makes as many features as the networks read, and that all of it fits into a file. */
    public NetworkModel {
        Objects.requireNonNull(provenance, "provenance");
        history = List.copyOf(history);
        Limits.requireNetwork(networks.originalSizes());
        Limits.requireFile(networks.largestSizes(), networks.size());
        Limits.requireRounds(history.size() - 1);
        if (recipe.width() != networks.inputs()) {
            throw new IllegalArgumentException("The recipe makes " + recipe.width()
                + " features, but the networks read " + networks.inputs() + ".");
        }
    }

    /**
     * Writes the model file. Equal models give equal bytes but for the times in the provenance.
     *
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        new ModelWriter(this).write(out);
    }

    /**
     * Reads a model file.
     *
     * @param in where from; not closed
     * @return the model
     * @throws ModelFormatException if the file is damaged or not a model, saying what is wrong
     * @throws IOException if reading fails
     */
    public static NetworkModel read(final InputStream in) throws IOException {
        return ModelReader.read(in);
    }

    /**
     * Takes one network out, for programs that use just one.
     *
     * @param index which one, from 0
     * @return a model with that network alone, whose provenance names it as the setting {@code member}
     * @throws IndexOutOfBoundsException if there is no such network, saying which there are
     */
    public NetworkModel member(final int index) {
        if (index < 0 || index >= networks.size()) {
            throw new IndexOutOfBoundsException("There is no network " + index + ": the model has the networks 0 to "
                + (networks.size() - 1) + ".");
        }
        return new NetworkModel(new NetworkEnsemble(List.of(networks.members().get(index))), recipe, history,
            provenance.ofNetwork(index));
    }

    /** @return names of what the networks predict, for a sentence */
    public String target() {
        return networks.heads().names();
    }

    /** @return all but the arrays as JSON: architecture, target, recipe, history and provenance, as in a model file */
    public ObjectNode toTree() {
        return ModelJson.of(this);
    }

    /** @return SHA-256 over weights, mask, target and recipe, without history and provenance, in hexadecimal */
    public String fingerprint() {
        return ModelArrays.fingerprint(this);
    }
}

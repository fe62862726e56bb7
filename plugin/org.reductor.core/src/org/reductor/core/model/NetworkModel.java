/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.uncertainty.Calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Networks together with everything that is needed to use and to trust them: what a port carries and a model file
 * holds.
 *
 * @param networks the networks
 * @param recipe how their features are made from columns
 * @param history one record a round of the run that made them; may be empty
 * @param controls what stands beside the result of that run; may be empty
 * @param provenance where they come from
 * @param calibration what they showed of themselves on rows that they had not seen; empty if nobody knows, as for
 *            imported networks and for those that were pruned and not trained since
 */
public record NetworkModel(NetworkEnsemble networks, FeatureRecipe recipe, List<RoundRecord> history,
    List<ControlRecord> controls, Provenance provenance, Optional<Calibration> calibration) {

    /** Checks that the recipe makes as many features as the networks read, and that all of it fits into a file. */
    public NetworkModel {
        Objects.requireNonNull(provenance, "provenance");
        calibration.ifPresent(c -> c.requireFit(networks.size(), networks.inputs(), networks.tasks()));
        history = List.copyOf(history);
        controls = List.copyOf(controls);
        Limits.requireNetwork(networks.originalSizes());
        Limits.requireFile(networks.largestSizes(), networks.size());
        Limits.requireRounds(history.size() - 1);
        if (recipe.width() != networks.inputs()) {
            throw new IllegalArgumentException("The recipe makes " + recipe.width()
                + " features, but the networks read " + networks.inputs() + ".");
        }
    }

    /**
     * A model of a run without controls, of which nobody knows how it predicts rows that it has not seen.
     *
     * @param networks the networks
     * @param recipe how their features are made from columns
     * @param history one record a round of the run that made them; may be empty
     * @param provenance where they come from
     */
    public NetworkModel(final NetworkEnsemble networks, final FeatureRecipe recipe, final List<RoundRecord> history,
        final Provenance provenance) {
        this(networks, recipe, history, List.of(), provenance, Optional.empty());
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
     * Takes one network out, for programs that use just one. The calibration stays behind, because it is of the mean of
     * all: its errors are those of the mean or, out of fold, are made as much smaller as the mean errs less than a
     * single network. Intervals from them would be too narrow for one; so it has none, as the predictor says.
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

    /** @return SHA-256 over weights, mask, target and recipe, without history, provenance and calibration, in
     *         hexadecimal */
    public String fingerprint() {
        return ModelArrays.fingerprint(this);
    }
}

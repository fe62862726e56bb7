/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RecipeDifference;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network that other software has trained, as read from its file.
 *
 * @param network all of its weights
 * @param heads what its outputs are
 * @param recipe how its features are made, if the file says so, or null
 * @param named whether the file says what it predicts, so that the names of the targets mean something
 * @param origin what the file says about itself, by name, for the provenance
 */
public record ForeignNetwork(Network network, Heads heads, FeatureRecipe recipe, boolean named,
    SortedMap<String, String> origin) {

    /** Copies the map. */
    public ForeignNetwork {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(heads, "heads");
        origin = Collections.unmodifiableSortedMap(new TreeMap<>(origin));
    }

    /**
     * @param more facts about where the network comes from, by name
     * @return this network with them
     */
    public ForeignNetwork with(final Map<String, String> more) {
        final TreeMap<String, String> all = new TreeMap<>(origin);
        all.putAll(more);
        return new ForeignNetwork(network, heads, recipe, named, all);
    }

    /**
     * @param column name of a column of bit vectors
     * @return how the features are made, as the file says, or, where it does not, that they are in that column
     */
    public FeatureRecipe recipeOr(final String column) {
        return recipe != null ? recipe : new FeatureRecipe(
            List.of(new FeatureBlock(column.strip(), FeatureBlock.BIT_VECTOR, network.size(0), new TreeMap<>())));
    }

    /**
     * @param given how features are made that the user has given for it
     * @param whose whose features these are, as a clause
     * @return that the file says that its features are made otherwise, in sentences, if it does
     */
    public Optional<String> contradiction(final FeatureRecipe given, final String whose) {
        return (recipe == null ? Optional.<RecipeDifference>empty() : RecipeDifference.between(recipe, given))
            .map(difference -> "The file says that the network's features are made in another way than those " + whose
                + ". " + difference.sentence("in the file", "there"));
    }

    /**
     * Weights that are zero count as pruned, and stay so in further training; units that this leaves dead are removed.
     *
     * @param features how the features of the network are made
     * @param target name for what it predicts, see {@link Heads#named}; null for the names in the file
     * @param versions versions of Reductor and of libraries
     * @return a model with this network as its only member
     * @throws IllegalArgumentException if the recipe does not make as many features as the network reads, saying how
     *             many each has
     */
    public NetworkModel model(final FeatureRecipe features, final String target, final Map<String, String> versions) {
        final int inputs = network.size(0);
        if (features.width() != inputs) {
            throw new IllegalArgumentException("The network reads " + inputs + " features, but " + features.width()
                + " are given. Give the features that it was trained on, made in the same way.");
        }
        final boolean[] varies = new boolean[inputs];
        Arrays.fill(varies, true);
        final Compaction compaction =
            Compaction.of(Mask.full(network.sizes()), nonZeroWeights(), varies, new float[inputs]);
        return new NetworkModel(
            new NetworkEnsemble(compaction.mask(), List.of(compaction.apply(network)),
                target == null ? heads : heads.named(target)),
            features, List.of(), Provenance.imported(inputs, origin, versions));
    }

    private boolean[][] nonZeroWeights() {
        final boolean[][] kept = new boolean[network.layers()][];
        for (int l = 0; l < kept.length; l++) {
            final float[] kernel = network.kernel(l);
            kept[l] = new boolean[kernel.length];
            for (int i = 0; i < kernel.length; i++) {
                kept[l][i] = kernel[i] != 0;
            }
        }
        return kept;
    }
}

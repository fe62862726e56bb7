/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.WholeFile;
import org.reductor.knime.column.RecipeProperty;

/** Reads files of other software, and fills in what they do not say. */
public final class ForeignFile {

    private ForeignFile() {
    }

    /**
     * @param bridge what reads
     * @param place where a file of DL4J or Keras is; with the architecture beside it, if it does not hold it
     * @param largestSize bytes that it may have, also unpacked
     * @return its network
     * @throws KNIMEException when it is not there, cannot be read or does not fit; the message names the file and why
     */
    public static ForeignNetwork read(final NetworkBridge bridge, final Place place, final long largestSize)
        throws KNIMEException {
        try {
            return ModelFile.read(() -> WholeFile.read(place.path(), place.toString(), NetworkBridge.FILES,
                () -> place.lend(largestSize, NetworkBridge::architecture, file -> bridge.read(file, largestSize))));
        } catch (IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /**
     * @param network a network
     * @param column name of the column that its features come from, for files that do not tell; may be blank
     * @return how its features are made
     * @throws KNIMEException when neither the file nor the user says
     */
    public static FeatureRecipe recipe(final ForeignNetwork network, final String column) throws KNIMEException {
        if (network.recipe() == null && column.isBlank()) {
            throw new KNIMEException("The file does not say how the " + network.network().size(0) + " features of the "
                + "network are made. Give a table with such features, or name the column of bit vectors that "
                + "predictions are to be made from.");
        }
        return network.recipeOr(column);
    }

    /**
     * @param network a network
     * @param recipe how features are made that the user has given for it
     * @param whose whose features these are, for the message
     * @param remedy what the user can do
     * @throws KNIMEException when the file says that its features are made otherwise
     */
    public static void requireSameRecipe(final ForeignNetwork network, final FeatureRecipe recipe, final String whose,
        final String remedy) throws KNIMEException {
        final Optional<String> contradiction = network.contradiction(recipe, whose);
        if (contradiction.isPresent()) {
            throw new KNIMEException(contradiction.get() + " " + remedy);
        }
    }

    /**
     * @param network a network
     * @param recipe how its features are made
     * @param target name of what it predicts, behind which several targets get their numbers; blank for the names in
     *            the file
     * @return the model
     * @throws KNIMEException when the recipe makes another number of features or holds the target, or nobody names it
     */
    public static NetworkModel model(final ForeignNetwork network, final FeatureRecipe recipe, final String target)
        throws KNIMEException {
        if (target.isBlank() && !network.named()) {
            throw new KNIMEException(
                "The file does not say what the network predicts. Name the target, for example pKi.");
        }
        try {
            final NetworkModel model =
                network.model(recipe, target.isBlank() ? null : target.strip(), Versions.of(recipe));
            for (final Task task : model.networks().heads().tasks()) {
                RecipeProperty.requireNotAmongFeatures(recipe, task.name());
            }
            return model;
        } catch (IllegalArgumentException | InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}

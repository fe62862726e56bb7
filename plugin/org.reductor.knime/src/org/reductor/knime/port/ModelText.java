/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.reductor.chem.FeatureBlocks;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.RoundState;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.train.TrainingSettings;

/** Says in words what networks are. */
public final class ModelText {

    private ModelText() {
    }

    /**
     * @param sizes of the layers, inputs first
     * @return for example "2,048 inputs, 1,024 hidden units, 1 output"
     */
    public static String architecture(final int... sizes) {
        return layers(count(sizes[0]) + " inputs", sizes);
    }

    private static String layers(final String inputs, final int... sizes) {
        final String hidden = Arrays.stream(sizes, 1, sizes.length - 1).mapToObj(ModelText::count)
            .collect(Collectors.joining(" and "));
        return inputs + ", " + hidden + " hidden units, " + count(sizes[sizes.length - 1])
            + (sizes[sizes.length - 1] == 1 ? " output" : " outputs");
    }

    /**
     * @param recipe how features are made; null when only the rows will tell how many there are
     * @param training how new networks are built
     * @param outputs number of their outputs
     * @return their architecture
     */
    public static String architecture(final FeatureRecipe recipe, final TrainingSettings training,
        final int outputs) {
        return recipe == null ? layers("an input for each feature", training.sizes(1, outputs))
            : architecture(training.sizes(recipe.width(), outputs));
    }

    /**
     * @param networks networks
     * @return their architecture now, the mean over networks that have masks of their own
     */
    static String architecture(final NetworkEnsemble networks) {
        return (networks.masks().size() > 1 ? "on average " : "") + architecture(networks.sizes());
    }

    /**
     * @param perturbation how targets differ
     * @param folds number of folds
     * @return for example "2 perturbed networks for each of 5 folds: noise, amplitude 0.1"
     */
    static String perturbed(final Perturbation perturbation, final int folds) {
        return perturbation.networks() + " perturbed " + (perturbation.networks() == 1 ? "network" : "networks")
            + " for each of " + folds + " folds: " + perturbation.kind().name().toLowerCase(Locale.ROOT)
            + ", amplitude " + perturbation.amplitude();
    }

    /**
     * @param criterion what scored the weights
     * @return a line for people
     */
    public static String deviations(final ImportanceCriterion criterion) {
        return "Scores of weights by " + criterion.label().toLowerCase(Locale.ROOT);
    }

    /**
     * @param what the thing that belongs to other networks, with its article
     * @param theirs checksum of the networks that it belongs to
     * @param connected checksum of the networks that are connected
     * @return what to say of that
     */
    public static String otherNetworks(final String what, final String theirs, final String connected) {
        return what + " belong to other networks than those at the Networks port: to those with the checksum "
            + theirs.substring(0, Math.min(12, theirs.length())) + ", not " + connected.substring(0, 12)
            + ". Connect both to the same Network Learner, and run all of it again.";
    }

    /**
     * @param state what stands beside networks that are driven step by step
     * @return where they stand
     */
    static String state(final RoundState state) {
        return state.training().isPresent() ? "trained in round " + state.round()
            : "pruned for round " + state.round() + " and not trained since";
    }

    /**
     * @param model networks
     * @return a line for the port's tooltip
     */
    static String summary(final NetworkModel model) {
        final NetworkEnsemble networks = model.networks();
        final int members = networks.size();
        final long original = networks.originalWeights();
        final double dropped = 100.0 * (original - networks.keptWeights()) / original;
        return String.format(Locale.ENGLISH,
            "%d %s for '%s': %s; %,d of %,d weights each (%.1f %% dropped); features: %s",
            members, members == 1 ? "network" : "networks", model.target(), architecture(networks),
            networks.keptWeights(), original, dropped,
            model.recipe().blocks().stream().map(ModelText::block).collect(Collectors.joining(", ")));
    }

    private static String block(final FeatureBlock block) {
        // Lists, such as all categories of a column, would swamp the line.
        final String parameters = block.parameters().entrySet().stream()
            .filter(entry -> !entry.getValue().startsWith("["))
            .map(entry -> ", " + entry.getKey() + " " + entry.getValue()).collect(Collectors.joining());
        return block.kind() + " of '" + block.column() + "' (" + count(block.width())
            + (FeatureBlocks.isBinary(block) ? " bits" : FeatureBlock.COUNT_VECTOR.equals(block.kind()) ? " counts"
                : " numbers") + parameters + ")";
    }

    private static String count(final int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}

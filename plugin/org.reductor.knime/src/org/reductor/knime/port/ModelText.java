/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Mask;

/** Says in words what networks are. */
public final class ModelText {

    private ModelText() {
    }

    /**
     * @param sizes of the layers, inputs first
     * @return for example "2,048 inputs, 1,024 hidden units, 1 output"
     */
    public static String architecture(final int... sizes) {
        final String hidden = Arrays.stream(sizes, 1, sizes.length - 1).mapToObj(ModelText::count)
            .collect(Collectors.joining(" and "));
        return count(sizes[0]) + " inputs, " + hidden + " hidden units, " + count(sizes[sizes.length - 1])
            + (sizes[sizes.length - 1] == 1 ? " output" : " outputs");
    }

    /**
     * @param model networks
     * @return a line for the port's tooltip
     */
    static String summary(final NetworkModel model) {
        final Mask mask = model.networks().mask();
        final int members = model.networks().members().size();
        final double dropped = 100.0 * (mask.originalWeights() - mask.keptWeights()) / mask.originalWeights();
        return String.format(Locale.ENGLISH,
            "%d %s for '%s': %s; %,d of %,d weights each (%.1f %% dropped); features: %s",
            members, members == 1 ? "network" : "networks", model.target(), architecture(mask.sizes()),
            mask.keptWeights(), mask.originalWeights(), dropped,
            model.recipe().blocks().stream().map(ModelText::block).collect(Collectors.joining(", ")));
    }

    private static String block(final FeatureBlock block) {
        final String parameters = block.parameters().entrySet().stream()
            .map(entry -> ", " + entry.getKey() + " " + entry.getValue()).collect(Collectors.joining());
        return block.kind() + " of '" + block.column() + "' (" + count(block.width()) + " bits" + parameters + ")";
    }

    private static String count(final int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}

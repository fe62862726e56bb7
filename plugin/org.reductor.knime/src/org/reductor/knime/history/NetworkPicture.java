/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import java.util.List;
import java.util.stream.IntStream;

import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Survival;

/**
 * What is left of the layers of networks, as a picture shows it.
 *
 * @param layers the inputs, the hidden layers and the outputs
 * @param kernels the weights between each and the next
 */
public record NetworkPicture(List<Layer> layers, List<Kernel> kernels) {

    /**
     * A layer.
     *
     * @param name what people call it
     * @param before units before pruning
     * @param all units left in every network
     * @param most units left in more than half of the networks
     * @param any units left in at least one
     */
    public record Layer(String name, int before, int all, int most, int any) {
    }

    /**
     * The weights between two layers.
     *
     * @param before before pruning
     * @param kept how many are left, the mean over the networks
     */
    public record Kernel(long before, double kept) {
    }

    static NetworkPicture of(final NetworkEnsemble networks) {
        final int[] sizes = networks.originalSizes();
        final int last = sizes.length - 1;
        return new NetworkPicture(
            IntStream.rangeClosed(0, last).mapToObj(level -> layer(networks, level, last)).toList(),
            IntStream.range(0, last).mapToObj(l -> new Kernel((long)sizes[l] * sizes[l + 1], networks.members().stream()
                .mapToInt(member -> member.mask().keptWeights(l)).average().orElseThrow())).toList());
    }

    private static Layer layer(final NetworkEnsemble networks, final int level, final int last) {
        final Survival left = Survival.of(networks, level);
        final String name = level == 0 ? "Inputs" : level < last ? "Hidden layer " + level
            : left.units() == 1 ? "Output" : "Outputs";
        return new Layer(name, left.units(), left.all(), left.most(), left.any());
    }
}

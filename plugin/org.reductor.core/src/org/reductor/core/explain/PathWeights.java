/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;

/**
 * How strongly each feature can act on an output: over all paths through the layers the sum of the product of the
 * weights' sizes, after the connection weights of Olden and Jackson (Ecol. Model. 2002, 154, 135-150), which keep the
 * signs. It is what the weights allow, whether or not any row makes use of it.
 */
final class PathWeights {

    private PathWeights() {
    }

    /**
     * @param networks the networks
     * @param output the output; of a class that only rows tell, the mean over all classes
     * @return one number a feature in the units of the output, the mean over the networks; 0 where none reads it
     */
    static double[] of(final NetworkEnsemble networks, final ExplainedOutput output) {
        final double[] mean = new double[networks.inputs()];
        for (final Member member : networks.members()) {
            final double[] ofInputs = ofInputs(member, output);
            for (int i = 0; i < ofInputs.length; i++) {
                mean[member.mask().units(0)[i]] += ofInputs[i] / networks.size();
            }
        }
        return mean;
    }

    private static double[] ofInputs(final Member member, final ExplainedOutput output) {
        final Network network = member.network();
        final var head = member.heads().get(output.task());
        final int start = member.heads().start(output.task());
        double[] reach = new double[network.size(network.layers())];
        for (int i = 0; i < head.outputs(); i++) {
            final boolean one = head.outputs() > 1 && output.category() >= 0;
            reach[start + i] = !one ? head.scale().scale() / head.outputs() : i == output.category() ? 1 : 0;
        }
        for (int layer = network.layers() - 1; layer >= 0; layer--) {
            final double[] below = new double[network.size(layer)];
            final float[] kernel = network.kernel(layer);
            for (int i = 0; i < kernel.length; i++) {
                below[i / reach.length] += Math.abs(kernel[i]) * reach[i % reach.length];
            }
            reach = below;
        }
        return reach;
    }
}

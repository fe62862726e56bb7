/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.objective.Heads;

import java.util.Arrays;
import java.util.Objects;

/**
 * A network of an ensemble. Members whose masks are the same object were pruned together; others have each been pruned
 * by what their own training rows said, and have other units and inputs.
 *
 * @param mask which weights are kept
 * @param network the network, of the mask's sizes
 * @param heads what its outputs are; each member may see the targets in units of its own
 */
public record Member(Mask mask, Network network, Heads heads) {

    /** Checks that the network fits the mask, and the heads the network. */
    public Member {
        Objects.requireNonNull(heads, "heads");
        if (!Arrays.equals(network.sizes(), mask.sizes())) {
            throw new IllegalArgumentException("A network of the sizes " + Arrays.toString(network.sizes())
                + " does not fit a mask of the sizes " + Arrays.toString(mask.sizes()) + ".");
        }
        if (network.size(network.layers()) != heads.outputs()) {
            throw new IllegalArgumentException("The networks have " + network.size(network.layers())
                + " outputs, but their targets need " + heads.outputs() + ".");
        }
    }

    /**
     * @param other another network of the same sizes
     * @return that network in this one's place
     */
    public Member with(final Network other) {
        return new Member(mask, other, heads);
    }

    /**
     * @param whole mask of the unpruned network
     * @return a network with the same predictions in which all that was pruned is there again, with weights and biases
     *         of zero
     */
    Member inOriginalSizes(final Mask whole) {
        final int[] sizes = mask.originalSizes();
        final float[][] kernels = new float[mask.layers()][];
        final float[][] biases = new float[mask.layers()][];
        for (int l = 0; l < kernels.length; l++) {
            final int[] from = mask.units(l);
            final int[] to = mask.units(l + 1);
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            biases[l] = new float[sizes[l + 1]];
            for (int j = 0; j < to.length; j++) {
                biases[l][to[j]] = network.bias(l)[j];
                for (int i = 0; i < from.length; i++) {
                    kernels[l][from[i] * sizes[l + 1] + to[j]] = network.kernel(l)[i * to.length + j];
                }
            }
        }
        return new Member(whole, new Network(sizes, network.hidden(), kernels, biases), heads);
    }
}

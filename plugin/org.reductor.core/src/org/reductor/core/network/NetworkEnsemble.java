/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.objective.Heads;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The networks of a run, one a fold, under one mask. Their mean is the prediction, their standard deviation its spread.
 *
 * @param mask which weights are kept; shared by all members
 * @param members the networks, all of the mask's sizes; at least one
 * @param heads what the networks' outputs are
 */
public record NetworkEnsemble(Mask mask, List<Network> members, Heads heads) {

    /** Checks that the members fit the mask, and the heads the members. */
    public NetworkEnsemble {
        Objects.requireNonNull(heads, "heads");
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ensemble needs at least one network.");
        }
        for (final Network member : members) {
            if (!Arrays.equals(member.sizes(), mask.sizes()) || member.hidden() != members.get(0).hidden()) {
                throw new IllegalArgumentException("A network of the sizes " + Arrays.toString(member.sizes())
                    + " does not fit a mask of the sizes " + Arrays.toString(mask.sizes()) + ".");
            }
        }
        if (mask.sizes()[mask.layers()] != heads.outputs()) {
            throw new IllegalArgumentException("The networks have " + mask.sizes()[mask.layers()]
                + " outputs, but their targets need " + heads.outputs() + ".");
        }
    }

    /** @return number of features that a row must have, before any pruning */
    public int inputs() {
        return mask.originalSizes()[0];
    }

    /**
     * Makes one network of all, for programs that hold just one: the hidden layers stand side by side, and the output
     * layer takes the mean and turns it into the user's units.
     *
     * @return a network of the surviving inputs (see {@link Mask#units(int)}) that gives the ensemble's mean to float
     *         precision; with {@code k} members each hidden layer is {@code k} times as wide. Outputs of classes are
     *         log odds
     * @throws IllegalArgumentException if there are several members and classes: a mean of probabilities is no output
     * @throws ArithmeticException if a kernel would have too many weights for an array
     */
    public Network asOneNetwork() {
        return SideBySide.join(this);
    }

    /**
     * Gives pruned networks the sizes back that they had, for programs that must not be shown a smaller one.
     *
     * @return networks with the same predictions in which all that was pruned is there again, with weights and biases
     *         of zero; their mask keeps every weight
     */
    public NetworkEnsemble inOriginalSizes() {
        final int[] sizes = mask.originalSizes();
        return new NetworkEnsemble(Mask.full(sizes),
            members.stream().map(member -> inOriginalSizes(member, sizes)).toList(), heads);
    }

    private Network inOriginalSizes(final Network member, final int[] sizes) {
        final float[][] kernels = new float[mask.layers()][];
        final float[][] biases = new float[mask.layers()][];
        for (int l = 0; l < kernels.length; l++) {
            final int[] from = mask.units(l);
            final int[] to = mask.units(l + 1);
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            biases[l] = new float[sizes[l + 1]];
            for (int j = 0; j < to.length; j++) {
                biases[l][to[j]] = member.bias(l)[j];
                for (int i = 0; i < from.length; i++) {
                    kernels[l][from[i] * sizes[l + 1] + to[j]] = member.kernel(l)[i * to.length + j];
                }
            }
        }
        return new Network(sizes, member.hidden(), kernels, biases);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The perturbed networks of a fold.
 *
 * @param networks in the order of the perturbations
 * @param noise root mean square of what the perturbations did to the targets of the fold's training rows, in the units
 *            in which the networks see numbers; for classes as probabilities
 * @param degreesOfFreedom generalised degrees of freedom of the fold's training (Ye 1998), the mean over the networks:
 *            how far predictions for its training rows follow noise in their targets, summed over them; empty where
 *            the perturbation is no noise on numbers
 */
public record PerturbedFold(List<Network> networks, double noise, OptionalDouble degreesOfFreedom) {

    /** Copies the list. */
    public PerturbedFold {
        networks = List.copyOf(networks);
    }

    /**
     * Networks that say nothing about degrees of freedom.
     *
     * @param networks in the order of the perturbations
     * @param noise root mean square of what the perturbations did to the targets
     */
    public PerturbedFold(final List<Network> networks, final double noise) {
        this(networks, noise, OptionalDouble.empty());
    }
}

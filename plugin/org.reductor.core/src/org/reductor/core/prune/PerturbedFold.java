/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;

/**
 * The perturbed networks of a fold.
 *
 * @param networks in the order of the perturbations
 * @param noise root mean square of what the perturbations did to the targets of the fold's training rows, in the units
 *            in which the networks see numbers; for classes as probabilities
 */
public record PerturbedFold(List<Network> networks, double noise) {

    /** Copies the list. */
    public PerturbedFold {
        networks = List.copyOf(networks);
    }
}

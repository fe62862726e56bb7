/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/**
 * What one training of a round gives.
 *
 * @param round the round with its control networks
 * @param perturbed its perturbed networks, without any if none were asked for
 * @param epochs of all networks together
 */
public record RoundTraining(TrainedRound round, PerturbedTraining perturbed, int epochs) {
}

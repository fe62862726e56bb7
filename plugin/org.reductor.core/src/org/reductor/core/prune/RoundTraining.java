/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.Arrays;

/**
 * What one training of a round gives.
 *
 * @param round the round with its control networks
 * @param perturbed its perturbed networks, without any if none were asked for
 * @param controlEpochs for each control network the number of epochs that were run
 * @param bestEpochs for each control network the number of epochs after which it was best, and whose weights it has
 */
public record RoundTraining(TrainedRound round, PerturbedTraining perturbed, int[] controlEpochs, int[] bestEpochs) {

    /** @return epochs of all networks together */
    public int epochs() {
        return Arrays.stream(controlEpochs).sum() + perturbed.epochs();
    }
}

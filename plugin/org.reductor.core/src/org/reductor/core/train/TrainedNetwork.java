/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.Network;

/**
 * What one training gives.
 *
 * @param network the network with its best weights
 * @param validationLoss its loss on the validation rows, see {@link Engine.Training#validationLoss()}
 * @param epochs number of epochs that were run
 * @param bestEpochs number of epochs after which the network was best
 */
public record TrainedNetwork(Network network, double validationLoss, int epochs, int bestEpochs) {
}

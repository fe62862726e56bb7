/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.network.Network;

/**
 * What one training gives.
 *
 * @param network the network with its best weights
 * @param validationRmse its error on the validation rows, in the networks' target units
 * @param epochs number of epochs that were run
 */
public record TrainedNetwork(Network network, double validationRmse, int epochs) {
}

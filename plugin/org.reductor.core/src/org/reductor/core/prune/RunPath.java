/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/**
 * How a run came to its winner, as far as {@link Controls} must know it beside the history.
 *
 * @param first round 0 with the unpruned networks
 * @param bestEpochs number of epochs after which the unpruned networks were best, the mean over the folds
 * @param laterEpochs number of epochs that a fold's control network was trained for in the accepted rounds after
 *            round 0, up to the winner; the mean over the folds, 0 if round 0 won
 */
public record RunPath(TrainedRound first, double bestEpochs, double laterEpochs) {
}

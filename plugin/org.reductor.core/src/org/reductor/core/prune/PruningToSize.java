/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.List;
import java.util.Optional;

/**
 * Drops so many weights that a given number is left, counted as those that can still influence an output: by another
 * criterion, more or fewer of them die with those that it chooses.
 *
 * @param round what is pruned
 * @param schedule what would drop weights without a size to reach
 * @param start from which weights the networks that are left go on from
 */
record PruningToSize(TrainedRound round, DropSchedule schedule, StartWeights start) {

    /** Sizes that differ by no more than this share are the same. */
    private static final double TOLERANCE = 0.002;

    private static final int TRIALS = 12;

    /**
     * The drop rate is changed by the secant method: the number that is left falls almost in proportion to it.
     *
     * @param size number of weights to be left, the mean over the networks
     * @param scores of {@link TrainedRound#score}
     * @return the next round, as near to the size as a few trials come; empty if nothing can be dropped
     */
    Optional<RoundInput> to(final long size, final List<double[][]> scores) {
        final double largest = (1 - 1e-6) / schedule.rate();
        double factor = 1;
        double otherFactor = 0;
        double otherLeft = left(round.networks().allKeptWeights());
        Optional<RoundInput> best = Optional.empty();
        double bestDistance = Math.abs(otherLeft - size);
        for (int trial = 0; trial < TRIALS && bestDistance > TOLERANCE * size; trial++) {
            final Optional<RoundInput> next = round.prune(scores, schedule, factor, start);
            final double left = next.map(n -> left(n.networks().allKeptWeights())).orElse(otherLeft);
            if (next.isPresent() && Math.abs(left - size) < bestDistance) {
                best = next;
                bestDistance = Math.abs(left - size);
            }
            final double slope = (left - otherLeft) / (factor - otherFactor);
            if (!(slope < 0)) {
                break; // a drop that is too small, or too large, to change anything
            }
            otherFactor = factor;
            otherLeft = left;
            factor = Math.min(largest, Math.max(factor / 10, factor + (size - left) / slope));
            if (factor == otherFactor) {
                break;
            }
        }
        return best;
    }

    private double left(final long ofAll) {
        return (double)ofAll / round.controls().size();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Mask;

import java.util.Arrays;

/** The choice of the weights with the highest scores among those that may be dropped. */
final class DropSelection {

    private DropSelection() {
    }

    /**
     * Exactly {@code count} candidates with the highest scores. Of equal scores at the threshold those in earlier
     * kernels, rows and columns go first. (The published code drops all of them, and with a threshold of 0 everything.)
     *
     * @param mask the mask until now
     * @param candidates for each kernel, which weights may be dropped
     * @param scores for each kernel, one score a weight
     * @param count number to drop, at most the number of candidates
     * @return for each kernel, one flag a weight: those kept until now that are not dropped
     */
    static boolean[][] keep(final Mask mask, final boolean[][] candidates, final double[][] scores,
        final long count) {
        final double[] ofCandidates = scores(candidates, scores);
        final boolean[][] keep = new boolean[candidates.length][];
        final double threshold = count == 0 ? Double.POSITIVE_INFINITY
            : OrderStatistic.select(ofCandidates, ofCandidates.length - (int)count);
        long atThreshold = count - Arrays.stream(ofCandidates).filter(score -> score > threshold).count();
        for (int l = 0; l < candidates.length; l++) {
            keep[l] = mask.kept(l).clone();
            for (int i = 0; i < keep[l].length; i++) {
                if (candidates[l][i]) {
                    if (scores[l][i] > threshold) {
                        keep[l][i] = false;
                    } else if (scores[l][i] == threshold && atThreshold > 0) {
                        keep[l][i] = false;
                        atThreshold--;
                    }
                }
            }
        }
        return keep;
    }

    /** The kept weights of a mask that leave an input which varies, or a hidden unit: what a criterion chooses from. */
    static boolean[][] candidates(final Mask mask, final boolean[] inputVaries) {
        final boolean[][] candidates = new boolean[mask.layers()][];
        for (int l = 0; l < candidates.length; l++) {
            candidates[l] = mask.kept(l).clone();
        }
        final int width = mask.units(1).length;
        for (int input = 0; input < inputVaries.length; input++) {
            if (!inputVaries[input]) {
                Arrays.fill(candidates[0], input * width, (input + 1) * width, false);
            }
        }
        return candidates;
    }

    private static double[] scores(final boolean[][] candidates, final double[][] scores) {
        int size = 0;
        for (final boolean[] layer : candidates) {
            for (final boolean candidate : layer) {
                size += candidate ? 1 : 0;
            }
        }
        final double[] ofCandidates = new double[size];
        int next = 0;
        for (int l = 0; l < candidates.length; l++) {
            for (int i = 0; i < candidates[l].length; i++) {
                if (candidates[l][i]) {
                    ofCandidates[next++] = scores[l][i];
                }
            }
        }
        return ofCandidates;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.Arrays;

/**
 * Which units can still matter under a set of kept weights: a unit is <em>fed</em> if a varying input reaches it over
 * kept weights, and <em>heard</em> if it reaches an output over kept weights. A unit that is not fed is constant; one
 * that is not heard has no effect. A weight matters only if it leads from a fed to a heard unit.
 */
final class LiveUnits {

    private final boolean[][] fed;
    private final boolean[][] heard;

    private LiveUnits(final boolean[][] fed, final boolean[][] heard) {
        this.fed = fed;
        this.heard = heard;
    }

    /**
     * @param sizes sizes of the network
     * @param kept for each kernel, one flag a weight
     * @param inputVaries for each input, whether it varies over the training rows
     * @return which units can matter
     */
    static LiveUnits of(final int[] sizes, final boolean[][] kept, final boolean[] inputVaries) {
        final int levels = sizes.length;
        final boolean[][] fed = new boolean[levels][];
        final boolean[][] heard = new boolean[levels][];
        fed[0] = inputVaries.clone();
        for (int level = 1; level < levels; level++) {
            fed[level] = new boolean[sizes[level]];
            final int width = sizes[level];
            for (int from = 0; from < sizes[level - 1]; from++) {
                for (int to = 0; fed[level - 1][from] && to < width; to++) {
                    fed[level][to] |= kept[level - 1][from * width + to];
                }
            }
        }
        heard[levels - 1] = new boolean[sizes[levels - 1]];
        Arrays.fill(heard[levels - 1], true);
        for (int level = levels - 2; level >= 0; level--) {
            heard[level] = new boolean[sizes[level]];
            final int width = sizes[level + 1];
            for (int from = 0; from < sizes[level]; from++) {
                for (int to = 0; to < width && !heard[level][from]; to++) {
                    heard[level][from] = heard[level + 1][to] && kept[level][from * width + to];
                }
            }
        }
        return new LiveUnits(fed, heard);
    }

    boolean fed(final int level, final int unit) {
        return fed[level][unit];
    }

    /** Whether the unit stays: it is heard and fed, or it is an output. */
    boolean stays(final int level, final int unit) {
        return heard[level][unit] && (fed[level][unit] || level == heard.length - 1);
    }
}

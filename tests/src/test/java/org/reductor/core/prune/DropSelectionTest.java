/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Mask;

class DropSelectionTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Mask MASK = Mask.full(2, 2, 1);
    private static final boolean[][] ALL = {{true, true, true, true}, {true, true}};

    private static boolean[][] keep(final boolean[][] candidates, final double[][] scores, final long count) {
        return DropSelection.keep(MASK, candidates, scores, count);
    }

    @Test
    void theHighestScoresGoOverAllKernelsTogether() {
        final boolean[][] kept = keep(ALL, new double[][]{{.1, .9, .2, .3}, {.8, .4}}, 2);
        assertThat(kept[0]).containsExactly(true, false, true, true);
        assertThat(kept[1]).containsExactly(false, true);
    }

    @Test
    void exactlyAsManyGoAsAskedForWhenScoresTieAtTheThreshold() {
        final boolean[][] kept = keep(ALL, new double[][]{{.5, .9, .5, .5}, {.5, .1}}, 3);
        assertThat(kept[0]).containsExactly(false, false, false, true);
        assertThat(kept[1]).containsExactly(true, true);
    }

    @Test
    void aThresholdOfZeroDoesNotDropEverything() {
        final boolean[][] kept = keep(ALL, new double[2][4], 1);
        assertThat(kept[0]).containsExactly(false, true, true, true);
        assertThat(kept[1]).containsExactly(true, true);
    }

    @Test
    void infiniteScoresGoFirstAndMayTie() {
        final boolean[][] kept = keep(ALL, new double[][]{{INFINITE, 1, INFINITE, 2}, {INFINITE, 3}}, 2);
        assertThat(kept[0]).containsExactly(false, true, false, true);
        assertThat(kept[1]).containsExactly(true, true);
    }

    @Test
    void weightsThatAreNoCandidatesStay() {
        final boolean[][] candidates = {{false, true, true, true}, {true, true}};
        final boolean[][] kept = keep(candidates, new double[][]{{9, 1, 2, 3}, {0, 0}}, 2);
        assertThat(kept[0]).containsExactly(true, true, false, false);
    }

    @Test
    void nothingGoesWhenNothingIsAskedFor() {
        assertThat(keep(ALL, new double[][]{{INFINITE, 1, 1, 1}, {1, 1}}, 0)).isDeepEqualTo(ALL);
    }

    @Test
    void weightsOfAConstantInputAreNoCandidates() {
        assertThat(DropSelection.candidates(MASK, new boolean[]{true, false})).isDeepEqualTo(
            new boolean[][]{{true, true, false, false}, {true, true}});
        assertThat(DropSelection.candidates(MASK, new boolean[]{false, true})[0]).containsExactly(false, false, true,
            true);
    }
}

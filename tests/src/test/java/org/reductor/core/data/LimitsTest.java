/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

class LimitsTest {

    @Test
    void aNetworkThatIsTooLargeIsRefusedWithItsNumbersAndTheRemedy() {
        assertThatThrownBy(() -> Limits.requireNetwork(new int[]{300_000, 1024, 1}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("300,000 x 1,024 x 1")
            .hasMessageContaining("307,201,024").hasMessageContaining("250,000,000")
            .hasMessageContaining("fewer features or fewer hidden units");
        assertThatCode(() -> Limits.requireNetwork(new int[]{243_902, 1024, 1})).doesNotThrowAnyException();
    }

    @Test
    void productsOfSizesDoNotOverflow() {
        assertThatThrownBy(() -> Limits.requireNetwork(new int[]{65_536, 65_536, 1})).hasMessageContaining(
            "4,295,032,832 weights");
        final int[] huge = new int[64];
        Arrays.fill(huge, Integer.MAX_VALUE);
        huge[0] = 1;
        assertThatThrownBy(() -> Limits.requireNetwork(huge)).hasMessageContaining("9,223,372,036,854,775,807 weights");
        // 65,536 x 65,536 is 0 as an int, and so is the length of these arrays.
        assertThatThrownBy(() -> new Network(new int[]{65_536, 65_536}, Activation.RELU, new float[1][0],
            new float[][]{new float[65_536]})).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("joins 65536 to 65536");
        final int[] all = java.util.stream.IntStream.range(0, 65_536).toArray();
        assertThatThrownBy(() -> new Mask(new int[]{65_536, 65_536}, new int[][]{all, all}, new boolean[1][0]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("65536 x 65536 weights");
    }

    @Test
    void levelsAndFeaturesAreCounted() {
        assertThatThrownBy(() -> Limits.requireNetwork(new int[65])).hasMessageContaining("2 to 64")
            .hasMessageContaining("65 are asked for");
        assertThatThrownBy(() -> Limits.requireNetwork(new int[]{4})).hasMessageContaining("1 are asked for");
        assertThatThrownBy(() -> Limits.requireNetwork(new int[]{4, 0, 1})).hasMessageContaining("4 x 0 x 1");
        assertThatCode(() -> Limits.requireRemains(new int[]{0, 0, 1})).doesNotThrowAnyException();
        assertThatThrownBy(() -> Limits.requireRemains(new int[]{4, -1, 1})).hasMessageContaining("4 x -1 x 1");
        assertThatThrownBy(() -> Limits.requireFeatures(2_000_001)).hasMessageContaining("2,000,001 features")
            .hasMessageContaining("shorter fingerprints");
        assertThatThrownBy(() -> Limits.requireRows(100_000_001)).hasMessageContaining("100,000,001 rows");
        assertThatThrownBy(() -> Limits.requireRounds(5_001)).hasMessageContaining("5,001 pruning rounds");
    }

    @Test
    void networksAreCountedByTheirLayers() {
        assertThatCode(() -> Limits.requireFile(new int[]{4, 4, 1}, 5_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Limits.requireFile(new int[]{4, 4, 1}, 5_001))
            .hasMessageContaining("5,001 networks of 2 layers").hasMessageContaining("1 to 5,000")
            .hasMessageContaining("fewer folds or perturbed networks");
        assertThatThrownBy(() -> Limits.requireFile(new int[]{4, 4, 4, 1}, 5_000)).hasMessageContaining("1 to 3,333");
        assertThatThrownBy(() -> Limits.requireFile(new int[]{4, 1}, 0)).hasMessageContaining("0 networks");
    }

    @Test
    void networksMustFitIntoTheHeapBeforeMemoryIsTaken() {
        final long heap = Runtime.getRuntime().maxMemory();
        final int[] sizes = {15_000, 15_000, 1};
        final long networks = heap / (4L * 15_000 * 15_001) + 1;
        assertThatThrownBy(() -> Limits.requireFile(sizes, networks)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("too little memory").hasMessageContaining(String.format("%,d MB", heap >> 20));
        // All fit into a file and into memory, but not with what their training takes.
        final int folds = (int)networks - 1;
        assertThatThrownBy(() -> Limits.requireTraining(sizes, folds, 0, 1))
            .hasMessageContaining("training " + folds + " networks of 15,000 x 15,000 x 1")
            .hasMessageContaining("give Java more memory");
        assertThatCode(() -> Limits.requireTraining(new int[]{2048, 1024, 1}, 5, 2, 2)).doesNotThrowAnyException();
    }

    @Test
    void aSmallPackedFileCannotUnpackToGigabytes() {
        assertThat(Limits.unpacked(1_000)).isEqualTo(256 << 20);
        assertThat(Limits.unpacked(10_000_000)).isEqualTo(1_000_000_000);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowDigestsTest {

    private static RowDigest digest(final CsrMatrix.Builder features, final double target) {
        return RowDigest.of(new Dataset(features.build(), new double[]{target}), 0);
    }

    private static CsrMatrix.Builder row(final int[] columns, final float[] values) {
        return CsrMatrix.builder(9).addRow(columns, values);
    }

    @Test
    void aRowIsTheSameHoweverItIsStored() {
        final RowDigest bits = digest(CsrMatrix.builder(9).addBinaryRow(new int[]{2, 7}), 5.5);
        assertThat(digest(row(new int[]{2, 7}, new float[]{1, 1}), 5.5)).isEqualTo(bits);
        assertThat(digest(row(new int[]{0, 2, 5, 7}, new float[]{0, 1, -0f, 1}), 5.5)).isEqualTo(bits);
        assertThat(digest(row(new int[]{2}, new float[]{1}), 0.0)).isEqualTo(digest(row(new int[]{2}, new float[]{1}),
            -0.0));
    }

    @Test
    void anotherFeatureValueTargetOrWidthIsAnotherRow() {
        final RowDigest one = digest(row(new int[]{2, 7}, new float[]{1, .5f}), 5.5);
        final Set<RowDigest> others = new HashSet<>();
        others.add(one);
        others.add(digest(row(new int[]{2, 8}, new float[]{1, .5f}), 5.5));
        others.add(digest(row(new int[]{2, 7}, new float[]{1, Math.nextUp(.5f)}), 5.5));
        others.add(digest(row(new int[]{2, 7}, new float[]{1, .5f}), Math.nextUp(5.5)));
        others.add(digest(row(new int[]{2}, new float[]{1}), 5.5));
        others.add(digest(CsrMatrix.builder(10).addRow(new int[]{2, 7}, new float[]{1, .5f}), 5.5));
        assertThat(others).hasSize(6);
    }

    /** Stored in model files: it must not change from version to version. */
    @Test
    void theDigestIsTheBeginningOfASha256() {
        // Worked out by Python's hashlib: width 9, target 5.5, and the pairs (2, 1) and (7, 1), little-endian.
        assertThat(digest(CsrMatrix.builder(9).addBinaryRow(new int[]{2, 7}), 5.5).value())
            .isEqualTo(0xa31ffa144ad80c00L);
    }

    @Property(tries = 50, seed = "3")
    void setsDoNotDependOnTheOrderOfRows(@ForAll final long seed) {
        final Random random = new Random(seed);
        final int rows = 30;
        final int[] order = Shuffle.inPlace(IntStream.range(0, rows).toArray(), seed);
        final int[][] columns = new int[rows][];
        final double[] targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            columns[i] = IntStream.range(0, 40).filter(c -> c == 0 || random.nextInt(3) == 0).toArray();
            targets[i] = random.nextGaussian();
        }
        final CsrMatrix.Builder one = CsrMatrix.builder(40);
        final CsrMatrix.Builder other = CsrMatrix.builder(40);
        final double[] moved = new double[rows];
        for (int i = 0; i < rows; i++) {
            one.addBinaryRow(columns[i]);
            other.addBinaryRow(columns[order[i]]);
            moved[i] = targets[order[i]];
        }
        final int[] all = IntStream.range(0, rows).toArray();
        final RowDigests digests = RowDigests.of(new Dataset(one.build(), targets), all);
        assertThat(RowDigests.of(new Dataset(other.build(), moved), all)).isEqualTo(digests);
        assertThat(digests.values()).isSorted();
        assertThat(digests.size()).isEqualTo(rows);
    }

    @Test
    void unionsHoldEachRowOnce() {
        final RowDigests one = RowDigests.ofValues(new long[]{-5, 3, 9});
        final RowDigests both = one.union(RowDigests.ofValues(new long[]{3, 4}));
        assertThat(both.values()).containsExactly(-5, 3, 4, 9);
        assertThat(LongStream.of(-5, 4).allMatch(v -> both.contains(new RowDigest(v)))).isTrue();
        assertThat(both.contains(new RowDigest(5))).isFalse();
        assertThat(one.union(RowDigests.NONE)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThatThrownBy(() -> RowDigests.ofValues(new long[]{3, 3})).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("ascend");
    }
}

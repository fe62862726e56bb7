/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.reductor.core.data.RowRoles.Role;

class RowRolesTest {

    private static RowDigest digest(final CsrMatrix.Builder features, final double target) {
        return RowDigest.of(new Dataset(features.build(), Targets.of("target", target)), 0);
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
        final RowRoles roles = roles(new Dataset(one.build(), Targets.of("target", targets)), targets);
        assertThat(roles(new Dataset(other.build(), Targets.of("target", moved)), moved)).isEqualTo(roles);
        assertThat(roles.digests()).isSorted();
        assertThat(roles.size()).isEqualTo(rows);
    }

    /** Rows with a positive target are learned, others judge. */
    private static RowRoles roles(final Dataset data, final double[] targets) {
        final RowRoles.Builder builder = new RowRoles.Builder(1);
        for (int row = 0; row < data.rows(); row++) {
            builder.add(RowDigest.of(data, row), List.of(targets[row] > 0 ? Role.LEARNED : Role.JUDGED));
        }
        return builder.build();
    }

    private static RowRoles roles(final int networks, final Object... digestsAndRoles) {
        final RowRoles.Builder builder = new RowRoles.Builder(networks);
        for (int i = 0; i < digestsAndRoles.length; i += 1 + networks) {
            builder.add(new RowDigest((Integer)digestsAndRoles[i]), IntStream.range(i + 1, i + 1 + networks)
                .mapToObj(j -> (Role)digestsAndRoles[j]).toList());
        }
        return builder.build();
    }

    @Test
    void equalRowsHaveTheStrongestRole() {
        final RowRoles roles = roles(2, 5, Role.JUDGED, Role.STOPPED, -3, Role.NONE, Role.LEARNED, 5, Role.LEARNED,
            Role.JUDGED);
        assertThat(roles.of(new RowDigest(5))).containsExactly(Role.LEARNED, Role.STOPPED);
        assertThat(roles.of(new RowDigest(-3))).containsExactly(Role.NONE, Role.LEARNED);
        assertThat(roles.of(new RowDigest(4))).containsExactly(Role.NONE, Role.NONE);
        assertThat(roles.network(0).of(new RowDigest(5))).containsExactly(Role.LEARNED);
        assertThat(roles.known()).isEqualTo(2);
        assertThat(roles.network(0).known()).isEqualTo(1);
    }

    @Test
    void networksKeepTheRolesOfThoseTheyStartedFrom() {
        final RowRoles before = roles(2, -5, Role.LEARNED, Role.JUDGED, 3, Role.STOPPED, Role.LEARNED);
        final RowRoles now = roles(3, 3, Role.JUDGED, Role.JUDGED, Role.LEARNED, 4, Role.LEARNED, Role.LEARNED,
            Role.LEARNED);
        final RowRoles both = now.startedFrom(before);
        assertThat(both.digests()).containsExactly(-5, 3, 4);
        // The third network started from the first one.
        assertThat(both.of(new RowDigest(-5))).containsExactly(Role.LEARNED, Role.JUDGED, Role.LEARNED);
        assertThat(both.of(new RowDigest(3))).containsExactly(Role.STOPPED, Role.LEARNED, Role.LEARNED);
        assertThat(now.startedFrom(RowRoles.NONE)).isEqualTo(now).hasSameHashCodeAs(now);
        assertThatThrownBy(() -> RowRoles.of(new long[]{3, 3}, new int[2], List.of(List.of(Role.JUDGED))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ascend");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ButinaClustersTest {

    private static final int WIDTH = 70;

    private static CsrMatrix matrix(final List<BitSet> rows) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(WIDTH);
        rows.forEach(row -> builder.addBinaryRow(row.stream().toArray()));
        return builder.build();
    }

    private static int[] clusters(final List<BitSet> rows, final double similarity) {
        return ButinaClusters.of(matrix(rows), similarity, done -> {
        }, () -> false);
    }

    private static BitSet bits(final int... columns) {
        final BitSet bits = new BitSet();
        Arrays.stream(columns).forEach(bits::set);
        return bits;
    }

    /** Copies of a few patterns with some bits flipped: clusters of all sizes, and rows without a bit. */
    private static List<BitSet> families(final int rows, final Random random) {
        final List<BitSet> patterns = IntStream.range(0, 1 + random.nextInt(8))
            .mapToObj(i -> bits(random.ints(random.nextInt(20), 0, WIDTH).toArray())).toList();
        return IntStream.range(0, rows).mapToObj(i -> {
            final BitSet copy = (BitSet)patterns.get(random.nextInt(patterns.size())).clone();
            random.ints(random.nextInt(5), 0, WIDTH).forEach(copy::flip);
            return copy;
        }).toList();
    }

    private static double tanimoto(final BitSet a, final BitSet b) {
        final BitSet both = (BitSet)a.clone();
        both.and(b);
        final int union = a.cardinality() + b.cardinality() - both.cardinality();
        return union == 0 ? 1 : (double)both.cardinality() / union;
    }

    /** As the paper says it, with every list of neighbours. */
    private static int[] plain(final List<BitSet> rows, final double similarity) {
        final int n = rows.size();
        final List<List<Integer>> neighbours = IntStream.range(0, n).mapToObj(i -> IntStream.range(0, n)
            .filter(j -> j != i && tanimoto(rows.get(i), rows.get(j)) >= similarity).boxed().toList()).toList();
        final int[] cluster = new int[n];
        Arrays.fill(cluster, -1);
        int number = 0;
        for (final int i : IntStream.range(0, n).boxed()
            .sorted(Comparator.comparingInt(i -> -neighbours.get(i).size())).toList()) {
            if (cluster[i] < 0) {
                cluster[i] = number;
                for (final int j : neighbours.get(i)) {
                    cluster[j] = cluster[j] < 0 ? number : cluster[j];
                }
                number++;
            }
        }
        return cluster;
    }

    @Property(tries = 200, seed = "1")
    void equalsThePlainAlgorithm(@ForAll @IntRange(max = 300) final int rows,
        @ForAll @IntRange(min = 1, max = 10) final int tenths, @ForAll final long seed) {
        final List<BitSet> families = families(rows, new Random(seed));
        assertThat(clusters(families, tenths / 10.0)).containsExactly(plain(families, tenths / 10.0));
    }

    @Property(tries = 100, seed = "1")
    void rowsWithTheSameBitsAreInTheSameCluster(@ForAll @IntRange(min = 1, max = 150) final int rows,
        @ForAll final long seed) {
        final List<BitSet> twice = new ArrayList<>(families(rows, new Random(seed)));
        twice.addAll(List.copyOf(twice));
        final int[] clusters = clusters(twice, 0.65);
        assertThat(Arrays.copyOfRange(clusters, rows, 2 * rows)).containsExactly(Arrays.copyOf(clusters, rows));
    }

    @Test
    void theRowWithTheMostNeighboursComesFirst() {
        final List<BitSet> rows = List.of(bits(60, 61), bits(0, 1, 2), bits(0, 1, 2, 3), bits(0, 1, 2, 3, 4),
            bits(0, 1, 2, 3, 4, 5, 6));
        assertThat(clusters(rows, 0.75)).containsExactly(1, 0, 0, 0, 2);
        assertThat(clusters(rows, 0.6)).as("the last but one has three").containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void aSimilarityOfExactlyTheThresholdIsEnough() {
        final List<BitSet> rows = List.of(bits(0, 1, 2, 3), bits(0, 1, 2, 4));
        assertThat(clusters(rows, 0.6)).containsExactly(0, 0);
        assertThat(clusters(rows, 0.61)).containsExactly(0, 1);
    }

    @Test
    void progressAscendsAndCancellingStops() {
        final List<BitSet> rows = families(1000, new Random(1));
        final List<Double> heard = new ArrayList<>();
        ButinaClusters.of(matrix(rows), 0.65, heard::add, () -> false);
        assertThat(heard).isSorted().allMatch(done -> done > 0 && done <= 1).hasSizeGreaterThan(8);
        assertThatThrownBy(() -> ButinaClusters.of(matrix(rows), 0.65, heard::add, () -> true))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatHasNoSimilarityIsRefused() {
        assertThatThrownBy(() -> clusters(List.of(bits(1)), 0)).hasMessageContaining("similarity is 0.0");
        assertThatThrownBy(() -> clusters(List.of(bits(1)), 1.1)).hasMessageContaining("1.1");
        final CsrMatrix counts = CsrMatrix.builder(3).addRow(new int[]{1}, new float[]{2}).build();
        assertThatThrownBy(() -> ButinaClusters.of(counts, 0.5, done -> {
        }, () -> false)).hasMessageContaining("have values");
    }
}

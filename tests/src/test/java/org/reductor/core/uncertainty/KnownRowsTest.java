/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

class KnownRowsTest {

    private static boolean[] all(final int count) {
        final boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        return all;
    }

    private static double tanimoto(final int[] one, final int[] other) {
        final BitSet both = new BitSet();
        Arrays.stream(one).forEach(both::set);
        final BitSet either = (BitSet)both.clone();
        final BitSet second = new BitSet();
        Arrays.stream(other).forEach(second::set);
        both.and(second);
        either.or(second);
        return (double)both.cardinality() / either.cardinality();
    }

    @Test
    void theNearestRowIsFoundAmongAllAndAmongThoseThatDidNotJudgeAGroup() {
        final Random random = new Random(1);
        final int[][] rows = IntStream.range(0, 60)
            .mapToObj(i -> random.ints(12, 0, 50).distinct().sorted().toArray()).toArray(int[][]::new);
        final CsrMatrix.Builder builder = CsrMatrix.builder(50);
        Arrays.stream(rows).forEach(builder::addBinaryRow);
        final int[] judged = IntStream.range(0, 60).map(i -> i % 4 - 1).toArray();
        final KnownRows known = KnownRows.of(builder.build(), all(50), all(60), judged, 3).orElseThrow();

        for (int trial = 0; trial < 50; trial++) {
            final int[] row = random.ints(10, 0, 50).distinct().sorted().toArray();
            final Similarity similarity = known.search().of(row);
            assertThat(similarity.nearest()).isCloseTo(
                Arrays.stream(rows).mapToDouble(other -> tanimoto(row, other)).max().orElseThrow(), within(1e-12));
            for (int group = 0; group < 3; group++) {
                final int own = group;
                assertThat(similarity.ofGroup()[group]).isCloseTo(
                    IntStream.range(0, 60).filter(i -> judged[i] != own)
                        .mapToDouble(i -> tanimoto(row, rows[i])).max().orElseThrow(), within(1e-12));
            }
        }
    }

    @Test
    void equalRowsAreKeptOnceAndUnknownOnesAndThoseWithoutBitsNot() {
        final CsrMatrix rows = CsrMatrix.builder(5).addBinaryRow(new int[]{1, 2}).addBinaryRow(new int[]{1, 2})
            .addBinaryRow(new int[]{1, 2}).addBinaryRow(new int[]{3}).addBinaryRow(new int[]{0}).build();
        final KnownRows known = KnownRows.of(rows, new boolean[]{false, true, true, true, true},
            new boolean[]{true, true, true, false, true}, new int[]{0, 0, 1, 0, 0}, 2).orElseThrow();
        assertThat(known.rows()).hasSize(2).allSatisfy(row -> assertThat(row).containsExactly(1, 2));
        assertThat(known.judged()).containsExactlyInAnyOrder(0, 1);
        assertThat(KnownRows.of(rows, new boolean[5], all(5), new int[5], 1)).isEmpty();
    }

    @Test
    void ofVeryManyRowsASampleIsKeptThatDoesNotDependOnTheirOrder() {
        final int count = KnownRows.LARGEST + 3000;
        final CsrMatrix one = distinct(count, false);
        final CsrMatrix other = distinct(count, true);
        final int[] none = new int[count];
        Arrays.fill(none, -1);
        final KnownRows first = KnownRows.of(one, all(64), all(count), none, 1).orElseThrow();
        final KnownRows second = KnownRows.of(other, all(64), all(count), none, 1).orElseThrow();
        assertThat(first.rows()).hasSize(KnownRows.LARGEST);
        assertThat(first.rows().stream().map(Arrays::toString).toList())
            .containsExactlyInAnyOrderElementsOf(second.rows().stream().map(Arrays::toString).toList());
    }

    /** Rows with the bits of their number. */
    private static CsrMatrix distinct(final int count, final boolean backwards) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(64);
        for (int i = 0; i < count; i++) {
            final long number = 0x9E3779B97F4A7C15L * (backwards ? count - i : i + 1);
            builder.addBinaryRow(BitSet.valueOf(new long[]{number}).stream().toArray());
        }
        return builder.build();
    }

    @Test
    void aTwentiethOfTheRowsThatJudgedIsBelowTheThreshold() {
        final CsrMatrix row = CsrMatrix.builder(2).addBinaryRow(new int[]{1}).build();
        final KnownRows known = KnownRows.of(row, all(2), all(1), new int[]{-1}, 1).orElseThrow();
        final double[] similarities = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
        final double threshold = known.withThreshold(similarities).threshold();
        assertThat(Arrays.stream(similarities).filter(s -> s < threshold).count()).isEqualTo(10);
    }

    @Test
    void numbersAndDescriptorsAreNoBits() {
        final FeatureRecipe recipe = new FeatureRecipe(List.of(FeatureBlock.of("t", FeatureBlock.NUMERIC, 1, Map.of()),
            FeatureBlock.of("smiles", "morgan", 3, Map.of("radius", "2")),
            FeatureBlock.of("smiles", "descriptors", 2, Map.of(FeatureBlock.NAMES, "[\"a\",\"b\"]")),
            FeatureBlock.of("ligand", "one-hot", 1, Map.of(FeatureBlock.CATEGORIES, "[\"x\"]"))));
        assertThat(KnownRows.bits(recipe)).containsExactly(false, true, true, true, false, false, true);
    }

    @Test
    void rowsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new KnownRows(4, 1, List.of(new int[]{2, 1}), new int[1], 0))
            .hasMessageContaining("Bit 1");
        assertThatThrownBy(() -> new KnownRows(4, 1, List.of(new int[]{4}), new int[1], 0)).hasMessageContaining("4");
        assertThatThrownBy(() -> new KnownRows(4, 1, List.of(new int[]{1}), new int[]{1}, 0))
            .hasMessageContaining("group 1");
        assertThatThrownBy(() -> new KnownRows(4, 1, List.of(new int[]{1}), new int[]{0}, 2))
            .hasMessageContaining("2.0");
        assertThatThrownBy(() -> new KnownRows(4, 1, List.of(), new int[0], 0)).hasMessageContaining("0 rows");
    }
}

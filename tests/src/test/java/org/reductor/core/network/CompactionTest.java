/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;

class CompactionTest {

    /** Inputs a, b, c; hidden units p, q, r; one output. Kernel 0 row by row: a->p a->q a->r, b->..., c->... */
    private static final Mask FULL = Mask.full(3, 3, 1);

    private static boolean[][] keep(final String first, final String second) {
        return new boolean[][]{flags(first), flags(second)};
    }

    private static boolean[] flags(final String digits) {
        final boolean[] flags = new boolean[digits.length()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = digits.charAt(i) == '1';
        }
        return flags;
    }

    @Test
    void aUnitWithoutALiveOutputTakesItsInputWeightsAlong() {
        final Compaction compaction = Compaction.of(FULL, keep("111" + "111" + "111", "101"),
            new boolean[]{true, true, true}, new float[3]);
        assertThat(compaction.mask().units(1)).containsExactly(0, 2);
        assertThat(compaction.mask().keptWeights()).isEqualTo(6 + 2);
    }

    @Test
    void aUnitWithoutALiveInputTakesItsOutputWeightAlong() {
        final Compaction compaction = Compaction.of(FULL, keep("110" + "110" + "110", "111"),
            new boolean[]{true, true, true}, new float[3]);
        assertThat(compaction.mask().units(1)).containsExactly(0, 1);
        assertThat(compaction.mask().keptWeights()).isEqualTo(6 + 2);
    }

    @Test
    void aConstantOrUnreadInputGoesWithAllItsWeights() {
        final Compaction compaction = Compaction.of(FULL, keep("111" + "000" + "111", "111"),
            new boolean[]{true, true, false}, new float[3]);
        assertThat(compaction.mask().units(0)).containsExactly(0);
        assertThat(compaction.mask().keptWeights()).isEqualTo(3 + 3);
    }

    @Test
    void deathSpreadsThroughSeveralLayers() {
        final Mask deep = Mask.full(2, 2, 2, 1);
        // Hidden unit 0 of the first layer is only fed by the constant input, and feeds only unit 0 of the second.
        final boolean[][] kept = {flags("01" + "10"), flags("10" + "01"), flags("11")};
        final Compaction compaction = Compaction.of(deep, kept, new boolean[]{true, false}, new float[]{0, 1});
        assertThat(compaction.mask().units(0)).containsExactly(0);
        assertThat(compaction.mask().units(1)).containsExactly(1);
        assertThat(compaction.mask().units(2)).containsExactly(1);
        assertThat(compaction.mask().keptWeights()).isEqualTo(3);
        assertThat(compaction.mask().originalWeights()).isEqualTo(4 + 4 + 2);
    }

    @Test
    void unitsAreNamedByTheirPlaceInTheOriginalNetworkAfterTwoCompactions() {
        final boolean[] vary = {true, true, true};
        final Mask once = Compaction.of(FULL, keep("011" + "011" + "011", "111"), vary, new float[3]).mask();
        final Mask twice = Compaction.of(once, keep("01" + "01" + "00", "11"), vary, new float[3]).mask();
        assertThat(once.units(1)).containsExactly(1, 2);
        assertThat(twice.units(1)).containsExactly(2);
        assertThat(twice.units(0)).containsExactly(0, 1);
    }

    @Property(tries = 100, seed = "1")
    void theCompactedNetworkComputesTheSameFunction(@ForAll final long seed) {
        final Random random = new Random(seed);
        final int[] sizes = {8, 7, 5, 1};
        final Mask full = Mask.full(sizes);
        final Network network = Network.glorotUniform(sizes, Activation.RELU, seed);
        final boolean[][] kept = new boolean[3][];
        for (int l = 0; l < 3; l++) {
            kept[l] = new boolean[network.kernel(l).length];
            for (int i = 0; i < kept[l].length; i++) {
                kept[l][i] = random.nextDouble() < 0.35;
                network.kernel(l)[i] = kept[l][i] ? network.kernel(l)[i] : 0;
            }
            for (int i = 0; i < network.bias(l).length; i++) {
                network.bias(l)[i] = random.nextFloat() - 0.5f;
            }
        }
        final CsrMatrix rows = rowsWhoseLastInputsAreConstant(random);
        final int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        final Compaction compaction = Compaction.of(full, kept, rows.varyingColumns(all), rows.denseRow(0));
        final Network small = compaction.apply(network);
        final CsrMatrix smallRows = rows.selectColumns(compaction.mask().units(0).length == 0 ? new int[]{0}
            : compaction.mask().units(0));
        for (final int row : all) {
            final float expected = Outputs.of(network, rows, row)[0];
            final float actual = compaction.mask().units(0).length == 0 ? Outputs.withoutInputs(small)[0]
                : Outputs.of(small, smallRows, row)[0];
            assertThat(actual).isCloseTo(expected, within(1e-5f));
        }
    }

    private static CsrMatrix rowsWhoseLastInputsAreConstant(final Random random) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(8);
        for (int row = 0; row < 10; row++) {
            final int r = random.nextInt(64);
            builder.addBinaryRow(java.util.stream.IntStream.range(0, 7).filter(i -> i == 6 || (r >> i & 1) == 1)
                .toArray());
        }
        return builder.build();
    }
}

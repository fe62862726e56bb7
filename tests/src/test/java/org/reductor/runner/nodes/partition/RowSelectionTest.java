/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.runner.nodes.partition.PartitionParameters.CountMode;
import org.reductor.runner.nodes.partition.PartitionParameters.SamplingMode;

class RowSelectionTest {

    private static BitSet random(final int rows, final double percentage, final long seed) {
        final PartitionParameters parameters = new PartitionParameters();
        parameters.m_percentage = percentage;
        return RowSelection.random(rows, parameters.firstPart(rows), new Random(seed));
    }

    private static BitSet bits(final int... indices) {
        return IntStream.of(indices).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** The first is what KNIME 5.8.2 drew when it executed the reference workflow; the others follow its algorithm. */
    @Test
    void randomRowsAreThoseOfTheRealPlatform() {
        assertThat(random(4, 50, 1678807467440L)).isEqualTo(bits(0, 1));
        assertThat(random(10, 50, 1678807467440L)).isEqualTo(bits(0, 1, 2, 3, 6));
        assertThat(random(7, 33, -5)).isEqualTo(bits(0, 2));
        final BitSet all = new BitSet();
        all.set(0, 20);
        all.andNot(bits(0, 9, 10, 12));
        assertThat(random(20, 80, 42)).isEqualTo(all);
    }

    @Test
    void shareIsRoundedDown() {
        final PartitionParameters parameters = new PartitionParameters();
        parameters.m_percentage = 80;
        assertThat(parameters.firstPart(1017)).isEqualTo(813);
        parameters.m_partitioningMode = CountMode.ABSOLUTE;
        parameters.m_rowCount = 3;
        assertThat(parameters.firstPart(1017)).isEqualTo(3);
    }

    @Test
    void linearTakesFirstAndLastRow() {
        assertThat(RowSelection.linear(10, 5)).isEqualTo(bits(0, 1, 3, 5, 9));
        assertThat(RowSelection.linear(10, 2)).isEqualTo(bits(0, 9));
    }

    @Test
    void firstRowsMayBeAll() {
        assertThat(RowSelection.first(5, 2)).isEqualTo(bits(0, 1));
        assertThat(RowSelection.first(2, 100)).isEqualTo(bits(0, 1));
        assertThat(RowSelection.random(2, 100, new Random(1))).isEqualTo(bits(0, 1));
    }

    @Test
    void impossibleSettingsAreRefused() {
        final PartitionParameters parameters = new PartitionParameters();
        parameters.m_percentage = 120;
        assertThatThrownBy(parameters::validate).hasMessageContaining("120");
        parameters.m_percentage = Double.NaN;
        assertThatThrownBy(parameters::validate).hasMessageContaining("NaN");
        parameters.m_percentage = 50;
        parameters.m_mode = SamplingMode.STRATIFIED;
        assertThatThrownBy(parameters::validate).hasMessageContaining("not supported");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PartitionNodeTest {

    private static PartitionNodeFactory.Parameters parameters(final double percentage) {
        final PartitionNodeFactory.Parameters parameters = new PartitionNodeFactory.Parameters();
        parameters.m_percentage = percentage;
        return parameters;
    }

    private static BitSet random(final int rows, final double percentage, final long seed) {
        final PartitionNodeFactory.Parameters parameters = parameters(percentage);
        parameters.m_seed = Optional.of(seed);
        return parameters.firstPart(rows);
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
        assertThat(random(1017, 80, 1).cardinality()).isEqualTo(813);
        assertThat(random(2, 100, 1)).isEqualTo(bits(0, 1));
    }

    @Test
    void firstRowsAreThoseAtTheTop() {
        final PartitionNodeFactory.Parameters parameters = parameters(40);
        parameters.m_mode = PartitionNodeFactory.SamplingMode.FIRST_ROWS;
        assertThat(parameters.firstPart(5)).isEqualTo(bits(0, 1));
    }

    @Test
    void impossibleSharesAreRefused() {
        assertThatThrownBy(parameters(120)::validate).hasMessageContaining("120");
        assertThatThrownBy(parameters(Double.NaN)::validate).hasMessageContaining("NaN");
    }
}

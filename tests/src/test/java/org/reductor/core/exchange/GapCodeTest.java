/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GapCodeTest {

    private static boolean[] flags(final int length, final double share, final long seed) {
        final Random random = new Random(seed);
        final boolean[] flags = new boolean[length];
        for (int i = 0; i < length; i++) {
            flags[i] = random.nextDouble() < share;
        }
        return flags;
    }

    /** Decodes as the Javadoc says, one code after the other. */
    private static boolean[] decode(final GapCode gaps, final int length) {
        final boolean[] flags = new boolean[length];
        int position = 0;
        for (int i = 0; i < gaps.length(); i++) {
            final int bit = i * gaps.bits();
            final int code = gaps.codes()[bit / 8] >> bit % 8 & (1 << gaps.bits()) - 1;
            position += code;
            if (code < gaps.escape()) {
                flags[position++] = true;
            }
        }
        return flags;
    }

    @Property(tries = 300, seed = "1")
    void decodingGivesTheFlags(@ForAll @IntRange(max = 3000) final int length,
        @ForAll @DoubleRange(max = 1) final double root, @ForAll final long seed) {
        final boolean[] flags = flags(length, root * root * root, seed);
        assertThat(decode(GapCode.of(flags), length)).isEqualTo(flags);
    }

    @Test
    void theFewerFlagsAreSetTheShorterTheCode() {
        assertThat(new double[]{1, 0.5, 0.25, 0.1, 0.002}).satisfies(shares -> assertThat(
            Arrays.stream(shares).mapToInt(share -> GapCode.of(flags(100_000, share, 5)).bits()).toArray())
                .containsExactly(1, 1, 2, 4, 8));
        assertThat(GapCode.of(flags(100_000, 0.1, 5)).codes().length).isLessThan(100_000 / 8 * 53 / 100);
        assertThat(GapCode.of(new boolean[100]).codes()).isEmpty();
    }
}

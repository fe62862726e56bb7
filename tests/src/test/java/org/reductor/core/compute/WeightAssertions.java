/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What tests of optimisers expect of arrays. */
public final class WeightAssertions {

    private WeightAssertions() {
    }

    /** Denormal numbers make processors up to a hundred times slower. */
    public static void assertNoneDenormal(final float[] values) {
        for (final float value : values) {
            assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL).as("%s", value).isTrue();
        }
    }

    /** To the last bit, but for the rounding of the share to a float and of what is carried. */
    public static void assertShrunk(final float[] actual, final float[] start, final double share, final int steps) {
        for (int i = 0; i < actual.length; i++) {
            final double expected = start[i] * Math.exp(steps * Math.log1p(-share));
            assertThat((double)actual[i]).isCloseTo(expected,
                within(Math.ulp((float)expected) + 1e-7 * Math.abs(start[i] - expected) + 1e-20));
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Random;

/** The shuffle of Fisher and Yates, in the form of Durstenfeld (1964). */
public final class Shuffle {

    private Shuffle() {
    }

    /**
     * Brings rows into a random order.
     *
     * @param rows the rows, shuffled in place
     * @param seed equal seeds give equal orders
     * @return the same array
     */
    public static int[] inPlace(final int[] rows, final long seed) {
        final Random random = new Random(seed);
        for (int i = rows.length - 1; i > 0; i--) {
            final int j = random.nextInt(i + 1);
            final int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return rows;
    }
}

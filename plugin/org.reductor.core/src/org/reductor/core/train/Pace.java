/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/**
 * Whether a crew is faster than one thread. On a machine that others use as well, members without a processor keep the
 * others waiting, several times a batch. So epochs are timed: the first is run alone, and a crew that took longer is not
 * asked for again for some epochs, twice as many each time.
 */
final class Pace {

    private long alone = Long.MAX_VALUE;
    private int rest = 1;
    private int nextRest = 4;

    /** @return whether the next epoch should ask for helpers */
    boolean together() {
        return rest == 0;
    }

    /**
     * @param members how many threads ran an epoch
     * @param nanoseconds how long it took
     */
    void took(final int members, final long nanoseconds) {
        if (members == 1) {
            alone = nanoseconds;
            rest = Math.max(0, rest - 1);
        } else if (nanoseconds > alone) {
            rest = nextRest;
            nextRest *= 2;
        }
    }
}

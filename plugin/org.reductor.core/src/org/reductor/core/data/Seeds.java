/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

/**
 * Seeds for the many random streams of a run, derived from the run's one seed and the identity of what is to be random.
 * Because a seed belongs to an identity and never to a thread, a run gives the same bits on any number of threads.
 */
public final class Seeds {

    private Seeds() {
    }

    /**
     * @param seed the run's seed
     * @param identity what the stream is for, for example a purpose, a round and a fold
     * @return a seed that is unrelated to those of other identities (SplitMix64, Steele et al. 2014)
     */
    public static long derive(final long seed, final long... identity) {
        long z = mix(seed + 0x9E3779B97F4A7C15L);
        for (final long part : identity) {
            z = mix(z ^ mix(part + 0x9E3779B97F4A7C15L)) + 0x9E3779B97F4A7C15L;
        }
        return mix(z);
    }

    private static long mix(final long x) {
        long z = x;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of rows, known by their digests only: who has a row can tell whether it is among them, but no row can be read
 * out of them.
 */
public final class RowDigests {

    /** No rows. */
    public static final RowDigests NONE = new RowDigests(new long[0]);

    /** Ascending and distinct. */
    private final long[] values;

    private RowDigests(final long[] values) {
        this.values = values;
    }

    /**
     * @param data a data set
     * @param rows some of its rows
     * @return their digests
     */
    public static RowDigests of(final Dataset data, final int[] rows) {
        return new RowDigests(
            Arrays.stream(rows).mapToLong(row -> RowDigest.of(data, row).value()).sorted().distinct().toArray());
    }

    /**
     * @param values of {@link #values()}
     * @return the digests
     * @throws IllegalArgumentException if they do not ascend, or are too many
     */
    public static RowDigests ofValues(final long[] values) {
        Limits.requireRows(values.length);
        for (int i = 1; i < values.length; i++) {
            if (values[i] <= values[i - 1]) {
                throw new IllegalArgumentException("Digests of rows must ascend, but number " + i + " does not.");
            }
        }
        return new RowDigests(values.clone());
    }

    /** @return the digests as numbers, ascending and distinct (a copy) */
    public long[] values() {
        return values.clone();
    }

    /** @return number of different rows */
    public int size() {
        return values.length;
    }

    /**
     * @param row a row
     * @return whether it is among these
     */
    public boolean contains(final RowDigest row) {
        return Arrays.binarySearch(values, row.value()) >= 0;
    }

    /**
     * @param other further rows
     * @return these rows and those
     * @throws IllegalArgumentException if that are too many
     */
    public RowDigests union(final RowDigests other) {
        final long[] all =
            LongStream.concat(Arrays.stream(values), Arrays.stream(other.values)).sorted().distinct().toArray();
        Limits.requireRows(all.length);
        return new RowDigests(all);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowDigests that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " rows";
    }
}

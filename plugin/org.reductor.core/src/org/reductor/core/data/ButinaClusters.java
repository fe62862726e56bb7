/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Clusters rows of bits by their Tanimoto similarity: the row with the most neighbours and those neighbours are the
 * first cluster, of what is left the next, until nothing is. Numbers of neighbours are counted once, at the start,
 * among all rows. Source: Butina, J. Chem. Inf. Comput. Sci. 1999, 39, 747-750. Rows with equally many neighbours are
 * taken in their order, so the result depends on nothing else.
 *
 * <p>Neighbours are counted, not stored, and found again for the few rows that become the middle of a cluster: memory
 * is that of the bits, even where all rows are neighbours. A pair is compared only if the numbers of its bits permit
 * enough in common (Swamidass and Baldi, J. Chem. Inf. Model. 2007, 47, 302-317). Time grows with the square of the
 * rows.
 */
public final class ButinaClusters {

    private static final int BLOCK = 128;

    private final int rows;
    private final int words;
    /** Rows in the order of their number of bits: bits, number of bits, and which row it is. */
    private final long[] bits;
    private final int[] sizes;
    private final int[] rowAt;
    /** By the number of bits of both rows together, the least number in common that makes them neighbours. */
    private final int[] needed;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;

    private ButinaClusters(final CsrMatrix matrix, final double similarity, final DoubleConsumer progress,
        final BooleanSupplier cancelled) {
        this.progress = progress;
        this.cancelled = cancelled;
        rows = matrix.rows();
        words = (matrix.columns() + Long.SIZE - 1) / Long.SIZE;
        bits = new long[Math.multiplyExact(rows, words)];
        sizes = new int[rows];
        rowAt = IntStream.range(0, rows).boxed()
            .sorted(Comparator.comparingInt(row -> matrix.rowEnd(row) - matrix.rowStart(row)))
            .mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < rows; i++) {
            sizes[i] = matrix.rowEnd(rowAt[i]) - matrix.rowStart(rowAt[i]);
            for (int p = matrix.rowStart(rowAt[i]); p < matrix.rowEnd(rowAt[i]); p++) {
                final int column = matrix.columnIndices()[p];
                bits[i * words + column / Long.SIZE] |= 1L << column;
            }
        }
        needed = IntStream.rangeClosed(0, 2 * (rows == 0 ? 0 : sizes[rows - 1]))
            .map(both -> least(both, similarity)).toArray();
    }

    /**
     * @param bits one row a molecule
     * @param similarity Tanimoto similarity from which on rows are neighbours, above 0 and at most 1; two rows without
     *            any bit have similarity 1
     * @param progress hears the share that is done, from the calling thread
     * @param cancelled asked now and then by the calling thread
     * @return for each row the number of its cluster; clusters are numbered from 0 as they are found
     * @throws IllegalArgumentException if the matrix is not binary or the similarity is out of range
     * @throws CancellationException if asked for
     */
    public static int[] of(final CsrMatrix bits, final double similarity, final DoubleConsumer progress,
        final BooleanSupplier cancelled) {
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException("The similarity is " + similarity
                + "; it must be above 0 and at most 1.");
        }
        if (!bits.binary()) {
            throw new IllegalArgumentException(
                "The Tanimoto similarity is that of bits, but the features have values.");
        }
        final ButinaClusters clusters = new ButinaClusters(bits, similarity, progress, cancelled);
        return clusters.form(clusters.countNeighbours());
    }

    /** The least number in common for which the quotient is not below the similarity, as it is in exact decimals. */
    private static int least(final int both, final double similarity) {
        int common = (int)(similarity * both / (1 + similarity));
        while (common > 0 && (double)(common - 1) / (both - common + 1) >= similarity) {
            common--;
        }
        while (both > common && (double)common / (both - common) < similarity) {
            common++;
        }
        return common;
    }

    /** @return by position, the number of other rows that are similar enough */
    private AtomicIntegerArray countNeighbours() {
        final AtomicIntegerArray counts = new AtomicIntegerArray(rows);
        for (int from = 0; from < rows; from += BLOCK) {
            IntStream.range(from, Math.min(from + BLOCK, rows)).parallel().forEach(i -> {
                int count = 0;
                // Larger rows further on only have more bits that are not in common.
                for (int j = i + 1; j < rows && sizes[i] >= needed[sizes[i] + sizes[j]]; j++) {
                    if (common(i, j) >= needed[sizes[i] + sizes[j]]) {
                        count++;
                        counts.incrementAndGet(j);
                    }
                }
                counts.addAndGet(i, count);
            });
            final double left = 1 - (double)Math.min(from + BLOCK, rows) / rows;
            report((1 - left * left) / 2);
        }
        return counts;
    }

    private int common(final int i, final int j) {
        int common = 0;
        for (int w = 0; w < words; w++) {
            common += Long.bitCount(bits[i * words + w] & bits[j * words + w]);
        }
        return common;
    }

    private int[] form(final AtomicIntegerArray counts) {
        final int[] order = IntStream.range(0, rows).boxed().sorted(
            Comparator.<Integer> comparingInt(i -> -counts.get(i)).thenComparingInt(i -> rowAt[i]))
            .mapToInt(Integer::intValue).toArray();
        final int[] cluster = new int[rows];
        Arrays.fill(cluster, -1);
        int[] left = IntStream.range(0, rows).toArray();
        int clusters = 0;
        for (final int middle : order) {
            if (cluster[middle] >= 0) {
                continue;
            }
            final int number = clusters++;
            cluster[middle] = number;
            if (counts.get(middle) > 0) {
                Arrays.stream(left).parallel().filter(i -> isNeighbour(middle, i)).forEach(i -> cluster[i] = number);
                left = Arrays.stream(left).filter(i -> cluster[i] < 0).toArray();
                report(1 - (double)left.length / rows / 2);
            }
        }
        final int[] ofRow = new int[rows];
        for (int i = 0; i < rows; i++) {
            ofRow[rowAt[i]] = cluster[i];
        }
        return ofRow;
    }

    private boolean isNeighbour(final int i, final int j) {
        final int least = needed[sizes[i] + sizes[j]];
        return Math.min(sizes[i], sizes[j]) >= least && common(i, j) >= least;
    }

    private void report(final double done) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        progress.accept(done);
    }
}

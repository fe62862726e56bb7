/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The set bits of rows that networks know, to tell how similar a new row is to the nearest of them (Tanimoto: bits that
 * both have over bits that either has). Bits are the features that are not zero in blocks of bits, counts and
 * categories; blocks of numbers and descriptors are left out. Equal rows are kept once, and of more than
 * {@link #LARGEST} different ones those whose hash codes are the smallest, which is a sample by lot that does not
 * depend on the order of the rows.
 *
 * @param width number of features
 * @param groups number of groups of networks
 * @param rows for each row the features that are its bits, ascending
 * @param judged for each row the group that it judges, of which it is kept away; -1 if it judges none
 * @param threshold a twentieth of the rows that judged was less similar to the nearest row
 */
public record KnownRows(int width, int groups, List<int[]> rows, int[] judged, double threshold) {

    /** Rows that are kept: about a megabyte in a file, and a quarter of a millisecond to look through. */
    public static final int LARGEST = 10_000;

    /** Share of the rows that judged below {@link #threshold()}. */
    public static final double SHARE_BELOW_THRESHOLD = 0.05;

    /** Checks the ranges. */
    public KnownRows {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > LARGEST || judged.length != rows.size()) {
            throw new IllegalArgumentException("There are " + rows.size() + " rows to compare with and groups of "
                + judged.length + ", which are not from 1 to " + LARGEST + " of both.");
        }
        for (int i = 0; i < judged.length; i++) {
            if (judged[i] < -1 || judged[i] >= groups) {
                throw new IllegalArgumentException("Row " + i + " judges group " + judged[i] + " of " + groups + ".");
            }
            int previous = -1;
            for (final int bit : rows.get(i)) {
                if (bit <= previous || bit >= width) {
                    throw new IllegalArgumentException("Bit " + bit + " of row " + i + " follows " + previous
                        + ", but bits ascend from 0 to " + (width - 1) + ".");
                }
                previous = bit;
            }
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A similarity is " + threshold + ", which is not from 0 to 1.");
        }
    }

    /**
     * @param recipe how features are made
     * @return which of them are bits
     */
    static boolean[] bits(final FeatureRecipe recipe) {
        final boolean[] bits = new boolean[recipe.width()];
        int start = 0;
        for (final FeatureBlock block : recipe.blocks()) {
            Arrays.fill(bits, start, start + block.width(), block.hasBits());
            start += block.width();
        }
        return bits;
    }

    /**
     * @param features the rows of the training data
     * @param bits which features are bits
     * @param known which rows a network knows
     * @param judged for each row the group that it judges, or -1
     * @param groups number of groups
     * @return the rows that are known, without a threshold; empty if none has a bit
     */
    static Optional<KnownRows> of(final CsrMatrix features, final boolean[] bits, final boolean[] known,
        final int[] judged, final int groups) {
        final int[] codes = new int[features.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = 31 * Arrays.hashCode(setBits(features, row, bits)) + judged[row];
        }
        final int[] order = IntStream.range(0, codes.length).filter(row -> known[row]).boxed()
            .sorted(Comparator.comparingInt(row -> codes[row])).mapToInt(Integer::intValue).toArray();
        final List<int[]> kept = new ArrayList<>();
        final List<Integer> from = new ArrayList<>();
        for (int i = 0; i < order.length && kept.size() < LARGEST; i++) {
            final int row = order[i];
            final int[] set = setBits(features, row, bits);
            boolean isNew = set.length > 0;
            for (int k = kept.size() - 1; k >= 0 && codes[from.get(k)] == codes[row]; k--) {
                isNew &= judged[from.get(k)] != judged[row] || !Arrays.equals(kept.get(k), set);
            }
            if (isNew) {
                kept.add(set);
                from.add(row);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(new KnownRows(features.columns(), groups, kept,
            from.stream().mapToInt(row -> judged[row]).toArray(), 0));
    }

    static int[] setBits(final CsrMatrix features, final int row, final boolean[] bits) {
        return IntStream.range(features.rowStart(row), features.rowEnd(row))
            .filter(p -> features.binary() || features.values()[p] != 0).map(p -> features.columnIndices()[p])
            .filter(column -> bits[column]).toArray();
    }

    /**
     * @param similarities of rows that judged to the nearest row that their networks know
     * @return these rows with the threshold that follows from it
     */
    KnownRows withThreshold(final double[] similarities) {
        final double[] sorted = Arrays.stream(similarities).sorted().toArray();
        return new KnownRows(width, groups, rows, judged,
            sorted.length == 0 ? 0 : sorted[(int)(SHARE_BELOW_THRESHOLD * sorted.length)]);
    }

    /** @return what finds the nearest rows */
    Search search() {
        return new Search(this);
    }

    /**
     * Finds the nearest rows: for each bit it holds the rows that have it, so that a row costs as many steps as it has
     * bits in common with all others. Thread-safe.
     */
    static final class Search {

        private final KnownRows known;
        private final int[] starts;
        private final int[] rowsOfBits;
        private final int[] sizes;

        private Search(final KnownRows known) {
            this.known = known;
            starts = new int[known.width + 1];
            sizes = known.rows.stream().mapToInt(row -> row.length).toArray();
            known.rows.forEach(row -> Arrays.stream(row).forEach(bit -> starts[bit + 1]++));
            Arrays.parallelPrefix(starts, Integer::sum);
            rowsOfBits = new int[starts[known.width]];
            final int[] next = starts.clone();
            for (int row = 0; row < sizes.length; row++) {
                for (final int bit : known.rows.get(row)) {
                    rowsOfBits[next[bit]++] = row;
                }
            }
        }

        /**
         * @param bits the set bits of a row, ascending
         * @return how similar it is to the known ones
         */
        Similarity of(final int[] bits) {
            final int[] common = new int[sizes.length];
            for (final int bit : bits) {
                for (int p = starts[bit]; p < starts[bit + 1]; p++) {
                    common[rowsOfBits[p]]++;
                }
            }
            // The last place is for rows that judge no group.
            final double[] ofJudged = new double[known.groups + 1];
            for (int row = 0; row < sizes.length; row++) {
                final int at = known.judged[row] < 0 ? known.groups : known.judged[row];
                final double similarity = (double)common[row] / (sizes[row] + bits.length - common[row]);
                ofJudged[at] = Math.max(ofJudged[at], similarity);
            }
            final double[] ofGroup = new double[known.groups];
            double nearest = 0;
            for (int place = 0; place < ofJudged.length; place++) {
                nearest = Math.max(nearest, ofJudged[place]);
                for (int group = 0; group < ofGroup.length; group++) {
                    if (group != place) {
                        ofGroup[group] = Math.max(ofGroup[group], ofJudged[place]);
                    }
                }
            }
            return new Similarity(nearest, ofGroup);
        }
    }
}

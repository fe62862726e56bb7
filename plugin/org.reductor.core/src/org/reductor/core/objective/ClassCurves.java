/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well probabilities of a class find its rows, at all thresholds, and how often they are right.
 *
 * @param positives number of rows of the class
 * @param rows number of rows
 * @param roc points of the receiver operating characteristic, from (0, 0) to (1, 1): share of the other rows and share
 *            of the rows of the class at or above a threshold; empty if there are only rows of the class or none
 * @param precisionRecall points of recall and precision, one a threshold, from the highest one on; empty likewise
 * @param reliability rows of about the same probability, lowest first
 */
public record ClassCurves(int positives, int rows, List<double[]> roc, List<double[]> precisionRecall,
    List<Bin> reliability) {

    /** Points of a curve: more cannot be seen. */
    private static final int MOST_POINTS = 200;

    private static final int BINS = 10;

    /** Rows of a bin, if there are as many: a share of fewer says little. */
    private static final int LEAST_ROWS = 10;

    /** Standard errors from the middle of a 95 % interval to its end, as of a normal distribution. */
    private static final double HALF_WIDTH = 1.96;

    /**
     * Rows of about the same probability.
     *
     * @param rows how many
     * @param predicted their mean probability
     * @param observed share of them that are of the class
     * @param lower lower end of the 95 % interval of that share (Wilson 1927)
     * @param upper upper end
     */
    public record Bin(int rows, double predicted, double observed, double lower, double upper) {

        private static Bin of(final double[] probabilities, final boolean[] members) {
            final int n = probabilities.length;
            final double share = IntStream.range(0, n).filter(i -> members[i]).count() / (double)n;
            final double z2 = HALF_WIDTH * HALF_WIDTH;
            final double middle = (share + z2 / (2.0 * n)) / (1 + z2 / n);
            final double half =
                HALF_WIDTH / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
            return new Bin(n, Arrays.stream(probabilities).average().orElseThrow(), share,
                Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /**
     * @param judged predictions of classes
     * @param c position of the class
     * @return its curves over the rows that have a true class
     */
    public static ClassCurves of(final Judged judged, final int c) {
        final int[] rows = IntStream.range(0, judged.rows()).filter(judged::present).toArray();
        final double[] all = Arrays.stream(rows).mapToDouble(row -> judged.probability(row, c)).toArray();
        final int[] order = Ranks.order(all);
        final double[] probabilities = new double[rows.length];
        final boolean[] members = new boolean[rows.length];
        int positives = 0;
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = all[order[i]];
            members[i] = judged.value(rows[order[i]]) == c;
            positives += members[i] ? 1 : 0;
        }
        final List<double[]> roc = new ArrayList<>();
        final List<double[]> precisionRecall = new ArrayList<>();
        if (positives > 0 && positives < rows.length) {
            curves(probabilities, members, positives, roc, precisionRecall);
        }
        return new ClassCurves(positives, rows.length, thinned(roc), thinned(precisionRecall),
            bins(probabilities, members));
    }

    private static void curves(final double[] probabilities, final boolean[] members, final int positives,
        final List<double[]> roc, final List<double[]> precisionRecall) {
        final int negatives = members.length - positives;
        roc.add(new double[]{0, 0});
        int found = 0;
        int i = members.length - 1;
        while (i >= 0) { // rows with equal probabilities pass a threshold together
            final double threshold = probabilities[i];
            for (; i >= 0 && probabilities[i] == threshold; i--) {
                found += members[i] ? 1 : 0;
            }
            final int passed = members.length - 1 - i;
            roc.add(new double[]{(passed - found) / (double)negatives, found / (double)positives});
            precisionRecall.add(new double[]{found / (double)positives, found / (double)passed});
        }
    }

    /** Evenly, with both ends. */
    private static List<double[]> thinned(final List<double[]> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        return IntStream.range(0, MOST_POINTS)
            .mapToObj(i -> points.get((int)((long)i * (points.size() - 1) / (MOST_POINTS - 1)))).toList();
    }

    private static List<Bin> bins(final double[] probabilities, final boolean[] members) {
        final int count = Math.min(BINS, Math.max(1, members.length / LEAST_ROWS));
        return IntStream.range(0, members.length == 0 ? 0 : count).mapToObj(b -> {
            final int start = (int)((long)b * members.length / count);
            final int end = (int)((long)(b + 1) * members.length / count);
            return Bin.of(Arrays.copyOfRange(probabilities, start, end), Arrays.copyOfRange(members, start, end));
        }).toList();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Errors of networks in rows that they had not seen, from which come prediction intervals: CV+ of Barber, Candes,
 * Ramdas and Tibshirani, "Predictive inference with the jackknife+", Annals of Statistics 49 (2021). The score of a row
 * is |value - prediction| / difficulty of the row. For a new row every score of every group of networks gives two
 * bounds, the group's own prediction plus and minus the score times the difficulty; the interval goes from a low order
 * statistic of the lower bounds to a high one of the upper. So it becomes wider where networks disagree. With a single
 * group, whose rows no network has seen, this is split conformal prediction.
 *
 * <p>The prediction is the mean of all groups, which errs less than one of them, by the variance V between them (Krogh
 * and Vedelsby 1995), while the bounds of CV+ spread by V more. So with S the root mean square of the scores, these are
 * multiplied by the root of 1 - 2 V / S^2: then errors and bounds spread alike. V is measured on rows that two networks
 * have not learned. Without it, intervals cover more than they should.
 *
 * <p>The difficulty may use nothing that differs between a row that judged and a new row. The spread of the networks
 * does: of the networks out of fold all but one have learned the row. What holds for both alike is how dissimilar a row
 * is to those that the networks of its group know, see {@link #difficulty}.
 *
 * @param ofGroup for each group of networks the scores of the rows that it was judged by, ascending, not negative
 * @param slope how the difficulty rises with the dissimilarity, at least 0
 */
public record IntervalScores(List<float[]> ofGroup, double slope) implements TaskCalibration {

    /** Scores that are kept; of more, evenly spaced ones are. */
    public static final int LARGEST = 10_000;

    /** Coverage of intervals, and its range: above it there are hardly ever enough rows. */
    public static final double LEAST_COVERAGE = 0.5;

    /** @see #LEAST_COVERAGE */
    public static final double LARGEST_COVERAGE = 0.99;

    /** Steeper would be guessed from few rows. */
    private static final double STEEPEST = 5;

    /** Scores become smaller by that factor at the most. */
    private static final double LEAST_FACTOR = 0.5;

    /**
     * The rows that judged a group.
     *
     * @param networks number of the networks that they judged, of whose predictions the mean counts
     * @param errors their absolute errors
     * @param similarities how similar they are, from 0 to 1, to what its networks know; null if nobody knows
     * @param apart how far the prediction of another network that has not learned the row is from that of the group;
     *            NaN if there is none
     */
    record Judged(int networks, double[] errors, double[] similarities, double[] apart) {
    }

    /** Checks that scores ascend. */
    public IntervalScores {
        ofGroup = List.copyOf(ofGroup);
        if (!(slope >= 0 && slope <= STEEPEST)) {
            throw new IllegalArgumentException("The difficulty of rows rises by " + slope + ", which is not from 0 to "
                + STEEPEST + ".");
        }
        for (final float[] scores : ofGroup) {
            for (int i = 0; i < scores.length; i++) {
                if (!(scores[i] >= (i == 0 ? 0 : scores[i - 1])) || Float.isInfinite(scores[i])) {
                    throw new IllegalArgumentException("Score " + i + " of an interval is " + scores[i]
                        + ", but scores are finite numbers from 0 that ascend.");
                }
            }
        }
    }

    /**
     * @param groups the rows that judged each group; similarities are known of all or none
     * @return their scores
     */
    static IntervalScores of(final List<Judged> groups) {
        final double slope = slope(groups);
        final double factor = factor(groups, slope);
        final int rows = groups.stream().mapToInt(group -> group.errors.length).sum();
        final int every = (rows + LARGEST - 1) / LARGEST;
        return new IntervalScores(groups.stream()
            .map(group -> thinned(IntStream.range(0, group.errors.length)
                .mapToDouble(i -> factor * group.errors[i] / difficulty(group, slope, i)).sorted().toArray(), every))
            .toList(), slope);
    }

    private static double difficulty(final Judged group, final double slope, final int row) {
        return slope == 0 ? 1 : difficulty(slope, group.similarities[row]);
    }

    /** What scores are multiplied by, because the mean of the groups errs less than one. */
    private static double factor(final List<Judged> groups, final double slope) {
        double squares = 0;
        double variances = 0;
        int rows = 0;
        for (final Judged group : groups) {
            for (int i = 0; i < group.errors.length; i++) {
                if (!Double.isNaN(group.apart[i])) {
                    final double difficulty = difficulty(group, slope, i);
                    squares += Math.pow(group.errors[i] / difficulty, 2);
                    // The mean of m networks has an m-th of the variance of one, from which it differs by m + 1 m-ths.
                    variances += Math.pow(group.apart[i] / difficulty, 2) / (group.networks + 1);
                    rows++;
                }
            }
        }
        // That around the mean of all groups is smaller by one in so many.
        final double variance = variances * (groups.size() - 1) / groups.size();
        return rows == 0 || squares == 0 ? 1
            : Math.sqrt(Math.max(LEAST_FACTOR * LEAST_FACTOR, 1 - 2 * variance / squares));
    }

    /** The largest of each so many scores, so that intervals rather become wider. */
    private static float[] thinned(final double[] sorted, final int every) {
        final float[] scores = new float[every == 0 ? 0 : (sorted.length + every - 1) / every];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float)Math.min(sorted[Math.min(sorted.length, (i + 1) * every) - 1], Float.MAX_VALUE);
        }
        return scores;
    }

    /**
     * The line through errors over dissimilarities, by least squares. One number from all rows: what each of them has a
     * part in it does not show in the coverage.
     */
    private static double slope(final List<Judged> groups) {
        if (groups.stream().anyMatch(group -> group.similarities == null)) {
            return 0;
        }
        final double[] e = groups.stream().flatMapToDouble(group -> Arrays.stream(group.errors)).toArray();
        final double[] d = groups.stream().flatMapToDouble(group -> Arrays.stream(group.similarities))
            .map(similarity -> 1 - similarity).toArray();
        final double meanError = Arrays.stream(e).average().orElse(0);
        final double meanDistance = Arrays.stream(d).average().orElse(0);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < e.length; i++) {
            covariance += (e[i] - meanError) * (d[i] - meanDistance);
            variance += (d[i] - meanDistance) * (d[i] - meanDistance);
        }
        if (!(variance > 0 && covariance > 0)) {
            return 0;
        }
        final double rise = covariance / variance;
        final double start = meanError - rise * meanDistance;
        return start * STEEPEST <= rise ? STEEPEST : rise / start;
    }

    private static double difficulty(final double slope, final double similarity) {
        return 1 + slope * (1 - similarity);
    }

    /**
     * @param similarity of a row to the rows that the networks of a group know, from 0 to 1
     * @return what errors are divided by there
     */
    public double difficulty(final double similarity) {
        return difficulty(slope, similarity);
    }

    @Override
    public int outputs() {
        return 1;
    }

    /** @return number of scores */
    public int rows() {
        return ofGroup.stream().mapToInt(scores -> scores.length).sum();
    }

    /**
     * @param coverage probability that a value lies in its interval
     * @return number of rows that must have judged for a finite interval
     */
    public static int rowsNeeded(final double coverage) {
        int rows = 1;
        while (order(rows, coverage) > rows) {
            rows++;
        }
        return rows;
    }

    /** Position, from 1, of the upper end among the upper bounds in ascending order. */
    private static int order(final int rows, final double coverage) {
        return (int)Math.ceil(coverage * (rows + 1) - 1e-9);
    }

    /**
     * @param centres what each group of networks predicts for a row
     * @param difficulties of the row for each group, see {@link #difficulty(double)}
     * @param coverage from {@link #LEAST_COVERAGE} to {@link #LARGEST_COVERAGE}
     * @return the interval; empty if it would be infinite, because too few rows have judged
     * @throws IllegalArgumentException if the coverage is out of range
     */
    public Optional<PredictionInterval> interval(final double[] centres, final double[] difficulties,
        final double coverage) {
        if (!(coverage >= LEAST_COVERAGE && coverage <= LARGEST_COVERAGE)) {
            throw new IllegalArgumentException("The coverage of intervals is " + coverage + "; it must be from "
                + LEAST_COVERAGE + " to " + LARGEST_COVERAGE + ".");
        }
        final int rows = rows();
        final int order = order(rows, coverage);
        if (order > rows) {
            return Optional.empty();
        }
        return Optional.of(new PredictionInterval(-bound(centres, -1, difficulties, rows - order),
            bound(centres, 1, difficulties, rows - order)));
    }

    /** The upper bound of all groups together that so many exceed; of the mirrored row for the lower end. */
    private double bound(final double[] centres, final int sign, final double[] difficulties, final int exceeding) {
        final int[] left = ofGroup.stream().mapToInt(scores -> scores.length).toArray();
        double bound = Double.POSITIVE_INFINITY;
        for (int taken = 0; taken <= exceeding; taken++) {
            int highest = -1;
            bound = Double.NEGATIVE_INFINITY;
            for (int g = 0; g < left.length; g++) {
                if (left[g] > 0) {
                    final double next = sign * centres[g] + difficulties[g] * ofGroup.get(g)[left[g] - 1];
                    if (highest < 0 || next > bound) {
                        highest = g;
                        bound = next;
                    }
                }
            }
            left[highest]--;
        }
        return bound;
    }
}

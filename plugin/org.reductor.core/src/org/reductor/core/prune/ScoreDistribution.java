/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.SortedValues;
import org.reductor.core.network.Mask;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the scores of kept weights are spread in each layer, and what a drop would take from each: weights with the
 * highest scores go first, in each group of networks that share a mask by a cut of its own.
 *
 * @param logarithmic whether the edges are decimal logarithms of the scores' absolute values, as where all have the
 *            same sign and cover several powers of ten
 * @param negative whether these scores are below 0
 * @param edges of the bars, ascending, one more than there are bars
 * @param layers one a kernel
 * @param cuts for a drop of 1, 2, ... 99 per cent, the middle one of the groups' cuts, on the scale of the edges; NaN
 *            where it is infinite or 0 and has no place there
 */
public record ScoreDistribution(boolean logarithmic, boolean negative, double[] edges, List<Layer> layers,
    double[] cuts) {

    private static final int BARS = 40;

    /** Share of the scores at either end that does not widen a linear scale. */
    private static final double TAIL = 0.002;

    /** From this ratio of a high to a low score on, the scale is logarithmic. */
    private static final double SEVERAL_POWERS = 100;

    /**
     * The scores of a kernel.
     *
     * @param weights number of kept weights, in all groups together
     * @param counts one a bar; scores beyond the ends are in the bars there
     * @param zero scores of 0, which have no place on a logarithmic scale
     * @param infinite infinite scores, which have no place at all
     * @param dropped for a drop of 1, 2, ... 99 per cent, the share of these weights that goes, 0 to 1
     */
    public record Layer(long weights, long[] counts, long zero, long infinite, double[] dropped) {
    }

    /**
     * @param round a round
     * @param scores of {@link TrainedRound#score}
     * @return their distribution
     */
    public static ScoreDistribution of(final TrainedRound round, final List<double[][]> scores) {
        final List<double[][]> kept = IntStream.range(0, scores.size()).mapToObj(g -> kept(
            round.input().starts().get(round.groups().get(g).folds()[0]).mask(), scores.get(g))).toList();
        return of(kept);
    }

    private static double[][] kept(final Mask mask, final double[][] scores) {
        return IntStream.range(0, scores.length).mapToObj(l -> {
            final boolean[] flags = mask.kept(l);
            return IntStream.range(0, flags.length).filter(i -> flags[i]).mapToDouble(i -> scores[l][i]).toArray();
        }).toArray(double[][]::new);
    }

    /**
     * @param groups for each group and kernel the scores of the kept weights
     * @return their distribution
     */
    static ScoreDistribution of(final List<double[][]> groups) {
        final double[] finite = groups.stream().flatMap(Arrays::stream).flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite).sorted().toArray();
        final boolean negative = finite.length > 0 && finite[0] < 0;
        final boolean logarithmic = isLogarithmic(finite);
        final double[] edges = edges(logarithmic
            ? DoubleStream.of(finite).filter(s -> s != 0).map(s -> Math.log10(Math.abs(s))).sorted().toArray()
            : finite);
        final List<double[]> sorted = groups.stream()
            .map(group -> Arrays.stream(group).flatMapToDouble(Arrays::stream).sorted().toArray()).toList();
        final List<double[]> dropped = dropped(groups, sorted);
        final List<Layer> layers = IntStream.range(0, groups.get(0).length)
            .mapToObj(l -> layer(groups, l, logarithmic, edges, dropped.get(l))).toList();
        final double[] cuts = IntStream.range(1, 100).mapToDouble(percent -> {
            final double[] ofGroups = sorted.stream().mapToDouble(s -> cut(s, percent)).sorted().toArray();
            return place(ofGroups[ofGroups.length / 2], logarithmic);
        }).toArray();
        return new ScoreDistribution(logarithmic, negative, edges, layers, cuts);
    }

    private static boolean isLogarithmic(final double[] finite) {
        if (finite.length == 0 || finite[0] < 0 && finite[finite.length - 1] > 0) {
            return false;
        }
        final double[] sizes = DoubleStream.of(finite).map(Math::abs).filter(s -> s > 0).sorted().toArray();
        return sizes.length > 0 && quantile(sizes, 1 - TAIL) > SEVERAL_POWERS * quantile(sizes, TAIL);
    }

    private static double[] edges(final double[] places) {
        if (places.length == 0) {
            return new double[]{0, 1};
        }
        final double low = quantile(places, TAIL);
        final double high = quantile(places, 1 - TAIL);
        if (low == high) {
            return new double[]{low - 0.5, low + 0.5};
        }
        return IntStream.rangeClosed(0, BARS).mapToDouble(i -> low + i * (high - low) / BARS).toArray();
    }

    private static double quantile(final double[] sorted, final double share) {
        return sorted[(int)Math.round(share * (sorted.length - 1))];
    }

    /** The lowest score that still goes. */
    private static double cut(final double[] sorted, final int percent) {
        final int count = count(sorted, percent);
        return count == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - count];
    }

    private static int count(final double[] sorted, final int percent) {
        return (int)Math.round(sorted.length * (percent / 100.0));
    }

    private static double place(final double score, final boolean logarithmic) {
        if (!Double.isFinite(score) || logarithmic && score == 0) {
            return Double.NaN;
        }
        return logarithmic ? Math.log10(Math.abs(score)) : score;
    }

    private static Layer layer(final List<double[][]> groups, final int kernel, final boolean logarithmic,
        final double[] edges, final double[] dropped) {
        final long[] counts = new long[edges.length - 1];
        final double width = edges[1] - edges[0];
        long weights = 0;
        long zero = 0;
        long infinite = 0;
        for (final double[][] group : groups) {
            weights += group[kernel].length;
            for (final double score : group[kernel]) {
                final double place = place(score, logarithmic);
                if (Double.isInfinite(score)) {
                    infinite++;
                } else if (Double.isNaN(place)) {
                    zero++;
                } else {
                    counts[(int)Math.max(0, Math.min(counts.length - 1, Math.floor((place - edges[0]) / width)))]++;
                }
            }
        }
        final double all = Math.max(1, weights);
        return new Layer(weights, counts, zero, infinite, DoubleStream.of(dropped).map(d -> d / all).toArray());
    }

    /** For each kernel and drop the weights that go; of equal scores those in earlier kernels, as {@link DropSelection}. */
    private static List<double[]> dropped(final List<double[][]> groups, final List<double[]> sorted) {
        final int kernels = groups.get(0).length;
        final List<double[]> dropped = Stream.generate(() -> new double[99]).limit(kernels).toList();
        for (int g = 0; g < groups.size(); g++) {
            final double[][] own = Arrays.stream(groups.get(g)).map(s -> Arrays.stream(s).sorted().toArray())
                .toArray(double[][]::new);
            for (int percent = 1; percent < 100; percent++) {
                int left = count(sorted.get(g), percent);
                if (left == 0) {
                    continue;
                }
                final double cut = cut(sorted.get(g), percent);
                for (final double[] kernel : own) {
                    left -= kernel.length - above(kernel, cut);
                }
                for (int l = 0; l < kernels; l++) {
                    final int equal = Math.min(left, above(own[l], cut) - SortedValues.below(own[l], cut));
                    dropped.get(l)[percent - 1] += own[l].length - above(own[l], cut) + equal;
                    left -= equal;
                }
            }
        }
        return dropped;
    }

    /** Index of the first score that is higher. */
    private static int above(final double[] sorted, final double score) {
        return score == Double.POSITIVE_INFINITY ? sorted.length : SortedValues.below(sorted, Math.nextUp(score));
    }
}

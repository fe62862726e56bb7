/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the scores of some kept weights are like.
 *
 * @param group which weights
 * @param layer the layer that they lead to, 1 for the first hidden layer
 * @param unit original index of the hidden unit or input; -1 for a whole layer
 * @param weights number of kept weights, in all different masks together
 * @param mean mean of the finite scores; NaN if there is none
 * @param lowest the lowest score
 * @param highest the highest score, possibly infinite
 * @param infinite number of infinite scores
 * @param magnitude mean absolute weight, over the control networks of a mask
 */
public record ScoreStatistics(Group group, int layer, int unit, int weights, double mean, double lowest,
    double highest, int infinite, double magnitude) {

    /** Which weights are looked at together. */
    public enum Group {
        /** All weights that lead to a layer. */
        LAYER,
        /** All weights that lead to a hidden unit. */
        UNIT,
        /** All weights that leave an input. */
        INPUT
    }

    /**
     * @param round a round
     * @param scores of {@link TrainedRound#score}
     * @return first the layers, then the hidden units, then the inputs, in the order of the network; what several masks
     *         keep is looked at together
     */
    public static List<ScoreStatistics> of(final TrainedRound round, final List<double[][]> scores) {
        final int[] sizes = round.networks().originalSizes();
        final Sums[] layers = sums(sizes.length - 1);
        final List<Sums[]> units = IntStream.range(1, sizes.length).mapToObj(level -> sums(sizes[level])).toList();
        final Sums[] inputs = sums(sizes[0]);
        for (int g = 0; g < scores.size(); g++) {
            final int[] folds = round.groups().get(g).folds();
            final Mask mask = round.input().starts().get(folds[0]).mask();
            final List<Network> controls = Arrays.stream(folds).mapToObj(round.controls()::get).toList();
            for (int l = 0; l < mask.layers(); l++) {
                final int[] above = mask.units(l + 1);
                final boolean[] kept = mask.kept(l);
                for (int i = 0; i < kept.length; i++) {
                    if (kept[i]) {
                        final double magnitude = magnitude(controls, l, i);
                        final double score = scores.get(g)[l][i];
                        layers[l].add(score, magnitude);
                        units.get(l)[above[i % above.length]].add(score, magnitude);
                        if (l == 0) {
                            inputs[mask.units(0)[i / above.length]].add(score, magnitude);
                        }
                    }
                }
            }
        }
        return statistics(round.networks(), layers, units, inputs);
    }

    private static List<ScoreStatistics> statistics(final NetworkEnsemble networks, final Sums[] layers,
        final List<Sums[]> units, final Sums[] inputs) {
        final List<ScoreStatistics> statistics = new ArrayList<>();
        for (int l = 0; l < layers.length; l++) {
            statistics.add(layers[l].statistics(Group.LAYER, l + 1, -1));
        }
        for (int l = 0; l < layers.length - 1; l++) {
            add(statistics, Group.UNIT, l + 1, networks.survivors(l + 1), units.get(l));
        }
        add(statistics, Group.INPUT, 1, networks.survivors(0), inputs);
        return statistics;
    }

    private static void add(final List<ScoreStatistics> statistics, final Group group, final int layer,
        final int[] survivors, final Sums[] sums) {
        for (int unit = 0; unit < sums.length; unit++) {
            if (survivors[unit] > 0) {
                statistics.add(sums[unit].statistics(group, layer, unit));
            }
        }
    }

    private static double magnitude(final List<Network> controls, final int layer, final int weight) {
        double sum = 0;
        for (final Network control : controls) {
            sum += Math.abs(control.kernel(layer)[weight]);
        }
        return sum / controls.size();
    }

    private static Sums[] sums(final int count) {
        final Sums[] sums = new Sums[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new Sums();
        }
        return sums;
    }

    /** Adds up weights of one group. */
    private static final class Sums {

        private int weights;
        private int infinite;
        private double score;
        private double magnitude;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        private void add(final double weightScore, final double weightMagnitude) {
            weights++;
            magnitude += weightMagnitude;
            lowest = Math.min(lowest, weightScore);
            highest = Math.max(highest, weightScore);
            if (Double.isInfinite(weightScore)) {
                infinite++;
            } else {
                score += weightScore;
            }
        }

        private ScoreStatistics statistics(final Group group, final int layer, final int unit) {
            return new ScoreStatistics(group, layer, unit, weights, score / (weights - infinite),
                weights == 0 ? Double.NaN : lowest, weights == 0 ? Double.NaN : highest, infinite,
                magnitude / weights);
        }
    }
}

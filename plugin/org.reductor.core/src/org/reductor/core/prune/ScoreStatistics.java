/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.ArrayList;
import java.util.List;

/**
 * What the scores of some kept weights are like.
 *
 * @param group which weights
 * @param layer the layer that they lead to, 1 for the first hidden layer
 * @param unit original index of the hidden unit or input; -1 for a whole layer
 * @param weights number of kept weights
 * @param mean mean of the finite scores; NaN if there is none
 * @param lowest the lowest score
 * @param highest the highest score, possibly infinite
 * @param infinite number of infinite scores
 * @param magnitude mean absolute weight, over the control networks
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
     * @param mask which weights are kept
     * @param scores for each kernel one score a weight
     * @param controls the networks that were scored
     * @return first the layers, then the hidden units, then the inputs, in the order of the network
     */
    public static List<ScoreStatistics> of(final Mask mask, final double[][] scores, final List<Network> controls) {
        final List<ScoreStatistics> layers = new ArrayList<>();
        final List<ScoreStatistics> units = new ArrayList<>();
        final List<ScoreStatistics> inputs = new ArrayList<>();
        for (int l = 0; l < mask.layers(); l++) {
            final int rows = mask.units(l).length;
            final int columns = mask.units(l + 1).length;
            final Sums layer = new Sums();
            final Sums[] ofRow = sums(rows);
            final Sums[] ofColumn = sums(columns);
            for (int i = 0; i < rows * columns; i++) {
                if (mask.kept(l)[i]) {
                    final double magnitude = magnitude(controls, l, i);
                    layer.add(scores[l][i], magnitude);
                    ofRow[i / columns].add(scores[l][i], magnitude);
                    ofColumn[i % columns].add(scores[l][i], magnitude);
                }
            }
            layers.add(layer.statistics(Group.LAYER, l + 1, -1));
            for (int to = 0; l < mask.layers() - 1 && to < columns; to++) {
                units.add(ofColumn[to].statistics(Group.UNIT, l + 1, mask.units(l + 1)[to]));
            }
            for (int from = 0; l == 0 && from < rows; from++) {
                inputs.add(ofRow[from].statistics(Group.INPUT, 1, mask.units(0)[from]));
            }
        }
        layers.addAll(units);
        layers.addAll(inputs);
        return layers;
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

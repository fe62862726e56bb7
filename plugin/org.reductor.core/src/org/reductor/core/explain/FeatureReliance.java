/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.RowMetric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up over rows how far networks rely on each feature. Its importance is the rise of the score when it is switched
 * off in all rows, each judged by networks that have not seen it: permutation importance (Breiman 2001; Fisher, Rudin
 * and Dominici 2019) with the value 0 in place of one of another row, which for a bit says that the substructure is not
 * there. The standard error is that of a mean over rows, carried to the score by its slope.
 */
public final class FeatureReliance {

    private static final double STEP = 1e-4;

    private final NetworkEnsemble networks;
    private final ExplainedOutput output;
    private final int[] rows;
    private final double[] effects;
    private final double[] sizes;

    /** Sums over rows of weight, its square and loss. */
    private double weights;
    private double squares;
    private double losses;

    /** For each feature sums of weight times rise, of its square, and of the square of weight times rise. */
    private final double[] rises;
    private final double[] squaredRises;
    private final double[] squaredWeightRises;

    /**
     * @param networks the networks
     * @param output what is explained
     */
    public FeatureReliance(final NetworkEnsemble networks, final ExplainedOutput output) {
        this.networks = networks;
        this.output = output;
        final int features = networks.inputs();
        rows = new int[features];
        effects = new double[features];
        sizes = new double[features];
        rises = new double[features];
        squaredRises = new double[features];
        squaredWeightRises = new double[features];
    }

    /** @param row what one row tells */
    public void add(final RowReliance row) {
        final boolean judges = row.rises() != null && !Double.isNaN(row.loss());
        if (judges) {
            weights += row.weight();
            squares += row.weight() * row.weight();
            losses += row.weight() * row.loss();
        }
        for (int i = 0; i < row.features().length; i++) {
            final int feature = row.features()[i];
            rows[feature]++;
            effects[feature] += row.effects()[i];
            sizes[feature] += Math.abs(row.effects()[i]);
            if (judges) {
                final double rise = row.weight() * row.rises()[i];
                rises[feature] += rise;
                squaredRises[feature] += rise * rise;
                squaredWeightRises[feature] += row.weight() * rise;
            }
        }
    }

    /** @return whether any row had a true value, so that importances are known */
    public boolean judged() {
        return weights > 0;
    }

    /** @return the score of the rows as they are; NaN if none has a true value */
    public double score() {
        return metric().ofMean(losses / weights);
    }

    /** @return one use a feature that is left in any network, the most important first */
    public List<FeatureUse> uses() {
        final int[] survivors = networks.survivors(0);
        final double[] paths = PathWeights.of(networks, output);
        return Arrays.stream(networks.inputsRead())
            .mapToObj(feature -> use(feature, survivors[feature], paths[feature]))
            .sorted(Comparator.<FeatureUse> comparingDouble(use -> Double.isNaN(use.rise()) ? 0 : -use.rise())
                .thenComparingDouble(use -> Double.isNaN(use.meanSize()) ? 0 : -use.meanSize())
                .thenComparingInt(FeatureUse::feature))
            .toList();
    }

    private FeatureUse use(final int feature, final int survived, final double path) {
        final double mean = losses / weights;
        final double meanRise = rises[feature] / weights;
        final double deviation = squaredRises[feature] - 2 * meanRise * squaredWeightRises[feature]
            + meanRise * meanRise * squares;
        final double slope = mean > 0
            ? (metric().ofMean(mean * (1 + STEP)) - metric().ofMean(mean * (1 - STEP))) / (2 * STEP * mean)
            : Double.NaN;
        return new FeatureUse(feature, survived, path, rows[feature], effects[feature] / rows[feature],
            sizes[feature] / rows[feature], metric().ofMean(mean + meanRise) - metric().ofMean(mean),
            slope * Math.sqrt(Math.max(0, deviation)) / weights);
    }

    private RowMetric metric() {
        return networks.heads().get(output.task()).objective().metric();
    }
}

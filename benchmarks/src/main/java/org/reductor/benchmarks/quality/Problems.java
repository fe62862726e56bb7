/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.chem.Featurizer;
import org.reductor.chem.RecipeFitter;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes the {@link Problem}s of a table, one a seed. Molecules are read once where the split is the same. */
final class Problems {

    private final QualityTable table;
    private final List<FeatureBlock> drafts;
    private final SplitRule rule;
    private final TreeMap<Integer, RecipeFitter.Observation> observations = new TreeMap<>();
    private Problem latest;

    /**
     * @param table the table
     * @param features which features its molecules get
     * @param rule how it is split, if it does not say so itself
     * @throws IllegalArgumentException if no row can be used
     */
    Problems(final QualityTable table, final Features features, final SplitRule rule) {
        this.table = table;
        this.rule = rule;
        drafts = features.drafts(table.moleculeColumns());
        final RecipeFitter fitter = new RecipeFitter(drafts);
        String reason = "";
        for (int row = 0; row < table.rows(); row++) {
            try {
                if (table.hasTarget(row)) {
                    observations.put(row, fitter.observe(table.molecules(row)));
                }
            } catch (final UnusableRowException e) {
                reason = reason.isEmpty() ? "The first reason, of record " + (row + 2) + ": " + e.getMessage() : reason;
            }
        }
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("No row of " + table.name() + " can be used. " + reason
                + " The columns " + table.moleculeColumns() + " were taken for molecules; --ignore leaves some out.");
        }
    }

    /**
     * @param seed seed of everything random
     * @return the rows for that seed
     */
    Problem of(final long seed) {
        latest = latest == null || rule.seeded() && latest.seed() != seed ? make(seed) : latest.withSeed(seed);
        return latest;
    }

    private Problem make(final long seed) {
        final Split split =
            rule.of(table, observations.keySet().stream().mapToInt(Integer::intValue).toArray(), seed);
        final RecipeFitter fitter = new RecipeFitter(drafts);
        for (final int row : split.training()) {
            fitter.add(observations.get(row));
        }
        final FeatureRecipe recipe = fitter.recipe();
        final Featurizer featurizer = new Featurizer(recipe);
        final Rows training = new Rows(featurizer, split.training());
        final Rows test = new Rows(featurizer, split.test());
        final Set<SparseRow> known = new HashSet<>(training.all);
        final int[] cliffs =
            IntStream.range(0, test.rows.length).filter(i -> table.isCliff(test.rows[i])).toArray();
        return new Problem(seed, recipe, new Dataset(training.features, table.targets(training.rows)), test.features,
            table.targets(test.rows), cliffs, table.rows() - training.rows.length - test.rows.length,
            (int)test.all.stream().filter(known::contains).count());
    }

    /** The rows of one side of a split that have all features. */
    private final class Rows {

        private final int[] rows;
        private final CsrMatrix features;
        private final Collection<SparseRow> all;

        private Rows(final Featurizer featurizer, final int[] candidates) {
            final CsrMatrix.Builder builder = CsrMatrix.builder(featurizer.recipe().width());
            final TreeMap<Integer, SparseRow> found = new TreeMap<>();
            for (final int row : candidates) {
                try {
                    found.put(row, featurizer.features(table.molecules(row)));
                } catch (final UnusableRowException e) { // NOSONAR counted as unusable
                }
            }
            found.values().forEach(builder::add);
            rows = found.keySet().stream().mapToInt(Integer::intValue).toArray();
            features = builder.build();
            all = found.values();
        }
    }
}

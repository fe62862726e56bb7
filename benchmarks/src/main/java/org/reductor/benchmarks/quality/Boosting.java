/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;
import org.reductor.core.data.Task;
import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gradient boosting (Friedman 2001) by XGBoost: small steps, as many as are best on a tenth of the training rows; then
 * so many on all training rows.
 */
final class Boosting extends Trees {

    static final String ID = "boosting";

    private static final int MOST_TREES = 3000;

    /** Trees between two looks at the validation rows. */
    private static final int STEP = 10;

    /** Looks without improvement after which enough trees have been tried. */
    private static final int PATIENCE = 10;

    Boosting() {
        super(ID);
    }

    @Override
    double[] predict(final Problem problem, final int task, final int[] rows, final Map<String, Object> parameters,
        final Facts facts) throws XGBoostError {
        final Task what = problem.training().targets().tasks().get(task);
        parameters.putAll(Map.of("objective", what.isNumber() ? "reg:squarederror" : "binary:logistic", "eta", .05,
            "max_depth", 6, "subsample", .8, "colsample_bynode", .3, "min_child_weight", 1));
        final int trees = bestTrees(problem, task, rows, parameters);
        facts.put("trees", trees);
        final DMatrix training = matrix(problem.training().features(), problem.training().targets(), task, rows);
        final DMatrix test = matrix(problem.testFeatures());
        final Booster booster = train(training, parameters);
        try {
            for (int tree = 1; tree < trees; tree++) {
                booster.update(training, tree);
            }
            return predict(booster, test);
        } finally {
            booster.dispose();
            training.dispose();
            test.dispose();
        }
    }

    private static int bestTrees(final Problem problem, final int task, final int[] rows,
        final Map<String, Object> parameters) throws XGBoostError {
        final int[] order = Shuffle.inPlace(rows.clone(), Seeds.derive(problem.seed(), task));
        final int[] held = Arrays.copyOf(order, Math.max(1, rows.length / 10));
        final Metric metric = Metrics.of(problem.training().targets().tasks().get(task)).get(0);
        final int[] every = IntStream.range(0, held.length).toArray();
        final DMatrix training = matrix(problem.training().features(), problem.training().targets(), task,
            Arrays.copyOfRange(order, held.length, order.length));
        final DMatrix validation = matrix(problem.training().features(), problem.training().targets(), task, held);
        final Booster booster = train(training, parameters);
        try {
            int best = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int trees = 1; trees <= MOST_TREES && trees <= best + PATIENCE * STEP; trees++) {
                if (trees > 1) {
                    booster.update(training, trees - 1);
                }
                if (trees % STEP == 0) {
                    final double error = metric.score(new Judged(problem.training().targets(), task, held,
                        predict(booster, validation)), every);
                    best = error < least ? trees : best;
                    least = Math.min(error, least);
                }
            }
            return best;
        } finally {
            booster.dispose();
            training.dispose();
            validation.dispose();
        }
    }
}

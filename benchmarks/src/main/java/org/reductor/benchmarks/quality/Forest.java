/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * A random forest (Breiman 2001) in XGBoost's forest mode: one round of full-grown trees, each of another sample of
 * the rows, each split from another sample of the features that vary: a third of them for numbers, the square root of
 * their number for classes. Classes are learned as the numbers 0 and 1, for which the squared error chooses the same
 * splits as Gini's impurity. Rows are drawn without replacement, .632 of them, as many as a bootstrap sample has
 * different ones.
 */
final class Forest extends Trees {

    static final String ID = "forest";

    /** On CHEMBL1862 200 and 500 trees differ by .002 or less, one seed from another by more. */
    private static final int TREES = 250;

    Forest() {
        super(ID);
    }

    @Override
    double[] predict(final Problem problem, final int task, final int[] rows, final Map<String, Object> parameters,
        final Facts facts) throws XGBoostError {
        final boolean number = problem.training().targets().tasks().get(task).isNumber();
        final boolean[] varying = problem.training().features().varyingColumns(rows);
        final int[] columns = IntStream.range(0, varying.length).filter(column -> varying[column]).toArray();
        parameters.putAll(Map.of("objective", "reg:squarederror", "num_parallel_tree", TREES, "eta", 1, "max_depth", 0,
            "subsample", .632, "colsample_bynode", number ? 1 / 3. : 1 / Math.sqrt(columns.length), "lambda", 0,
            "min_child_weight", number ? 2 : 1, "max_bin", 64));
        final DMatrix training = matrix(problem.training().features().selectColumns(columns),
            problem.training().targets(), task, rows);
        final DMatrix test = matrix(problem.testFeatures().selectColumns(columns));
        final Booster forest = train(training, parameters);
        try {
            return predict(forest, test);
        } finally {
            forest.dispose();
            training.dispose();
            test.dispose();
        }
    }
}

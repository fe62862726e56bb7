/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Trees by XGBoost (Chen and Guestrin 2016). Features that are 0 are missing values to it. */
abstract class Trees extends Peer {

    /** @param id what options, results and tables call it */
    Trees(final String id) {
        super(id);
    }

    /** @throws IllegalStateException if XGBoost cannot be used on this machine, with the remedy */
    static void requireNative() {
        try {
            new DMatrix(new float[]{1}, 1, 1, Float.NaN).dispose();
        } catch (final XGBoostError | LinkageError e) {
            throw new IllegalStateException("XGBoost's native library cannot be used on this machine ("
                + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                + "); on Linux it needs libgomp1. Leave out forest and boosting: --methods pruning,svm. " + e, e);
        }
    }

    @Override
    public final boolean seeded() {
        return true;
    }

    @Override
    final Learner learner(final Problem problem, final int threads) {
        return (task, rows, facts) -> {
            final Map<String, Object> parameters = new HashMap<>(Map.of("tree_method", "hist", "verbosity", 0,
                "nthread", threads, "seed", (int)(Seeds.derive(problem.seed(), task) & Integer.MAX_VALUE)));
            try {
                return predict(problem, task, rows, parameters, facts::put);
            } catch (final XGBoostError e) {
                throw new IllegalStateException("XGBoost gave up. " + e.getMessage(), e);
            }
        };
    }

    /** Takes a number that was chosen. */
    @FunctionalInterface
    interface Facts {

        /** Notes it. */
        void put(String name, int value);
    }

    /** As {@link Peer.Learner#predict}, with parameters that all have in common. */
    abstract double[] predict(Problem problem, int task, int[] rows, Map<String, Object> parameters, Facts facts)
        throws XGBoostError;

    /** Trains; the caller disposes of the result. */
    static Booster train(final DMatrix data, final Map<String, Object> parameters) throws XGBoostError {
        return XGBoost.train(data, parameters, 1, Map.of(), null, null);
    }

    /** Rows with their targets; the caller disposes of them. */
    static DMatrix matrix(final CsrMatrix features, final Targets targets, final int task, final int[] rows)
        throws XGBoostError {
        final DMatrix matrix = matrix(features.selectRows(rows));
        final float[] labels = new float[rows.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float)targets.value(rows[i], task);
        }
        matrix.setLabel(labels);
        return matrix;
    }

    /** Rows without targets; the caller disposes of them. */
    static DMatrix matrix(final CsrMatrix features) throws XGBoostError {
        final long[] starts = IntStream.rangeClosed(0, features.rows())
            .mapToLong(row -> row == 0 ? 0 : features.rowEnd(row - 1)).toArray();
        final float[] values = features.binary() ? new float[features.columnIndices().length] : features.values();
        if (features.binary()) {
            Arrays.fill(values, 1);
        }
        return new DMatrix(starts, features.columnIndices(), values, DMatrix.SparseType.CSR, features.columns());
    }

    /** One prediction a row. */
    static double[] predict(final Booster trees, final DMatrix rows) throws XGBoostError {
        final float[][] predictions = trees.predict(rows);
        return IntStream.range(0, predictions.length).mapToDouble(row -> predictions[row][0]).toArray();
    }
}

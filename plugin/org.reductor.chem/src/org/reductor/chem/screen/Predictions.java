/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.SparseRow;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;

/**
 * From the features of rows to what is told of them. A row has the same bits alone and among others. Thread-safe; counts
 * what {@link #warnings} tell.
 */
public final class Predictions {

    /** Names the column with the similarity. */
    private static final PredictionColumn SIMILARITY = new PredictionColumn("Similarity", false);

    private final Predictor predictor;

    private final Uncertainty uncertainty;

    private final boolean similarity;

    private final List<TargetColumns> targets;

    private final BitSet read;

    private final int features;

    /**
     * @param model the networks
     * @param options what is told
     */
    public Predictions(final NetworkModel model, final PredictionOptions options) {
        predictor = new Predictor(model.networks());
        uncertainty = new Uncertainty(model, options);
        similarity = options.similarity();
        targets = TargetColumns.of(model.networks().tasks(), model.networks().size(), options);
        features = model.networks().inputs();
        read = uncertainty.compared();
        for (final int input : model.networks().inputsRead()) {
            read.set(input);
        }
    }

    /**
     * @param targets all that is told of targets
     * @param similarity whether the similarity is told as well
     * @return the columns of all, in their order
     */
    public static List<PredictionColumn> columns(final List<TargetColumns> targets, final boolean similarity) {
        final List<PredictionColumn> columns = new ArrayList<>();
        targets.forEach(target -> columns.addAll(target.columns()));
        if (similarity) {
            columns.add(SIMILARITY);
        }
        return columns;
    }

    /** @return the columns that are told, in their order */
    public List<PredictionColumn> columns() {
        return columns(targets, similarity);
    }

    /** @return the features that anything which is told depends on; of others the values do not matter */
    public BitSet read() {
        return (BitSet)read.clone();
    }

    /**
     * @param row features of a row
     * @return a value a column: a {@link Double}, a {@link String} or {@link Untold}
     * @throws IllegalArgumentException if a feature is out of range
     */
    public List<Object> of(final SparseRow row) {
        final double[] predictions = new double[predictor.width()];
        predictor.predict(row.columns(), row.values(), predictions);
        return told(row, predictions);
    }

    /**
     * Several rows, which is faster than one at a time.
     *
     * @param rows features of rows; all with values or none
     * @return for each row a value a column, as above
     * @throws IllegalArgumentException if a feature is out of range
     */
    public List<List<Object>> of(final List<SparseRow> rows) {
        final var matrix = CsrMatrix.builder(features);
        rows.forEach(matrix::add);
        final int width = predictor.width();
        final double[] all = new double[rows.size() * width];
        predictor.predict(matrix.build(), 0, rows.size(), all);
        final List<List<Object>> told = new ArrayList<>(rows.size());
        final double[] predictions = new double[width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(all, i * width, predictions, 0, width);
            told.add(told(rows.get(i), predictions));
        }
        return told;
    }

    private List<Object> told(final SparseRow row, final double[] predictions) {
        final Uncertainty.OfRow ofRow = uncertainty.new OfRow(row, predictions);
        final List<Object> told = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).tell(predictions, predictor.heads().start(i), predictor.heads().outputs(), i, ofRow, told);
        }
        if (similarity) {
            told.add(ofRow.similarity());
        }
        return told;
    }

    /** @return what the user should know of the rows that were predicted until now, one sentence or two each */
    public List<String> warnings() {
        return uncertainty.warnings();
    }
}

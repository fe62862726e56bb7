/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.reductor.chem.Featurizer;
import org.reductor.chem.Isolation;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.UnknownCategories;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.core.model.NetworkModel;

/**
 * Predicts rows from their molecules and other values, with the bits that the node Network Predictor gives. Only what
 * the networks read is made of a molecule: a fingerprint or descriptor that pruning has left nobody to read costs
 * nothing. Thread-safe: one screen serves all threads of a process, each with batches of its own.
 */
public final class Screen {

    /** Rows of a batch: enough for scoring in blocks, few enough for many threads to share a file. */
    public static final int BATCH = 256;

    private static final Set<String> MADE_ELSEWHERE =
        Set.of(FeatureBlock.BIT_VECTOR, FeatureBlock.COUNT_VECTOR, FeatureBlock.DOUBLE_VECTOR);

    private final NetworkModel model;

    private final UnknownCategories unknownCategories = new UnknownCategories();

    private final Predictions predictions;

    private final Featurizer featurizer;

    /**
     * @param model as read from a model file
     * @param options what is told of a row
     * @param cancelled whether nobody waits for predictions any more, so that a molecule that takes long is given up;
     *            asked by another thread
     * @throws IllegalArgumentException if the features cannot be made from columns of a table, or not by this version;
     *             the message says why
     * @throws IllegalStateException if RDKit cannot be used on this machine; the message says what to do
     */
    public Screen(final NetworkModel model, final PredictionOptions options, final BooleanSupplier cancelled) {
        this(model, options, Isolation.WHERE_NEEDED, cancelled);
    }

    /**
     * @param model as read from a model file
     * @param options what is told of a row
     * @param isolation which molecules are worked on in a process of their own
     * @param cancelled as above
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException as above
     */
    public Screen(final NetworkModel model, final PredictionOptions options, final Isolation isolation,
        final BooleanSupplier cancelled) {
        requireFromColumns(model.recipe());
        this.model = model;
        predictions = new Predictions(model, options);
        featurizer = new Featurizer(model.recipe(), unknownCategories, isolation, cancelled, predictions.read());
    }

    private static void requireFromColumns(final FeatureRecipe recipe) {
        for (final FeatureBlock block : recipe.blocks()) {
            if (MADE_ELSEWHERE.contains(block.kind())) {
                throw new IllegalArgumentException("The networks read the vector column '" + block.column()
                    + "', which some other program made: it cannot be made from molecules here. Predict in a workflow "
                    + "that makes that column, or train on features of the Molecule Featurizer.");
            }
        }
    }

    /** @return the columns that a row must have, in the order of its values */
    public List<SourceColumn> sources() {
        return Featurizer.sources(model.recipe());
    }

    /** @return the columns that are told of a row, in their order */
    public List<PredictionColumn> columns() {
        return predictions.columns();
    }

    /**
     * @param rows for each row a value for each of {@link #sources}: text, or a {@link Number} where the column is of
     *            numbers; {@code null} for a missing value
     * @return what became of each row, in the same order
     * @throws java.util.concurrent.CancellationException if nobody waits any more
     * @throws IllegalStateException if a molecule must be read in a process of its own and none can be started
     */
    public List<ScreenedRow> screen(final List<Object[]> rows) {
        final ScreenedRow[] screened = new ScreenedRow[rows.size()];
        final List<SparseRow> usable = new ArrayList<>(rows.size());
        for (int i = 0; i < screened.length; i++) {
            try {
                usable.add(featurizer.features(rows.get(i)));
            } catch (UnusableRowException e) {
                screened[i] = ScreenedRow.failed(e.getMessage());
            }
        }
        final var predicted = predictions.of(usable).iterator();
        for (int i = 0; i < screened.length; i++) {
            if (screened[i] == null) {
                screened[i] = new ScreenedRow(predicted.next(), null);
            }
        }
        return List.of(screened);
    }

    /** @return what the user should know of the model and of the rows until now, one sentence or two each */
    public List<String> warnings() {
        final List<String> warnings = new ArrayList<>();
        RdkitVersion.difference("The features", RdkitVersion.here(model.recipe()),
            "those that the networks have learned from", RdkitVersion.of(model.provenance())).ifPresent(warnings::add);
        if (unknownCategories.count() > 0) {
            warnings.add(unknownCategories.sentence() + " They were ignored: trust these predictions less.");
        }
        warnings.addAll(predictions.warnings());
        return warnings;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.uncertainty.Calibration;
import org.reductor.core.uncertainty.IntervalScores;
import org.reductor.core.uncertainty.KnownRows;
import org.reductor.core.uncertainty.PredictionInterval;
import org.reductor.core.uncertainty.Similarity;

/** What is told of rows beside predictions: how far these are to be trusted. Several threads may ask at once. */
final class Uncertainty {

    private static final Untold UNKNOWN = new Untold("The networks hold nothing by which to tell it.");

    private static final Untold NO_BITS =
        new Untold("The features have no bits by which rows could be compared.");

    private final PredictionOptions options;

    private final List<Task> tasks;

    private final Optional<Calibration> calibration;

    private final Calibration.Assessor assessor;

    private final boolean compares;

    private final LongAdder compared = new LongAdder();

    private final LongAdder dissimilar = new LongAdder();

    /**
     * @param model the networks
     * @param options what is to be told
     */
    Uncertainty(final NetworkModel model, final PredictionOptions options) {
        this.options = options;
        tasks = model.networks().tasks();
        calibration = model.calibration();
        assessor = calibration.map(c -> c.assessor(model.recipe())).orElse(null);
        compares = calibration.isPresent() && (options.similarity()
            || options.intervals() && calibration.get().intervalsNeedSimilarity());
    }

    /** @return the features by which rows are compared with those that the networks know */
    BitSet compared() {
        return compares ? assessor.compared() : new BitSet();
    }

    /** Assesses one row. */
    final class OfRow {

        private final double[] predictions;

        private final Optional<Similarity> similarity;

        /**
         * @param features of the row
         * @param predictions of all networks
         */
        OfRow(final SparseRow features, final double[] predictions) {
            this.predictions = predictions;
            similarity = compares ? assessor.similarity(features) : Optional.empty();
        }

        /** @return probabilities of the classes of a task in place of those that the networks give, if asked for */
        Optional<double[]> probabilities(final int task) {
            return assessor == null || !options.calibrated() ? Optional.empty()
                : Optional.of(assessor.probabilities(task, predictions));
        }

        /** @return the lower and the upper end of the interval of a number */
        List<Object> interval(final int task) {
            if (assessor == null) {
                return List.of(UNKNOWN, UNKNOWN);
            }
            final Optional<PredictionInterval> interval =
                assessor.interval(task, predictions, similarity, options.coverage());
            return interval.<List<Object>> map(i -> List.of(i.lower(), i.upper())).orElseGet(() -> {
                final var tooFew = new Untold(tooFewRows(task));
                return List.of(tooFew, tooFew);
            });
        }

        /** @return the similarity of the row to the nearest one that the networks know */
        Object similarity() {
            if (similarity.isEmpty()) {
                return assessor == null ? UNKNOWN : NO_BITS;
            }
            final double nearest = similarity.get().nearest();
            compared.increment();
            if (nearest < threshold()) {
                dissimilar.increment();
            }
            return nearest;
        }
    }

    private double threshold() {
        return calibration.flatMap(Calibration::known).map(KnownRows::threshold).orElse(0.0);
    }

    private String tooFewRows(final int task) {
        return String.format(Locale.ENGLISH, "Of '%s' there were %,d rows that the networks had not seen, and "
            + "intervals that cover %d %% need at least %,d.", tasks.get(task).name(),
            ((IntervalScores)calibration.orElseThrow().tasks().get(task)).rows(), Math.round(100 * options.coverage()),
            IntervalScores.rowsNeeded(options.coverage()));
    }

    /** @return what the user should know, once all rows are predicted */
    List<String> warnings() {
        final List<String> warnings = new ArrayList<>();
        final boolean numbers = tasks.stream().anyMatch(Task::isNumber) && options.intervals();
        final boolean classes = !tasks.stream().allMatch(Task::isNumber) && options.calibrated();
        if (calibration.isEmpty()) {
            final List<String> lacking = new ArrayList<>();
            if (numbers) {
                lacking.add("intervals");
            }
            if (classes) {
                lacking.add("calibrated probabilities");
            }
            if (options.similarity()) {
                lacking.add("similarities");
            }
            if (!lacking.isEmpty()) {
                warnings.add("The networks do not know how well they predict rows that they have not seen, as networks "
                    + "of other software, of earlier versions, and those taken out of several do not. So there are no "
                    + String.join(" and no ", lacking) + ": train with a learner of this version, or switch them off.");
            }
            return warnings;
        }
        for (int task = 0; numbers && task < tasks.size(); task++) {
            if (calibration.get().tasks().get(task) instanceof IntervalScores scores
                && scores.rows() < IntervalScores.rowsNeeded(options.coverage())) {
                warnings.add(tooFewRows(task) + " They are missing; choose a smaller coverage, or train with more "
                    + "rows.");
            }
        }
        if (dissimilar.sum() > KnownRows.SHARE_BELOW_THRESHOLD * compared.sum()) {
            warnings.add(String.format(Locale.ENGLISH, "%,d of %,d molecules are less similar than %.2f to any "
                + "training molecule, as one in twenty was in training: trust their predictions less.",
                dissimilar.sum(), compared.sum(), threshold()));
        }
        return warnings;
    }
}

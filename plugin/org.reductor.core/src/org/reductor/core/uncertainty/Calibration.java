/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Task;
import org.reductor.core.network.Predictor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What networks showed of themselves on rows that they had not seen, so that it can be said of new rows how far
 * predictions are to be trusted. Networks are put in groups: those that predicted the same rows together, by the mean
 * of their predictions. Out of fold each network is a group of its own; with a hold-out all are one.
 *
 * @param groups for each group the numbers of its networks, ascending
 * @param tasks one part a task
 * @param known the rows that networks know; empty if features have no bits to compare
 */
public record Calibration(List<int[]> groups, List<TaskCalibration> tasks, Optional<KnownRows> known) {

    /** Checks that the parts fit together. */
    public Calibration {
        groups = List.copyOf(groups);
        tasks = List.copyOf(tasks);
        if (groups.isEmpty() || groups.stream().anyMatch(group -> group.length == 0 || group[0] < 0)) {
            throw new IllegalArgumentException("A calibration needs groups of at least one network.");
        }
        for (final TaskCalibration task : tasks) {
            if (task instanceof IntervalScores scores && (scores.ofGroup().size() != groups.size()
                || scores.slope() > 0 && known.isEmpty())) {
                throw new IllegalArgumentException("There are errors of " + scores.ofGroup().size() + " groups in "
                    + groups.size() + ", or no rows by which to tell how hard others are.");
            }
        }
        if (known.isPresent() && known.get().groups() != groups.size()) {
            throw new IllegalArgumentException("Rows judge " + known.get().groups() + " groups of " + groups.size()
                + ".");
        }
    }

    /**
     * @param networks number of networks of a model
     * @param features number of features that they read
     * @param ofModel what they predict
     * @throws IllegalArgumentException if this is no calibration of such networks
     */
    public void requireFit(final int networks, final int features, final List<Task> ofModel) {
        boolean fits = tasks.size() == ofModel.size()
            && groups.stream().flatMapToInt(Arrays::stream).allMatch(network -> network < networks)
            && known.stream().allMatch(rows -> rows.width() == features);
        for (int t = 0; fits && t < tasks.size(); t++) {
            final int classes = tasks.get(t) instanceof ProbabilityMap map ? map.classes() : 0;
            fits = classes == ofModel.get(t).classes().size();
        }
        if (!fits) {
            throw new IllegalArgumentException("The calibration is of other networks than the model has.");
        }
    }

    /** @return whether intervals of any number are wider where a row is less similar to those that networks know */
    public boolean intervalsNeedSimilarity() {
        return tasks.stream().anyMatch(task -> task instanceof IntervalScores scores && scores.slope() > 0);
    }

    /** @return whether it changes the probabilities of any classes */
    public boolean correctsProbabilities() {
        return tasks.stream().anyMatch(task -> task instanceof ProbabilityMap map && !map.isIdentity());
    }

    /**
     * @param recipe how features are made
     * @return what tells of new rows how far their predictions are to be trusted; thread-safe
     */
    public Assessor assessor(final FeatureRecipe recipe) {
        return new Assessor(this, KnownRows.bits(recipe));
    }

    /** Assesses the predictions of rows, one at a time. */
    public static final class Assessor {

        private final Calibration calibration;
        private final KnownRows.Search search;
        private final boolean[] bits;
        private final int[] starts;

        private Assessor(final Calibration calibration, final boolean[] bits) {
            this.calibration = calibration;
            this.bits = bits;
            search = calibration.known.map(KnownRows::search).orElse(null);
            starts = new int[calibration.tasks.size() + 1];
            for (int t = 0; t < calibration.tasks.size(); t++) {
                starts[t + 1] = starts[t] + calibration.tasks.get(t).outputs();
            }
        }

        /** @return the features that {@link #similarity} looks at; none if it cannot be told */
        public BitSet compared() {
            final BitSet compared = new BitSet();
            for (int feature = 0; search != null && feature < bits.length; feature++) {
                compared.set(feature, bits[feature]);
            }
            return compared;
        }

        /**
         * @param row features of a row
         * @return how similar it is to those that the networks know; empty if that cannot be told
         */
        public Optional<Similarity> similarity(final SparseRow row) {
            return search == null ? Optional.empty() : Optional.of(search.of(IntStream.range(0, row.size())
                .filter(i -> bits[row.columns()[i]] && (row.binary() || row.values()[i] != 0))
                .map(i -> row.columns()[i]).toArray()));
        }

        /**
         * @param task number of a task whose values are numbers
         * @param predictions of the row, as by {@link Predictor#predict}
         * @param similarity of the row, as by {@link #similarity}
         * @param coverage probability that the value lies in the interval
         * @return the interval; empty if it would be infinite, because too few rows have judged
         * @throws IllegalArgumentException if the coverage is out of range
         */
        public Optional<PredictionInterval> interval(final int task, final double[] predictions,
            final Optional<Similarity> similarity, final double coverage) {
            final IntervalScores scores = (IntervalScores)calibration.tasks.get(task);
            final double[] centres = new double[calibration.groups.size()];
            final double[] difficulties = new double[centres.length];
            for (int g = 0; g < centres.length; g++) {
                centres[g] = ofGroup(task, g, predictions)[0];
                difficulties[g] = scores.slope() == 0 ? 1
                    : scores.difficulty(Objects.requireNonNull(similarity.orElse(null), "similarity").ofGroup()[g]);
            }
            return scores.interval(centres, difficulties, coverage);
        }

        /**
         * @param task number of a task whose values are classes
         * @param predictions of the row, as by {@link Predictor#predict}
         * @return of two classes the probability of the second, of more that of each: the mean of the groups
         */
        public double[] probabilities(final int task, final double[] predictions) {
            final ProbabilityMap map = (ProbabilityMap)calibration.tasks.get(task);
            final double[] mean = new double[map.outputs()];
            for (int g = 0; g < calibration.groups.size(); g++) {
                final double[] calibrated = map.apply(ofGroup(task, g, predictions));
                for (int c = 0; c < mean.length; c++) {
                    mean[c] += calibrated[c] / calibration.groups.size();
                }
            }
            return mean;
        }

        /** The mean of what the networks of a group predict. */
        private double[] ofGroup(final int task, final int group, final double[] predictions) {
            final int[] networks = calibration.groups.get(group);
            final int stride = starts[starts.length - 1];
            final double[] mean = new double[calibration.tasks.get(task).outputs()];
            for (int output = 0; output < mean.length; output++) {
                for (final int network : networks) {
                    mean[output] += predictions[network * stride + starts[task] + output] / networks.length;
                }
            }
            return mean;
        }
    }
}

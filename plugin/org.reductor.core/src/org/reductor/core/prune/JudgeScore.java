/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Dataset;
import org.reductor.core.data.Seeds;
import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;
import org.reductor.core.objective.PairedBootstrap;
import org.reductor.core.objective.RowMetric;
import org.reductor.core.train.TrainingDivergedException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How well an ensemble predicts the rows that judge rounds, by the proper score of each task; less is better. With
 * several tasks it is the mean of their scores, those of numbers divided by the task's standard deviation.
 *
 * @param tasks one part a task
 * @param weights how much each row counts
 * @param single mean over the networks of each network's own score
 * @param metrics scores by other metrics, by {@link Metric#id()}, each the mean over the tasks that it fits
 * @param predictions what was predicted for the rows by the networks that they judge, the mean of several, row by row
 *            as by {@link Heads#predict}: predictions of networks that have not seen the row
 */
public record JudgeScore(List<Part> tasks, double[] weights, double single, SortedMap<String, Double> metrics,
    double[] predictions) {

    private static final int RESAMPLES = 1000;

    /**
     * The score of one task.
     *
     * @param metric what turns losses into the score
     * @param unit what the score is divided by; 1 if there is one task
     * @param losses one a row; NaN for a row without a value
     */
    public record Part(RowMetric metric, double unit, double[] losses) {

        private double score(final double[] weights, final int[] rows, final double factor) {
            double sum = 0;
            double all = 0;
            for (final int row : rows) {
                if (!Double.isNaN(losses[row])) {
                    sum += weights[row] * losses[row];
                    all += weights[row];
                }
            }
            return metric.ofMean(factor * sum / all) / unit;
        }
    }

    /** Larger losses might not add up to a finite number. */
    private static final double LARGEST_LOSS = 1e280;

    /** Copies the parts and checks the numbers. */
    public JudgeScore {
        if (weights.length == 0) {
            throw new IllegalArgumentException("There is no row that judges, so there is no score.");
        }
        for (final Part task : tasks) {
            for (int row = 0; row < weights.length; row++) {
                if (task.losses().length != weights.length || task.losses()[row] > LARGEST_LOSS) {
                    throw new IllegalArgumentException("The loss of judging row " + row + " is " + task.losses()[row]
                        + ", and no score can be computed of more than " + LARGEST_LOSS + ".");
                }
            }
        }
        if (Double.isNaN(score(tasks, weights, all(weights.length)))) {
            throw new IllegalArgumentException("There is no score, because no row that judges has a value.");
        }
        if (predictions.length % weights.length != 0) {
            throw new IllegalArgumentException("There are " + predictions.length + " predictions for "
                + weights.length + " rows, which is not the same number for each.");
        }
        if (!Double.isFinite(single)) {
            throw new IllegalArgumentException("The score of single networks is " + single + ", not a finite number.");
        }
        tasks = List.copyOf(tasks);
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    /**
     * Scores an ensemble.
     *
     * @param networks the ensemble
     * @param plan which rows judge which of its networks
     * @param units for each task what its score is divided by
     * @return the score
     * @throws TrainingDivergedException if a prediction is not finite, naming the row
     */
    static JudgeScore of(final NetworkEnsemble networks, final JudgePlan plan, final double[] units) {
        final Heads heads = networks.heads();
        final int width = heads.outputs();
        final int[] rows = plan.rows();
        final double[][] ofMember = IntStream.range(0, networks.size()).parallel()
            .mapToObj(n -> predictions(networks.members().get(n), plan, plan.of(n))).toArray(double[][]::new);
        final double[] ofEnsemble = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            final int[] members = plan.members().get(i);
            for (int output = 0; output < width; output++) {
                double sum = 0;
                for (final int n : members) {
                    sum += ofMember[n][i * width + output];
                }
                if (!Double.isFinite(sum)) {
                    throw new TrainingDivergedException("The networks predict " + sum / members.length + " for row "
                        + rows[i] + " of those that judge: it has features far from those that were learned. Scale the "
                        + "features, remove the row, or choose a smaller learning rate.");
                }
                ofEnsemble[i * width + output] = sum / members.length;
            }
        }
        final List<Judged> judged = judged(heads, plan.data(), rows, ofEnsemble);
        final double[] weights = weights(plan.data(), rows);
        final double single = IntStream.range(0, ofMember.length)
            .mapToDouble(n -> own(heads, plan, plan.of(n), ofMember[n], units))
            .filter(score -> !Double.isNaN(score)).average().orElse(Double.NaN);
        return new JudgeScore(parts(heads, judged, units), weights, single, metrics(judged), ofEnsemble);
    }

    /** What a network predicts for the rows that judge it, at their places among all that judge. */
    private static double[] predictions(final Member member, final JudgePlan plan, final int[] positions) {
        final Predictor predictor = new Predictor(new NetworkEnsemble(List.of(member)));
        final int width = predictor.width();
        final double[] predictions = new double[plan.rows().length * width];
        final double[] row = new double[width];
        for (final int position : positions) {
            predictor.predict(plan.data().features(), plan.rows()[position], plan.rows()[position] + 1, row);
            System.arraycopy(row, 0, predictions, position * width, width);
        }
        return predictions;
    }

    /** The score of one network by the rows that judge it; NaN if it has none, or none with a value. */
    private static double own(final Heads heads, final JudgePlan plan, final int[] positions,
        final double[] predictions, final double[] units) {
        final int width = heads.outputs();
        final int[] rows = new int[positions.length];
        final double[] own = new double[positions.length * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = plan.rows()[positions[i]];
            System.arraycopy(predictions, positions[i] * width, own, i * width, width);
        }
        return score(parts(heads, judged(heads, plan.data(), rows, own), units), weights(plan.data(), rows),
            all(rows.length));
    }

    private static double[] weights(final Dataset data, final int[] rows) {
        return Arrays.stream(rows).mapToDouble(data.targets()::weight).toArray();
    }

    /** Takes the predictions of each task out of those of all. */
    private static List<Judged> judged(final Heads heads, final Dataset data, final int[] rows,
        final double[] predictions) {
        return IntStream.range(0, heads.size()).mapToObj(h -> {
            final int width = heads.get(h).outputs();
            final double[] own = new double[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(predictions, i * heads.outputs() + heads.start(h), own, i * width, width);
            }
            return new Judged(data.targets(), h, rows, own);
        }).toList();
    }

    private static List<Part> parts(final Heads heads, final List<Judged> judged, final double[] units) {
        return IntStream.range(0, heads.size()).mapToObj(h -> {
            final Head head = heads.get(h);
            final RowMetric metric = head.objective().metric();
            return new Part(metric, units[h], metric.losses(judged.get(h)));
        }).toList();
    }

    private static SortedMap<String, Double> metrics(final List<Judged> judged) {
        final TreeMap<String, double[]> sums = new TreeMap<>();
        for (final Judged task : judged) {
            for (final Metric metric : Metrics.of(task.task())) {
                final double score = metric.score(task, all(task.rows()));
                if (!Double.isNaN(score)) {
                    final double[] sum = sums.computeIfAbsent(metric.id(), id -> new double[2]);
                    sum[0] += score;
                    sum[1]++;
                }
            }
        }
        final TreeMap<String, Double> means = new TreeMap<>();
        sums.forEach((id, sum) -> means.put(id, sum[0] / sum[1]));
        return means;
    }

    private static int[] all(final int rows) {
        return IntStream.range(0, rows).toArray();
    }

    /**
     * Judges a round together with those beside it.
     *
     * @param before the round before
     * @param round the round
     * @param after the round after
     * @return a score of losses that are a half of the round's own and a quarter of each neighbour's
     */
    static JudgeScore withNeighbours(final JudgeScore before, final JudgeScore round, final JudgeScore after) {
        return new JudgeScore(IntStream.range(0, round.tasks.size()).mapToObj(t -> {
            final Part own = round.tasks.get(t);
            return new Part(own.metric(), own.unit(), IntStream.range(0, round.rows())
                .mapToDouble(row -> own.losses()[row] / 2
                    + (before.tasks.get(t).losses()[row] + after.tasks.get(t).losses()[row]) / 4)
                .toArray());
        }).toList(), round.weights, round.single, round.metrics, round.predictions);
    }

    /** @return number of rows that judge */
    public int rows() {
        return weights.length;
    }

    /** @return the score */
    public double value() {
        return score(tasks, weights, all(rows()));
    }

    /**
     * @param factor a factor
     * @return the score if the mean loss of each task were so many times as large
     */
    double valueOf(final double factor) {
        return score(tasks, weights, all(rows()), factor);
    }

    private static double score(final List<Part> tasks, final double[] weights, final int[] rows) {
        return score(tasks, weights, rows, 1);
    }

    /** The mean over the tasks that have a value in these rows; NaN if none has. */
    private static double score(final List<Part> tasks, final double[] weights, final int[] rows,
        final double factor) {
        double sum = 0;
        int count = 0;
        for (final Part task : tasks) {
            final double score = task.score(weights, rows, factor);
            if (!Double.isNaN(score)) {
                sum += score;
                count++;
            }
        }
        return sum / count;
    }

    /**
     * The standard error of the difference between two ensembles on the same rows, by {@link PairedBootstrap}.
     *
     * @param other the score to compare with
     * @param seed seed of the resampling
     * @return the standard error; 0 if the losses are equal
     */
    public double standardErrorOfDifference(final JudgeScore other, final long seed) {
        return PairedBootstrap.standardErrorOfDifference(rows(), sample -> score(tasks, weights, sample),
            sample -> score(other.tasks, weights, sample), RESAMPLES, new Random(Seeds.derive(seed)));
    }
}

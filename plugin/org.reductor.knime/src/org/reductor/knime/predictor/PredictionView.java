/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.chem.screen.TargetColumns;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.ClassCurves;
import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;
import org.reductor.knime.labelled.TrueValues;
import org.reductor.knime.predictor.PredictionViewData.Coverage;
import org.reductor.knime.predictor.PredictionViewData.Point;
import org.reductor.knime.predictor.PredictionViewData.Row;
import org.reductor.knime.predictor.PredictionViewData.Score;
import org.reductor.knime.predictor.PredictionViewData.Target;

/**
 * Reads what the view shows from the table of predictions: scores and curves over all rows that have a true value, and
 * as many rows one by one as can be looked at.
 */
final class PredictionView {

    /** Rows that are shown one by one: more points cannot be told apart, and a page of them opens in an instant. */
    static final int LARGEST = 2000;

    private static final long SEED = 1;

    /** Digits of numbers in a picture. */
    private static final MathContext DIGITS = new MathContext(6);

    private final BufferedDataTable table;

    private final NetworkModel model;

    private final List<TargetColumns> columns;

    private final int first;

    /** What is true of the rows; {@code null} if the table has no column of a target, as one that is screened. */
    private final Targets truth;

    private final BitSet shown;

    /** For each target the predictions of the rows, one after the other; NaN where there are none. */
    private final double[][] predictions;

    private final List<List<Point>> points = new ArrayList<>();

    private final int[] covered;

    private final int[] withInterval;

    private PredictionView(final BufferedDataTable table, final NetworkModel model,
        final List<TargetColumns> columns, final int first, final ExecutionContext exec)
        throws CanceledExecutionException {
        this.table = table;
        this.model = model;
        this.columns = columns;
        this.first = first;
        final List<Task> tasks = model.networks().tasks();
        truth = tasks.stream().noneMatch(task -> table.getDataTableSpec().containsName(task.name())) ? null
            : TrueValues.read(table, tasks, "", exec);
        shown = sample((int)table.size());
        predictions = columns.stream().map(c -> new double[truth == null ? 0 : truth.rows() * c.width()])
            .toArray(double[][]::new);
        columns.forEach(c -> points.add(new ArrayList<>()));
        covered = new int[columns.size()];
        withInterval = new int[columns.size()];
    }

    /**
     * @param table with the predictions
     * @param model the networks
     * @param columns what is told of each target, in the order of the table's columns
     * @param first index of the first column of the first target
     * @param similarity index of the column with the similarity, empty if there is none
     * @param parameters the settings of the node
     * @param exec may cancel
     * @return what there is to see
     */
    static PredictionViewData of(final BufferedDataTable table, final NetworkModel model,
        final List<TargetColumns> columns, final int first, final OptionalInt similarity,
        final NetworkPredictorParameters parameters, final ExecutionContext exec) throws CanceledExecutionException {
        final PredictionView view = new PredictionView(table, model, columns, first, exec);
        view.read(exec);
        final List<String> remarks = new ArrayList<>();
        if (view.shown.cardinality() < table.size()) {
            remarks.add(String.format(Locale.ENGLISH, "Of %,d rows %,d are shown, drawn at random; scores and curves "
                + "are of all.", table.size(), view.shown.cardinality()));
        }
        final var drawn = new DrawnRows(table, model.recipe(), parameters, view.mostWrong());
        final List<Row> rows = drawn.read(view.shown, similarity, remarks, exec);
        final List<Target> targets =
            IntStream.range(0, columns.size()).mapToObj(t -> view.target(t, parameters.m_coverage)).toList();
        return new PredictionViewData(view.networks(), table.size(), rows, targets, remarks);
    }

    private String networks() {
        final NetworkEnsemble networks = model.networks();
        return String.format(Locale.ENGLISH, networks.size() == 1 ? "%d, with %,d of %,d weights"
            : "%d (their mean predicts), with %,d of %,d weights each", networks.size(), networks.keptWeights(),
            networks.originalWeights());
    }

    /** Each row is as likely as any other. */
    private static BitSet sample(final int rows) {
        final BitSet sample = new BitSet();
        final Random random = new Random(SEED);
        int wanted = Math.min(LARGEST, rows);
        for (int row = 0; row < rows; row++) {
            if (random.nextDouble() * (rows - row) < wanted) {
                sample.set(row);
                wanted--;
            }
        }
        return sample;
    }

    private void read(final ExecutionContext exec) throws CanceledExecutionException {
        int position = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            for (int index = 0; rows.hasNext(); index++) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                int column = first;
                for (int t = 0; t < columns.size(); t++) {
                    read(t, index, row, column, shown.get(index) ? position : -1);
                    column += columns.get(t).count();
                }
                position += shown.get(index) ? 1 : 0;
            }
        }
    }

    private void read(final int target, final int index, final DataRow row, final int column, final int position) {
        final TargetColumns told = columns.get(target);
        final double[] predicted = PredictionColumns.predicted(told, row, column);
        final double[] interval = PredictionColumns.interval(told, row, column);
        double value = Double.NaN;
        String sign = "";
        if (truth != null) {
            System.arraycopy(predicted, 0, predictions[target], index * predicted.length, predicted.length);
            value = truth.value(index, target);
            if (truth.present(index, target) && truth.relation(index, target) != Relation.EQUAL) {
                sign = truth.relation(index, target).sign();
            } else if (truth.present(index, target) && !Double.isNaN(interval[0])) {
                withInterval[target]++;
                covered[target] += interval[0] <= value && value <= interval[1] ? 1 : 0;
            }
        }
        if (position >= 0 && !Double.isNaN(predicted[0])) {
            points.get(target).add(new Point(position, rounded(value), sign,
                Arrays.stream(predicted).map(p -> rounded(p)).toArray(), rounded(interval[0]), rounded(interval[1])));
        }
    }

    private static Double rounded(final double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null;
    }

    /** The shown rows, the most wrong first: of numbers by the error, of classes by the chance of the true one. */
    private int[] mostWrong() {
        final double[] worst = new double[shown.cardinality()];
        for (int t = 0; t < columns.size(); t++) {
            final Task task = model.networks().tasks().get(t);
            final double spread = points.get(t).stream().filter(p -> p.measured() != null)
                .mapToDouble(Point::measured).map(Math::abs).max().orElse(1);
            for (final Point point : points.get(t)) {
                if (point.measured() != null) {
                    final double error = task.isNumber() ? Math.abs(point.predicted()[0] - point.measured()) / spread
                        : 1 - probability(task, point.predicted(), point.measured().intValue());
                    worst[point.row()] = Math.max(worst[point.row()], error);
                }
            }
        }
        return IntStream.range(0, worst.length).boxed().sorted((a, b) -> Double.compare(worst[b], worst[a]))
            .mapToInt(Integer::intValue).toArray();
    }

    private static double probability(final Task task, final double[] predicted, final int c) {
        return task.isBinary() ? c == 1 ? predicted[0] : 1 - predicted[0] : predicted[c];
    }

    private Target target(final int t, final int coverage) {
        final Task task = model.networks().tasks().get(t);
        if (truth == null) {
            return new Target(task.name(), task.unit(), task.classes(), 0, 0, List.of(), null, points.get(t),
                List.of());
        }
        final int width = columns.get(t).width();
        final int[] rows = IntStream.range(0, truth.rows())
            .filter(row -> truth.present(row, t) && !Double.isNaN(predictions[t][row * width])).toArray();
        final double[] ofRows = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(predictions[t], rows[i] * width, ofRows, i * width, width);
        }
        final var judged = new Judged(truth, t, rows, ofRows);
        return new Target(task.name(), task.unit(), task.classes(), rows.length,
            (int)Arrays.stream(rows).filter(row -> truth.relation(row, t) != Relation.EQUAL).count(),
            rows.length == 0 ? List.of() : Metrics.of(task).stream().map(metric -> score(metric, judged)).toList(),
            withInterval[t] == 0 ? null : new Coverage(coverage, covered[t], withInterval[t]), points.get(t),
            task.isNumber() || rows.length == 0 ? List.of() : IntStream.range(0, task.classes().size())
                .filter(c -> !task.isBinary() || c == 1).mapToObj(c -> ClassCurves.of(judged, c)).toList());
    }

    private static Score score(final Metric metric, final Judged judged) {
        return new Score(metric.label(), rounded(metric.score(judged, IntStream.range(0, judged.rows()).toArray())));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;
import org.reductor.core.data.Task;
import org.reductor.core.network.Predictor;

/**
 * What is told of one target: of a number the prediction, how far the networks disagree and the interval, of classes
 * the likeliest, the probability of each (of two, that of the second), and how far the networks disagree about the one
 * that is told.
 *
 * @param task the target
 * @param members networks with columns of their own, 0 for none
 * @param interval whether the ends of an interval are told of a number
 */
record PredictionColumns(Task task, int members, boolean interval) {

    private static final DataCell NO_SPREAD =
        new MissingCell("There is a single network, and the spread is how far several disagree.");

    /**
     * @param table the table that columns are appended to
     * @param targets all that is predicted
     * @param similarity whether the similarity of the row comes last
     * @param suffix appended to each name
     * @return the columns of all targets, with names that the table does not have yet
     */
    static DataColumnSpec[] specs(final DataTableSpec table, final List<PredictionColumns> targets,
        final boolean similarity, final String suffix) {
        final List<DataColumnSpec> specs = new ArrayList<>();
        final var names = new UniqueNameGenerator(Set.of(table.getColumnNames()));
        for (final PredictionColumns target : targets) {
            target.append(specs, names, suffix);
        }
        if (similarity) {
            specs.add(spec(names, "Similarity" + suffix, DoubleCell.TYPE));
        }
        return specs.toArray(DataColumnSpec[]::new);
    }

    private void append(final List<DataColumnSpec> specs, final UniqueNameGenerator names,
        final String suffix) {
        final String prediction = "Prediction (" + task.name() + ")";
        specs.add(spec(names, prediction + suffix, task.isNumber() ? DoubleCell.TYPE : StringCell.TYPE));
        final List<String> told = task.isNumber() ? List.of(prediction)
            : (task.isBinary() ? task.classes().subList(1, 2) : task.classes()).stream()
                .map(name -> "P (" + task.name() + " = " + name + ")").toList();
        if (!task.isNumber()) {
            told.forEach(name -> specs.add(spec(names, name + suffix, DoubleCell.TYPE)));
        }
        specs.add(spec(names, "Spread (" + task.name() + ")" + suffix, DoubleCell.TYPE));
        if (hasInterval()) {
            specs.add(spec(names, "Lower (" + task.name() + ")" + suffix, DoubleCell.TYPE));
            specs.add(spec(names, "Upper (" + task.name() + ")" + suffix, DoubleCell.TYPE));
        }
        for (int member = 1; member <= members; member++) {
            for (final String name : told) {
                specs.add(spec(names, name + " #" + member + suffix, DoubleCell.TYPE));
            }
        }
    }

    private static DataColumnSpec spec(final UniqueNameGenerator names, final String name, final DataType type) {
        return new DataColumnSpecCreator(names.newName(name), type).createSpec();
    }

    private boolean hasInterval() {
        return interval && task.isNumber();
    }

    /** @return number of columns that are told of this target */
    int columns() {
        return 2 + (task.isNumber() ? 0 : width()) + (hasInterval() ? 2 : 0) + members * width();
    }

    /**
     * @param row with predictions
     * @param first index of the first column of this target
     * @return the predicted number, or the probabilities; NaN where there are none
     */
    double[] predicted(final DataRow row, final int first) {
        final int start = task.isNumber() ? first : first + 1;
        return IntStream.range(start, start + width()).mapToDouble(c -> number(row, c)).toArray();
    }

    /** @return likewise the two ends of the interval; NaN where there are none */
    double[] interval(final DataRow row, final int first) {
        return hasInterval() ? new double[]{number(row, first + 2), number(row, first + 3)}
            : new double[]{Double.NaN, Double.NaN};
    }

    private static double number(final DataRow row, final int column) {
        final DataCell cell = row.getCell(column);
        return cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
    }

    /** @return number of predictions that a network makes of this target */
    int width() {
        return task.classes().size() > 2 ? task.classes().size() : 1;
    }

    /**
     * @param predictions those of one network after the other
     * @param start the first that belongs to this target
     * @param stride number of predictions of a network
     * @param number number of this target
     * @param uncertainty of the row
     * @param cells receives what is told
     */
    void tell(final double[] predictions, final int start, final int stride, final int number,
        final Uncertainty.OfRow uncertainty, final List<DataCell> cells) {
        final double[][] ofOutput = new double[width()][predictions.length / stride];
        final double[] means = new double[width()];
        for (int output = 0; output < width(); output++) {
            for (int network = 0; network < ofOutput[output].length; network++) {
                ofOutput[output][network] = predictions[network * stride + start + output];
            }
            means[output] = Predictor.mean(ofOutput[output]);
        }
        int shown = 0;
        if (!task.isNumber()) {
            uncertainty.probabilities(number).ifPresent(p -> System.arraycopy(p, 0, means, 0, means.length));
            for (int output = 1; output < width(); output++) {
                shown = means[output] > means[shown] ? output : shown;
            }
            final int likeliest = task.isBinary() ? means[0] > 1 - means[0] ? 1 : 0 : shown;
            cells.add(new StringCell(task.classes().get(likeliest)));
        }
        for (final double mean : means) {
            cells.add(new DoubleCell(mean));
        }
        cells.add(ofOutput[0].length == 1 ? NO_SPREAD : new DoubleCell(Predictor.spread(ofOutput[shown])));
        if (hasInterval()) {
            cells.addAll(uncertainty.interval(number));
        }
        for (int member = 0; member < members; member++) {
            for (final double[] ofNetworks : ofOutput) {
                cells.add(new DoubleCell(ofNetworks[member]));
            }
        }
    }
}

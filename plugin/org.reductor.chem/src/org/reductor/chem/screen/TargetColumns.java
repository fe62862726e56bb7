/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import java.util.ArrayList;
import java.util.List;

import org.reductor.core.data.Task;
import org.reductor.core.network.Predictor;

/**
 * What is told of one target: of a number the prediction, how far the networks disagree and the interval, of classes
 * the likeliest, the probability of each (of two, that of the second), and how far the networks disagree about the one
 * that is told.
 *
 * @param task the target
 * @param members networks with columns of their own, 0 for none
 * @param interval whether the ends of an interval are told; never of classes
 */
public record TargetColumns(Task task, int members, boolean interval) {

    private static final Untold NO_SPREAD =
        new Untold("There is a single network, and the spread is how far several disagree.");

    /**
     * @param tasks what networks predict
     * @param networks how many they are
     * @param options what is told
     * @return the columns of each task
     */
    public static List<TargetColumns> of(final List<Task> tasks, final int networks, final PredictionOptions options) {
        return tasks.stream().map(task -> new TargetColumns(task, options.eachNetwork() ? networks : 0,
            options.intervals() && task.isNumber())).toList();
    }

    /** @return the columns, in their order */
    public List<PredictionColumn> columns() {
        final List<PredictionColumn> columns = new ArrayList<>();
        final String prediction = "Prediction (" + task.name() + ")";
        columns.add(new PredictionColumn(prediction, !task.isNumber()));
        final List<String> told = task.isNumber() ? List.of(prediction)
            : (task.isBinary() ? task.classes().subList(1, 2) : task.classes()).stream()
                .map(name -> "P (" + task.name() + " = " + name + ")").toList();
        if (!task.isNumber()) {
            told.forEach(name -> columns.add(new PredictionColumn(name, false)));
        }
        columns.add(new PredictionColumn("Spread (" + task.name() + ")", false));
        if (interval) {
            columns.add(new PredictionColumn("Lower (" + task.name() + ")", false));
            columns.add(new PredictionColumn("Upper (" + task.name() + ")", false));
        }
        for (int member = 1; member <= members; member++) {
            for (final String name : told) {
                columns.add(new PredictionColumn(name + " #" + member, false));
            }
        }
        return columns;
    }

    /** @return number of columns */
    public int count() {
        return 2 + (task.isNumber() ? 0 : width()) + (interval ? 2 : 0) + members * width();
    }

    /** @return number of predictions that a network makes of this target */
    public int width() {
        return task.classes().size() > 2 ? task.classes().size() : 1;
    }

    /** @return position of the first of {@link #width()} columns with the predicted number or the probabilities */
    public int firstPrediction() {
        return task.isNumber() ? 0 : 1;
    }

    /** @return position of the lower end of the interval, if there is one; the upper follows */
    public int lowerEnd() {
        return firstPrediction() + width() + 1;
    }

    /**
     * @param predictions those of one network after the other
     * @param start the first that belongs to this target
     * @param stride number of predictions of a network
     * @param number number of this target
     * @param uncertainty of the row
     * @param told receives a value a column
     */
    void tell(final double[] predictions, final int start, final int stride, final int number,
        final Uncertainty.OfRow uncertainty, final List<Object> told) {
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
            told.add(task.classes().get(likeliest));
        }
        for (final double mean : means) {
            told.add(mean);
        }
        told.add(ofOutput[0].length == 1 ? NO_SPREAD : (Object)Predictor.spread(ofOutput[shown]));
        if (interval) {
            told.addAll(uncertainty.interval(number));
        }
        for (int member = 0; member < members; member++) {
            for (final double[] ofNetworks : ofOutput) {
                told.add(ofNetworks[member]);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.objective.Judged;
import org.reductor.knime.column.BoundedNumber;

/**
 * What is true of a target in the test rows, and which of them can be scored: those that have a finite number or a
 * class that the networks know, and finite predictions.
 */
final class TestRows {

    private static final BoundedNumber NONE = new BoundedNumber(Double.NaN, Relation.EQUAL);

    private final Task task;

    private final BoundedNumber[] values;

    private final int[] usable;

    private final int[] withoutValue;

    private final int[] withoutPrediction;

    /**
     * @param task the target
     * @param texts what is true, a text a row; null if nothing is known
     * @param predictions columns of as many numbers each; all are to be scored on the same rows
     */
    TestRows(final Task task, final List<String> texts, final List<double[]> predictions) {
        this.task = task;
        values = texts.stream().map(text -> value(task, text)).toArray(BoundedNumber[]::new);
        withoutValue = IntStream.range(0, values.length).filter(row -> !isMeasured(row)).toArray();
        final int[] measured = IntStream.range(0, values.length).filter(this::isMeasured).toArray();
        withoutPrediction = Arrays.stream(measured).filter(row -> !complete(predictions, row)).toArray();
        usable = Arrays.stream(measured).filter(row -> complete(predictions, row)).toArray();
    }

    private static BoundedNumber value(final Task task, final String text) {
        if (text == null || task.isNumber()) {
            return text == null ? NONE : BoundedNumber.parse(text.strip()).orElse(NONE);
        }
        final int position = task.classes().indexOf(text.strip());
        return position < 0 ? NONE : new BoundedNumber(position, Relation.EQUAL);
    }

    private boolean isMeasured(final int row) {
        return Double.isFinite(values[row].value());
    }

    private static boolean complete(final List<double[]> predictions, final int row) {
        return predictions.stream().allMatch(column -> Double.isFinite(column[row]));
    }

    /** @return the rows to be scored, counted from 0, in ascending order */
    int[] usable() {
        return usable;
    }

    /** @return how many of them have a bound and no value */
    long bounds() {
        return Arrays.stream(usable).filter(row -> values[row].relation() != Relation.EQUAL).count();
    }

    /** @return the rows of which it is not known what is true */
    int[] withoutValue() {
        return withoutValue;
    }

    /** @return the rows of which that is known, but that have no finite prediction in each column */
    int[] withoutPrediction() {
        return withoutPrediction;
    }

    /**
     * @param columns predictions of one network, or of the ensemble
     * @return those of the usable rows beside what is true
     */
    Judged judged(final List<double[]> columns) {
        final Targets.Builder targets = Targets.builder(List.of(task));
        final double[] predictions = new double[usable.length * columns.size()];
        int next = 0;
        for (final int row : usable) {
            targets.add(new double[]{values[row].value()}, new Relation[]{values[row].relation()}, 1);
            for (final double[] column : columns) {
                predictions[next++] = column[row];
            }
        }
        return new Judged(targets.build(), 0, IntStream.range(0, usable.length).toArray(), predictions);
    }
}

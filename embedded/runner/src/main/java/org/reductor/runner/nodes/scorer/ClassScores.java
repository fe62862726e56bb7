/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How often which class was taken for which, by the same formulas as KNIME's Scorer.
 *
 * @param classes names of the classes: those that are both true and predicted somewhere come first
 * @param counts for each true class, how many rows each class was predicted for
 */
record ClassScores(List<String> classes, int[][] counts) {

    /**
     * @param reference the true class of each row
     * @param predicted the predicted class of each row
     */
    static ClassScores of(final List<String> reference, final List<String> predicted) {
        final Set<String> both = new LinkedHashSet<>(reference);
        both.retainAll(Set.copyOf(predicted));
        both.addAll(reference);
        both.addAll(predicted);
        final List<String> classes = List.copyOf(both);
        final int[][] counts = new int[classes.size()][classes.size()];
        for (int row = 0; row < reference.size(); row++) {
            counts[classes.indexOf(reference.get(row))][classes.indexOf(predicted.get(row))]++;
        }
        return new ClassScores(classes, counts);
    }

    private long rows() {
        long sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += ofClass(c);
        }
        return sum;
    }

    long right() {
        long sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    long wrong() {
        return rows() - right();
    }

    /** @return number of rows of a class */
    int ofClass(final int c) {
        int sum = 0;
        for (final int count : counts[c]) {
            sum += count;
        }
        return sum;
    }

    /** @return number of rows that a class was predicted for */
    int predicted(final int c) {
        int sum = 0;
        for (final int[] row : counts) {
            sum += row[c];
        }
        return sum;
    }

    /** @return share of right predictions; NaN without rows */
    double accuracy() {
        return (double)right() / rows();
    }

    /** @return Cohen's kappa; NaN without rows, or if a single class is both true and predicted */
    double kappa() {
        double byChance = 0;
        for (int c = 0; c < counts.length; c++) {
            byChance += 1.0 * ofClass(c) * predicted(c) / rows() / rows();
        }
        return (accuracy() - byChance) / (1 - byChance);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** For each true class how often which was predicted; those that are both come first, as in KNIME's Scorer. */
record ClassScores(List<String> classes, int[][] counts) {

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

    private IntStream all() {
        return IntStream.range(0, counts.length);
    }

    int rows() {
        return all().map(this::ofClass).sum();
    }

    int right() {
        return all().map(c -> counts[c][c]).sum();
    }

    int ofClass(final int c) {
        return IntStream.of(counts[c]).sum();
    }

    int predicted(final int c) {
        return all().map(row -> counts[row][c]).sum();
    }

    /** Share of right predictions; NaN without rows. */
    double accuracy() {
        return (double)right() / rows();
    }

    /** Cohen's kappa; NaN without rows, or if a single class is both true and predicted. */
    double kappa() {
        double byChance = 0;
        for (int c = 0; c < counts.length; c++) {
            byChance += 1.0 * ofClass(c) * predicted(c) / rows() / rows();
        }
        return (accuracy() - byChance) / (1 - byChance);
    }
}

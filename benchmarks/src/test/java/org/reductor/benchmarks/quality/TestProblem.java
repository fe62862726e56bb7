/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows of random bits and a number, of which two bits and the number decide on the target. */
final class TestProblem {

    static final int BITS = 12;

    private TestProblem() {
    }

    /** One number to learn, {@code bit 0 + 2 * bit 1 + number}. */
    static Problem number() {
        return problem(Task.number("y"), false);
    }

    /** A class to learn, whether that number is above 1.5; a quarter of the training rows have none. */
    static Problem classes() {
        return problem(Task.classes("y", List.of("0", "1")), true);
    }

    private static Problem problem(final Task task, final boolean classes) {
        final Random random = new Random(5);
        final CsrMatrix.Builder[] features = {CsrMatrix.builder(BITS + 1), CsrMatrix.builder(BITS + 1)};
        final Targets.Builder[] targets = {Targets.builder(List.of(task)), Targets.builder(List.of(task))};
        for (int row = 0; row < 160; row++) {
            final int side = row < 120 ? 0 : 1;
            final int[] columns = random.ints(0, BITS).limit(6).distinct().sorted().toArray();
            final int[] all = Arrays.copyOf(columns, columns.length + 1);
            all[columns.length] = BITS;
            final float[] values = new float[all.length];
            Arrays.fill(values, 1);
            values[columns.length] = (float)random.nextGaussian();
            double target = values[columns.length];
            for (final int column : columns) {
                target += column == 0 ? 1 : column == 1 ? 2 : 0;
            }
            features[side].addRow(all, values);
            targets[side].add(new double[]{!classes ? target
                : side == 0 && row % 4 == 0 ? Double.NaN : target > 1.5 ? 1 : 0});
        }
        final FeatureRecipe recipe = new FeatureRecipe(List.of(
            FeatureBlock.of("molecule", "morgan", BITS, Map.of("radius", "2")),
            FeatureBlock.of("number", FeatureBlock.NUMERIC, 1, Map.of())));
        return new Problem(1, recipe, new Dataset(features[0].build(), targets[0].build()), features[1].build(),
            targets[1].build(), new int[0], 0, 0);
    }
}

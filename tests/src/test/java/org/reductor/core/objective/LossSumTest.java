/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

class LossSumTest {

    private static final List<Task> TASKS = List.of(Task.number("pKi"), Task.classes("toxic", List.of("no", "yes")),
        Task.classes("colour", List.of("red", "green", "blue")), Task.number("logS"));

    private static final double NONE = Double.NaN;

    /** Five rows with gaps, a bound and a heavier row. */
    private static final Targets TARGETS = Targets.builder(TASKS).add(new double[]{1, 1, 2, -1})
        .add(new double[]{2, NONE, 0, NONE}).add(new double[]{NONE, 0, NONE, 0.5}, null, 3)
        .add(new double[]{4, 1, 1, 2},
            new Relation[]{Relation.ABOVE, Relation.EQUAL, Relation.EQUAL, Relation.EQUAL}, 1)
        .add(new double[]{NONE, NONE, NONE, NONE}).build();

    private static final int[] ROWS = {0, 1, 2, 3, 4};

    private static ScaledTargets scaled(final Objective numbers, final ClassWeights weights) {
        return ScaledTargets.of(TARGETS,
            Heads.of(TARGETS, numbers, Objectives.CROSS_ENTROPY, TargetScaling.STANDARDIZE, ROWS), weights, ROWS);
    }

    private static double value(final LossSum sum, final List<float[]> outputs, final List<float[]> gradients) {
        sum.clear();
        gradients.clear();
        for (final int row : ROWS) {
            gradients.add(new float[outputs.get(row).length]);
            sum.add(row, outputs.get(row), gradients.get(row));
        }
        final double value = sum.value();
        gradients.forEach(sum::scale);
        return value;
    }

    private static List<float[]> outputs(final int count) {
        final Random random = new Random(3);
        final List<float[]> outputs = new ArrayList<>();
        for (int row = 0; row < ROWS.length; row++) {
            final float[] values = new float[count];
            for (int j = 0; j < count; j++) {
                values[j] = (float)random.nextGaussian();
            }
            outputs.add(values);
        }
        return outputs;
    }

    @Test
    void theGradientIsThatOfTheValueWhateverTasksGapsWeightsAndRootsThereAre() {
        for (final Objective numbers : List.of(Objectives.RMSE, Objectives.MSE, Objectives.HUBER)) {
            for (final ClassWeights weights : ClassWeights.values()) {
                final ScaledTargets targets = scaled(numbers, weights);
                final LossSum sum = new LossSum(targets);
                final List<float[]> outputs = outputs(targets.heads().outputs());
                final List<float[]> gradients = new ArrayList<>();
                value(sum, outputs, gradients);
                final List<float[]> expected = List.copyOf(gradients);
                for (int row = 0; row < ROWS.length; row++) {
                    for (int j = 0; j < outputs.get(row).length; j++) {
                        final float at = outputs.get(row)[j];
                        outputs.get(row)[j] = at + 1e-2f;
                        final double above = value(sum, outputs, new ArrayList<>());
                        outputs.get(row)[j] = at - 1e-2f;
                        final double below = value(sum, outputs, new ArrayList<>());
                        outputs.get(row)[j] = at;
                        assertThat((double)expected.get(row)[j]).as("%s, row %d, output %d", numbers.id(), row, j)
                            .isCloseTo((above - below) / 2e-2, within(1e-3));
                    }
                }
            }
        }
    }

    @Test
    void missingValuesHaveNoGradient() {
        final ScaledTargets targets = scaled(Objectives.RMSE, ClassWeights.NONE);
        final List<float[]> gradients = new ArrayList<>();
        value(new LossSum(targets), outputs(6), gradients);
        assertThat(gradients.get(4)).containsOnly(0f);
        assertThat(gradients.get(1)[1]).isZero();
        assertThat(gradients.get(1)[5]).isZero();
        assertThat(gradients.get(1)[0]).isNotZero();
    }

    @Test
    void aHeavierRowCountsAsIfItWereThereSoManyTimes() {
        final Targets once = Targets.builder(List.of(Task.number("y"))).add(new double[]{1}).add(new double[]{3}, null, 2)
            .build();
        final Targets twice = Targets.of("y", 1, 3, 3);
        final double[] values = new double[2];
        for (int t = 0; t < 2; t++) {
            final Targets targets = t == 0 ? once : twice;
            final LossSum sum = new LossSum(ScaledTargets.of(targets,
                Heads.number("y", AffineScale.IDENTITY), ClassWeights.NONE, new int[]{0, 1}));
            for (int row = 0; row < targets.rows(); row++) {
                sum.add(row, new float[]{0.5f}, new float[1]);
            }
            values[t] = sum.value();
        }
        assertThat(values[0]).isEqualTo(values[1]).isCloseTo(Math.sqrt((0.25 + 2 * 6.25) / 3), within(1e-9));
    }

    @Test
    void balancedClassesCountTheSameAltogether() {
        final Targets.Builder builder = Targets.builder(List.of(Task.classes("c", List.of("rare", "common"))));
        for (int row = 0; row < 10; row++) {
            builder.add(new double[]{row == 0 ? 0 : 1});
        }
        final Targets targets = builder.build();
        final int[] rows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        final ScaledTargets scaled = ScaledTargets.of(targets,
            Heads.of(targets, Objectives.RMSE, Objectives.CROSS_ENTROPY, TargetScaling.NONE, rows),
            ClassWeights.BALANCED, rows);
        assertThat(scaled.weight(0, 0)).isEqualTo(5f);
        assertThat(scaled.weight(1, 0) * 9).isCloseTo(5f, within(1e-5f));
    }

    @Test
    void aPerfectFitHasNoSlopeAndNoRowsHaveNoLoss() {
        final LossSum sum = new LossSum(ScaledTargets.of(Heads.number("y", AffineScale.IDENTITY), new float[]{2}));
        assertThat(sum.value()).isZero();
        final float[] gradient = new float[1];
        sum.add(0, new float[]{2}, gradient);
        assertThat(sum.value()).isZero();
        sum.scale(gradient);
        assertThat(gradient[0]).isZero();
    }
}

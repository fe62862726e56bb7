/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.objective.Perturbation.Kind;

class PerturbationTest {

    private static final double[] TARGETS = {10, -20};

    private static final int[] BOTH = {0, 1};

    private static final double DEVIATION = Math.sqrt(450);

    private static double[] apply(final Perturbation perturbation, final double[] numbers, final int network) {
        final Targets perturbed = perturbation.apply(Targets.of("y", numbers), BOTH, network, 1);
        return IntStream.range(0, numbers.length).mapToDouble(row -> perturbed.value(row, 0)).toArray();
    }

    private static Targets labels(final int rows) {
        final Targets.Builder builder = Targets.builder(List.of(Task.classes("c", List.of("a", "b", "c"))));
        IntStream.range(0, rows).forEach(row -> builder.add(new double[]{row % 10 == 9 ? Double.NaN : row % 3}));
        return builder.build();
    }

    @Test
    void scaleMultipliesByEvenlySpacedFactors() {
        final Perturbation published = Perturbation.published();
        assertThat(apply(published, TARGETS, 0)).containsExactly(new double[]{9, -18}, within(1e-12));
        assertThat(apply(published, TARGETS, 1)).containsExactly(new double[]{11, -22}, within(1e-12));
        final Perturbation three = new Perturbation(Kind.SCALE, 0.1, 3);
        assertThat(apply(three, TARGETS, 1)).containsExactly(TARGETS, within(1e-12));
    }

    @Test
    void shiftMovesByStandardDeviationsWhereverZeroLies() {
        final Perturbation shift = new Perturbation(Kind.SHIFT, 0.1, 2);
        assertThat(apply(shift, TARGETS, 0)).containsExactly(
            new double[]{10 - 0.1 * DEVIATION, -20 - 0.1 * DEVIATION}, within(1e-12));
        assertThat(apply(shift, TARGETS, 1)).containsExactly(
            new double[]{10 + 0.1 * DEVIATION, -20 + 0.1 * DEVIATION}, within(1e-12));
    }

    @Test
    void noiseHasTheAskedStandardDeviationAndDiffersBetweenNetworks() {
        final Perturbation noise = new Perturbation(Kind.NOISE, 0.1, 2);
        final double[] zeros = new double[10_000];
        zeros[1] = 10;
        final double[] first = apply(noise, zeros, 0);
        final double sumOfSquares = IntStream.range(2, first.length).mapToDouble(i -> first[i] * first[i]).sum();
        // A tenth of the standard deviation of the first two rows, 0 and 10.
        assertThat(Math.sqrt(sumOfSquares / first.length)).isCloseTo(Math.sqrt(0.5), within(0.02));
        assertThat(apply(noise, zeros, 0)).containsExactly(first);
        assertThat(apply(noise, zeros, 1)).isNotEqualTo(first);
    }

    @Test
    void noiseGivesAShareOfTheLabelsAnotherClassAndLeavesGaps() {
        final Targets targets = labels(10_000);
        final Targets perturbed = new Perturbation(Kind.NOISE, 0.2, 2).apply(targets, BOTH, 0, 1);
        final int[] moves = new int[3];
        for (int row = 0; row < targets.rows(); row++) {
            assertThat(perturbed.present(row, 0)).isEqualTo(targets.present(row, 0));
            if (targets.present(row, 0)) {
                moves[(int)(perturbed.value(row, 0) - targets.value(row, 0) + 3) % 3]++;
            }
        }
        assertThat(moves[0] / 9000.0).isCloseTo(0.8, within(0.015));
        assertThat(moves[1] / 9000.0).isCloseTo(0.1, within(0.01));
    }

    @Test
    void softeningLeavesLabelsButSharesThemBetweenTheClasses() {
        final Targets targets = labels(20);
        final Perturbation soften = new Perturbation(Kind.SOFTEN, 0.3, 2);
        assertThat(IntStream.range(0, 20).mapToDouble(row -> soften.apply(targets, BOTH, 1, 1).value(row, 0)).toArray())
            .isEqualTo(IntStream.range(0, 20).mapToDouble(row -> targets.value(row, 0)).toArray());
        final Heads heads = Heads.of(targets, Objectives.RMSE, Objectives.CROSS_ENTROPY, TargetScaling.NONE, BOTH);
        final float[] outputs = {1, 2, 4};
        // All outputs equal the logarithm of the softened label at the least loss: there the gradient is 0.
        final double third = 0.3 / 3;
        final float[] best = {(float)Math.log(0.7 + third), (float)Math.log(third), (float)Math.log(third)};
        final float[] gradient = new float[3];
        soften.apply(heads, 1).get(0).objective().loss(best, 0, 3, 0, Relation.EQUAL, gradient);
        assertThat(gradient).containsExactly(new float[3], offset(1e-6f));
        soften.apply(heads, 0).get(0).objective().loss(outputs, 0, 3, 0, Relation.EQUAL, gradient);
        assertThat(gradient[2]).isPositive();
    }

    @Test
    void numbersAndClassesRefuseWhatIsForTheOther() {
        final List<Task> classes = List.of(Task.classes("toxic", List.of("no", "yes")));
        assertThatThrownBy(() -> Perturbation.published().requireFit(classes))
            .hasMessageContaining("SCALE is for numbers").hasMessageContaining("'toxic'").hasMessageContaining("NOISE");
        assertThatThrownBy(() -> new Perturbation(Kind.SOFTEN, 0.1, 2).requireFit(List.of(Task.number("pKi"))))
            .hasMessageContaining("SOFTEN is for classes").hasMessageContaining("'pKi'");
        assertThatThrownBy(() -> new Perturbation(Kind.NOISE, 1.5, 2).requireFit(classes))
            .hasMessageContaining("1.5").hasMessageContaining("below 1");
    }

    @Test
    void aPerturbationThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> new Perturbation(Kind.SCALE, 0, 2)).hasMessageContaining("amplitude is 0");
        assertThatThrownBy(() -> new Perturbation(Kind.SCALE, 0.1, 0)).hasMessageContaining("at least 1");
    }
}

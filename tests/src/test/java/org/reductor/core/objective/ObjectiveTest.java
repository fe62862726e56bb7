/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;

class ObjectiveTest {

    private static final Task NUMBER = Task.number("pKi");
    private static final Task BINARY = Task.classes("toxic", List.of("no", "yes"));
    private static final Task THREE = Task.classes("colour", List.of("red", "green", "blue"));

    static Stream<Objective> objectives() {
        return Objectives.all().stream();
    }

    static Stream<Objective> ofClasses() {
        return Stream.of(Objectives.CROSS_ENTROPY, Objectives.FOCAL, Objectives.CROSS_ENTROPY.softened(0.2),
            Objectives.FOCAL.softened(0.2));
    }

    private static double loss(final Objective objective, final float[] outputs, final float target) {
        return objective.loss(outputs, 0, outputs.length, target, Relation.EQUAL, new float[outputs.length]);
    }

    private static void checkGradient(final Objective objective, final float[] outputs, final float target) {
        final float[] gradient = new float[outputs.length];
        objective.loss(outputs, 0, outputs.length, target, Relation.EQUAL, gradient);
        for (int j = 0; j < outputs.length; j++) {
            final float[] above = outputs.clone();
            final float[] below = outputs.clone();
            above[j] += 1e-3f;
            below[j] -= 1e-3f;
            final double slope =
                (loss(objective, above, target) - loss(objective, below, target)) / (above[j] - (double)below[j]);
            assertThat((double)gradient[j]).as("%s, output %d", objective.id(), j).isCloseTo(slope, within(2e-3));
        }
    }

    @Test
    void lossesOfNumbersMatchTheFormulasByHand() {
        assertThat(loss(Objectives.RMSE, new float[]{3}, 1)).isEqualTo(4);
        assertThat(loss(Objectives.MSE, new float[]{3}, 1)).isEqualTo(4);
        assertThat(loss(Objectives.MAE, new float[]{3}, 1)).isEqualTo(2);
        assertThat(loss(Objectives.HUBER, new float[]{3}, 1)).isEqualTo(1.5);
        assertThat(loss(Objectives.HUBER, new float[]{1.5f}, 1)).isEqualTo(0.125);
        assertThat(Objectives.RMSE.rootOfMean()).isTrue();
        assertThat(Objectives.MSE.rootOfMean()).isFalse();
    }

    @Test
    void lossesOfClassesMatchTheFormulasByHand() {
        final double p = 1 / (1 + Math.exp(-0.7));
        assertThat(loss(Objectives.CROSS_ENTROPY, new float[]{0.7f}, 1)).isCloseTo(-Math.log(p), within(1e-7));
        assertThat(loss(Objectives.CROSS_ENTROPY, new float[]{0.7f}, 0)).isCloseTo(-Math.log(1 - p), within(1e-7));
        assertThat(loss(Objectives.FOCAL, new float[]{0.7f}, 1))
            .isCloseTo(-(1 - p) * (1 - p) * Math.log(p), within(1e-7));
        final double sum = Math.exp(1) + Math.exp(2) + Math.exp(-1);
        assertThat(loss(Objectives.CROSS_ENTROPY, new float[]{1, 2, -1}, 0)).isCloseTo(Math.log(sum) - 1, within(1e-7));
    }

    @Test
    void gradientsOfNumbersAreThoseOfTheLoss() {
        objectives().filter(objective -> objective.fits(NUMBER)).forEach(objective -> {
            for (final float output : new float[]{-2, 0.4f, 1.3f, 4}) {
                checkGradient(objective, new float[]{output}, 0.9f);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ofClasses")
    void gradientsOfClassesAreThoseOfTheLoss(final Objective objective) {
        final Random random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            checkGradient(objective, new float[]{(float)(2 * random.nextGaussian())}, trial % 2);
            checkGradient(objective, new float[]{(float)random.nextGaussian(), (float)random.nextGaussian(),
                (float)random.nextGaussian()}, trial % 3);
        }
    }

    @ParameterizedTest
    @MethodSource("ofClasses")
    void hugeOutputsGiveFiniteLossesAndProbabilities(final Objective objective) {
        for (final float[] outputs : new float[][]{{-300}, {300}, {300, -300, 0}, {1e30f, -1e30f, 5}}) {
            final float[] gradient = new float[outputs.length];
            final double[] probabilities = new double[outputs.length];
            assertThat(objective.loss(outputs, 0, outputs.length, 1, Relation.EQUAL, gradient)).isFinite();
            objective.predict(outputs, 0, outputs.length, AffineScale.IDENTITY, probabilities, 0);
            for (int j = 0; j < outputs.length; j++) {
                assertThat(gradient[j]).isFinite();
                assertThat(probabilities[j]).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void aBoundThatIsKeptCostsNothingAndABrokenOneIsAnError() {
        objectives().filter(objective -> objective.fits(NUMBER)).forEach(objective -> {
            final float[] gradient = {9};
            assertThat(objective.loss(new float[]{4}, 0, 1, 5, Relation.BELOW, gradient)).isZero();
            assertThat(gradient[0]).isZero();
            assertThat(objective.loss(new float[]{7}, 0, 1, 5, Relation.ABOVE, gradient)).isZero();
            assertThat(objective.loss(new float[]{7}, 0, 1, 5, Relation.BELOW, gradient))
                .isEqualTo(loss(objective, new float[]{7}, 5)).isPositive();
            assertThat(gradient[0]).isPositive();
            assertThat(objective.loss(new float[]{4}, 0, 1, 5, Relation.ABOVE, gradient))
                .isEqualTo(loss(objective, new float[]{4}, 5));
            assertThat(gradient[0]).isNegative();
        });
    }

    @Test
    void twoClassesTakeOneOutputAndMoreOneEach() {
        assertThat(Objectives.CROSS_ENTROPY.outputs(BINARY)).isEqualTo(1);
        assertThat(Objectives.CROSS_ENTROPY.outputs(THREE)).isEqualTo(3);
        final double[] predictions = new double[4];
        Objectives.CROSS_ENTROPY.predict(new float[]{9, 1, 2, -1}, 1, 3, AffineScale.IDENTITY, predictions, 1);
        assertThat(predictions[1] + predictions[2] + predictions[3]).isCloseTo(1, within(1e-12));
        assertThat(predictions[2] / predictions[1]).isCloseTo(Math.E, within(1e-9));
        Objectives.CROSS_ENTROPY.predict(new float[]{0.7f}, 0, 1, AffineScale.IDENTITY, predictions, 0);
        assertThat(predictions[0]).isCloseTo(1 / (1 + Math.exp(-0.7)), within(1e-7));
    }

    @Test
    void focalLossCountsRowsThatAreSureLessThanCrossEntropyDoes() {
        final double sure =
            loss(Objectives.FOCAL, new float[]{4}, 1) / loss(Objectives.CROSS_ENTROPY, new float[]{4}, 1);
        final double wrong =
            loss(Objectives.FOCAL, new float[]{-4}, 1) / loss(Objectives.CROSS_ENTROPY, new float[]{-4}, 1);
        assertThat(sure).isLessThan(0.001);
        assertThat(wrong).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void eachIsFoundByItsNameAndStopsByAProperScoreOfItsKind(final Objective objective) {
        assertThat(Objectives.of(objective.id())).isSameAs(objective);
        assertThat(objective.stopping().fits(NUMBER)).isEqualTo(objective.fits(NUMBER));
        assertThat(objective.metric().fits(NUMBER)).isEqualTo(objective.fits(NUMBER));
        assertThat(objective.fits(NUMBER)).isNotEqualTo(objective.fits(BINARY));
    }

    @Test
    void anUnknownNameAndAnObjectiveOfTheOtherKindAreRefused() {
        assertThatThrownBy(() -> Objectives.of("HINGE")).hasMessageContaining("'HINGE'")
            .hasMessageContaining("CROSS_ENTROPY");
        assertThatThrownBy(() -> new Head(BINARY, Objectives.RMSE, AffineScale.IDENTITY))
            .hasMessageContaining("RMSE is for numbers").hasMessageContaining("'toxic'").hasMessageContaining("FOCAL");
        assertThatThrownBy(() -> Objectives.RMSE.softened(0.1)).hasMessageContaining("numbers");
        assertThatThrownBy(() -> Objectives.FOCAL.softened(1)).hasMessageContaining("below 1");
    }
}

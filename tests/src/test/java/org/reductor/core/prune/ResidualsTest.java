/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.ScaledTargets;

/** Distances worked out by hand. */
class ResidualsTest {

    private static final Heads NUMBER = Heads.number("y", AffineScale.IDENTITY);

    private static final Heads TWO_CLASSES = classes("no", "yes");

    private static final Heads THREE_CLASSES = classes("low", "middle", "high");

    private static Heads classes(final String... classes) {
        return new Heads(List.of(
            new Head(Task.classes("c", List.of(classes)), Objectives.CROSS_ENTROPY, AffineScale.IDENTITY)));
    }

    /** The output is the only feature. */
    private static Network identity() {
        return new Network(new int[]{1, 1, 1}, Activation.LINEAR, new float[][]{{1}, {1}}, new float[][]{{0}, {0}});
    }

    /** The outputs are the same whatever the features. */
    private static Network constant(final double... outputs) {
        final float[] bias = new float[outputs.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float)outputs[i];
        }
        return new Network(new int[]{1, 1, bias.length}, Activation.LINEAR,
            new float[][]{{0}, new float[bias.length]}, new float[][]{{0}, bias});
    }

    private static CsrMatrix features(final float... values) {
        final CsrMatrix.Builder features = CsrMatrix.builder(1);
        for (final float value : values) {
            features.addRow(new int[]{0}, new float[]{value});
        }
        return features.build();
    }

    private static ScaledTargets bounds(final Relation relation, final double... values) {
        final Targets.Builder targets = Targets.builder(NUMBER.tasks());
        for (final double value : values) {
            targets.add(new double[]{value}, new Relation[]{relation}, 1);
        }
        return ScaledTargets.of(targets.build(), NUMBER, ClassWeights.NONE, new int[]{0});
    }

    @Test
    void errorsOfNumbersAreTakenOverTheRowsThatHaveATarget() {
        final ScaledTargets targets = ScaledTargets.of(NUMBER, new float[]{0, Float.NaN, 1, 100});
        assertThat(Residuals.of(identity(), features(1, 2, 4, 8), targets, new int[]{0, 1, 2}))
            .isCloseTo(Math.sqrt((1 + 9) / 2.), within(1e-6));
        assertThat(Residuals.of(identity(), features(1, 2, 4, 8), targets, new int[]{1})).isZero();
    }

    @Test
    void aBoundThatIsKeptIsNoErrorAndOneThatIsBrokenCountsAsFarAsItIsBroken() {
        final CsrMatrix features = features(5, 8);
        final int[] both = {0, 1};
        assertThat(Residuals.of(identity(), features, bounds(Relation.BELOW, 6, 6), both))
            .isCloseTo(Math.sqrt(4 / 2.), within(1e-6));
        assertThat(Residuals.of(identity(), features, bounds(Relation.ABOVE, 6, 6), both))
            .isCloseTo(Math.sqrt(1 / 2.), within(1e-6));
        assertThat(Residuals.of(identity(), features, bounds(Relation.EQUAL, 6, 6), both))
            .isCloseTo(Math.sqrt((1 + 4) / 2.), within(1e-6));
    }

    @Test
    void twoClassesErrByTheProbabilityOfTheSecond() {
        assertThat(Residuals.of(constant(Math.log(3)), features(1, 1),
            ScaledTargets.of(TWO_CLASSES, new float[]{1, 0}), new int[]{0, 1}))
                .isCloseTo(Math.sqrt((.25 * .25 + .75 * .75) / 2), within(1e-6));
    }

    @Test
    void moreClassesErrByTheProbabilitiesOfAll() {
        assertThat(Residuals.of(constant(Math.log(2), 0, 0), features(1),
            ScaledTargets.of(THREE_CLASSES, new float[]{1}), new int[]{0}))
                .isCloseTo(Math.sqrt(.5 * .5 + .75 * .75 + .25 * .25), within(1e-6));
    }

    @Test
    void eachTargetOfARowIsComparedWithItsOwnOutputs() {
        final Heads heads = new Heads(List.of(THREE_CLASSES.get(0), NUMBER.get(0)));
        assertThat(Residuals.of(constant(0, 0, 0, 7), features(1), ScaledTargets.of(heads, new float[]{2, 4}),
            new int[]{0})).isCloseTo(Math.sqrt((6 / 9. + 9) / 2), within(1e-6));
    }

    private static double noise(final Heads heads, final double softening, final float[] targets,
        final float... perturbed) {
        final Residuals.Noise noise = new Residuals.Noise();
        noise.add(ScaledTargets.of(heads, targets), ScaledTargets.of(heads, perturbed), softening, new int[]{0, 1});
        return noise.root();
    }

    @Test
    void noiseOfNumbersIsTheirChangeWhereThereIsATarget() {
        assertThat(noise(NUMBER, 0, new float[]{1, 2}, 4, 1)).isCloseTo(Math.sqrt((9 + 1) / 2.), within(1e-6));
        assertThat(noise(NUMBER, 0, new float[]{1, Float.NaN}, 4, Float.NaN)).isCloseTo(3, within(1e-6));
        assertThat(new Residuals.Noise().root()).isZero();
    }

    @Test
    void noiseOfAllNetworksOfAFoldIsTakenTogether() {
        final Residuals.Noise noise = new Residuals.Noise();
        final ScaledTargets targets = ScaledTargets.of(NUMBER, new float[]{0});
        noise.add(targets, ScaledTargets.of(NUMBER, new float[]{1}), 0, new int[]{0});
        noise.add(targets, ScaledTargets.of(NUMBER, new float[]{-7}), 0, new int[]{0});
        assertThat(noise.root()).isCloseTo(5, within(1e-6));
    }

    @Test
    void aLabelMovesByItsSoftenedShareOrAltogether() {
        // Of two classes the probability of the label falls from 1 to .9; of three from 1 to 1 - .2 + .2 / 3.
        assertThat(noise(TWO_CLASSES, .2, new float[]{1, 0}, 1, 0)).isCloseTo(.1, within(1e-6));
        assertThat(noise(THREE_CLASSES, .2, new float[]{1, 0}, 1, 0))
            .isCloseTo(Math.sqrt(2 * Math.pow(.2 / 3, 2) + Math.pow(.4 / 3, 2)), within(1e-6));
        assertThat(noise(TWO_CLASSES, 0, new float[]{1, 0}, 0, 0)).isCloseTo(Math.sqrt(1 / 2.), within(1e-6));
        assertThat(noise(THREE_CLASSES, 0, new float[]{1, 0}, 2, 0)).isCloseTo(Math.sqrt(2 / 2.), within(1e-6));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.objective.ClassCurves.Bin;

class ClassCurvesTest {

    private static Judged judged(final double[] truth, final double... probabilities) {
        final Targets.Builder targets = Targets.builder(List.of(Task.classes("toxic", List.of("no", "yes"))));
        for (final double value : truth) {
            targets.add(new double[]{value}, new Relation[]{Relation.EQUAL}, 1);
        }
        return new Judged(targets.build(), 0, IntStream.range(0, truth.length).toArray(), probabilities);
    }

    private static double area(final List<double[]> curve) {
        return IntStream.range(1, curve.size()).mapToDouble(i -> (curve.get(i)[0] - curve.get(i - 1)[0])
            * (curve.get(i)[1] + curve.get(i - 1)[1]) / 2).sum();
    }

    @Test
    void curvesAreThoseWorkedOutByHand() {
        final ClassCurves curves = ClassCurves.of(judged(new double[]{1, 0, 1, 0, Double.NaN}, .9, .8, .8, .1, .5), 1);

        assertThat(curves.positives()).isEqualTo(2);
        assertThat(curves.rows()).isEqualTo(4);
        assertThat(curves.roc()).containsExactly(new double[]{0, 0}, new double[]{0, .5}, new double[]{.5, 1},
            new double[]{1, 1});
        assertThat(curves.precisionRecall()).containsExactly(new double[]{.5, 1}, new double[]{1, 2 / 3.0},
            new double[]{1, .5});
    }

    @Test
    void ofTheFirstClassTheyAreThoseOfTheOther() {
        final Judged judged = judged(new double[]{1, 0, 1, 0}, .9, .8, .7, .1);
        assertThat(area(ClassCurves.of(judged, 0).roc())).isEqualTo(area(ClassCurves.of(judged, 1).roc()))
            .isEqualTo(.75);
    }

    @Test
    void theAreaIsThatOfTheMetricAndManyPointsAreThinnedWithBothEnds() {
        final Random random = new Random(1);
        final double[] truth = random.doubles(3000).map(x -> x < .3 ? 1 : 0).toArray();
        final double[] probabilities =
            IntStream.range(0, truth.length).mapToDouble(i -> (truth[i] + 2 * random.nextDouble()) / 3).toArray();
        final Judged judged = judged(truth, probabilities);
        final ClassCurves curves = ClassCurves.of(judged, 1);

        assertThat(curves.roc()).hasSize(200).startsWith(new double[]{0, 0}).endsWith(new double[]{1, 1});
        assertThat(area(curves.roc()))
            .isCloseTo(new RocAuc().score(judged, IntStream.range(0, 3000).toArray()), within(.005));
        assertThat(curves.reliability()).hasSize(10).allSatisfy(bin -> assertThat(bin.rows()).isEqualTo(300));
    }

    /** Wilson's interval of 1 of 10: (.0179, .4042), as in Brown, Cai and DasGupta 2001 and in R's binom.wilson. */
    @Test
    void reliabilityHasTheIntervalsOfWilson() {
        final double[] truth = new double[10];
        truth[3] = 1;
        final Bin bin = ClassCurves.of(judged(truth, .1, .1, .1, .2, .2, .2, .2, .3, .3, .3), 1).reliability().get(0);

        assertThat(bin.rows()).isEqualTo(10);
        assertThat(bin.predicted()).isCloseTo(.2, within(1e-12));
        assertThat(bin.observed()).isEqualTo(.1);
        assertThat(bin.lower()).isCloseTo(.0179, within(1e-4));
        assertThat(bin.upper()).isCloseTo(.4042, within(1e-4));
    }

    @Test
    void oneClassAloneHasNoCurveAndNoRowsHaveNothing() {
        final ClassCurves all = ClassCurves.of(judged(new double[]{1, 1}, .9, .8), 1);
        assertThat(all.roc()).isEmpty();
        assertThat(all.precisionRecall()).isEmpty();
        assertThat(all.reliability()).hasSize(1);
        final ClassCurves none = ClassCurves.of(judged(new double[]{Double.NaN}, .9), 1);
        assertThat(none.rows()).isZero();
        assertThat(none.reliability()).isEmpty();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ScoreDistributionTest {

    private static double[] range(final int from, final int to) {
        return IntStream.range(from, to).asDoubleStream().toArray();
    }

    @Test
    void everyFiniteScoreIsInABarAndTheCutTakesTheHighest() {
        final ScoreDistribution scores =
            ScoreDistribution.of(List.<double[][]> of(new double[][]{range(10, 60), range(60, 110)}));

        assertThat(scores.logarithmic()).isFalse();
        assertThat(Arrays.stream(scores.layers().get(0).counts()).sum()).isEqualTo(50);
        assertThat(scores.layers()).extracting(ScoreDistribution.Layer::weights).containsExactly(50L, 50L);
        assertThat(scores.cuts()[29]).isEqualTo(80);
        assertThat(scores.layers().get(0).dropped()[29]).isZero();
        assertThat(scores.layers().get(1).dropped()[29]).isEqualTo(.6);
        assertThat(scores.layers().get(0).dropped()[74]).isEqualTo(.5);
    }

    @Test
    void ofEqualScoresThoseOfEarlierKernelsGoAsInADrop() {
        final ScoreDistribution scores =
            ScoreDistribution.of(List.<double[][]> of(new double[][]{new double[6], {0, 0, -1, -1}}));

        assertThat(scores.layers().get(0).dropped()[29]).isEqualTo(.5);
        assertThat(scores.layers().get(1).dropped()[29]).isZero();
        assertThat(scores.layers().get(1).dropped()[69]).isEqualTo(.25);
    }

    @Test
    void scoresOfSeveralPowersOfTenHaveALogarithmicScaleWithoutZeroAndInfinity() {
        final double[] scores = IntStream.range(-400, 100).mapToDouble(i -> -Math.pow(10, i / 100.0)).toArray();
        scores[0] = 0;
        scores[1] = Double.POSITIVE_INFINITY;
        final ScoreDistribution distribution =
            ScoreDistribution.of(List.<double[][]> of(new double[][]{scores}));

        assertThat(distribution.logarithmic()).isTrue();
        assertThat(distribution.negative()).isTrue();
        assertThat(distribution.edges()[0]).isBetween(-4.0, -3.9);
        final var layer = distribution.layers().get(0);
        assertThat(layer.zero()).isEqualTo(1);
        assertThat(layer.infinite()).isEqualTo(1);
        assertThat(Arrays.stream(layer.counts()).sum()).isEqualTo(498);
        assertThat(distribution.cuts()[49]).isCloseTo(-1.5, within(.02));
        assertThat(layer.dropped()[49]).isCloseTo(.5, within(1e-12));
    }

    @Test
    void groupsHaveCutsOfTheirOwn() {
        final ScoreDistribution scores = ScoreDistribution
            .of(List.of(new double[][]{range(10, 60)}, new double[][]{range(110, 160)}, new double[][]{range(20, 70)}));

        assertThat(scores.cuts()[49]).isEqualTo(45);
        assertThat(scores.layers().get(0).dropped()[49]).isEqualTo(.5);
    }

    @Test
    void infiniteScoresGoFirstAndHaveNoPlaceOnTheScale() {
        final double inf = Double.POSITIVE_INFINITY;
        final ScoreDistribution scores =
            ScoreDistribution.of(List.<double[][]> of(new double[][]{{inf, inf, inf, inf}, {1, 2, inf, inf}}));

        assertThat(scores.cuts()[24]).isNaN();
        assertThat(scores.layers().get(0).dropped()[24]).isEqualTo(.5);
        assertThat(scores.layers().get(1).dropped()[24]).isZero();
        assertThat(scores.cuts()[94]).isEqualTo(1);
    }

    @Test
    void layersWithoutWeightsAndEqualScoresHaveAScaleToo() {
        final ScoreDistribution scores =
            ScoreDistribution.of(List.<double[][]> of(new double[][]{{}, {-3, -3}}));

        assertThat(scores.edges()).containsExactly(-3.5, -2.5);
        assertThat(scores.layers().get(0).dropped()).containsOnly(0);
        assertThat(scores.layers().get(1).counts()).containsExactly(2);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.objective.Perturbation.Kind;

class PerturbationTest {

    private static final double[] TARGETS = {10, -20};

    @Test
    void scaleMultipliesByEvenlySpacedFactors() {
        final Perturbation published = Perturbation.published();
        assertThat(published.apply(TARGETS, 5, 0, 1)).containsExactly(new double[]{9, -18}, within(1e-12));
        assertThat(published.apply(TARGETS, 5, 1, 1)).containsExactly(new double[]{11, -22}, within(1e-12));
        final Perturbation three = new Perturbation(Kind.SCALE, 0.1, 3);
        assertThat(three.apply(TARGETS, 5, 1, 1)).containsExactly(TARGETS, within(1e-12));
    }

    @Test
    void shiftMovesByStandardDeviationsWhereverZeroLies() {
        final Perturbation shift = new Perturbation(Kind.SHIFT, 0.1, 2);
        assertThat(shift.apply(TARGETS, 5, 0, 1)).containsExactly(new double[]{9.5, -20.5}, within(1e-12));
        assertThat(shift.apply(TARGETS, 5, 1, 1)).containsExactly(new double[]{10.5, -19.5}, within(1e-12));
    }

    @Test
    void noiseHasTheAskedStandardDeviationAndDiffersBetweenNetworks() {
        final Perturbation noise = new Perturbation(Kind.NOISE, 0.1, 2);
        final double[] zeros = new double[10_000];
        final double[] first = noise.apply(zeros, 5, 0, 1);
        final double sumOfSquares = IntStream.range(0, first.length).mapToDouble(i -> first[i] * first[i]).sum();
        assertThat(Math.sqrt(sumOfSquares / first.length)).isCloseTo(0.5, within(0.02));
        assertThat(noise.apply(zeros, 5, 0, 1)).containsExactly(first);
        assertThat(noise.apply(zeros, 5, 1, 1)).isNotEqualTo(first);
    }

    @Test
    void aPerturbationThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> new Perturbation(Kind.SCALE, 0, 2)).hasMessageContaining("amplitude is 0");
        assertThatThrownBy(() -> new Perturbation(Kind.SCALE, 0.1, 0)).hasMessageContaining("at least 1");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

class PerturbedTrainingTest {

    private static PerturbedFold fold(final OptionalDouble degreesOfFreedom) {
        return new PerturbedFold(List.of(), 1, degreesOfFreedom);
    }

    @Test
    void degreesOfFreedomAreTheMeanOverTheFoldsIfEachHasSome() {
        final PerturbedFold four = fold(OptionalDouble.of(4));
        final PerturbedFold seven = fold(OptionalDouble.of(7));
        assertThat(new PerturbedTraining(List.of(four, seven), 1).degreesOfFreedom()).hasValue(5.5);
        assertThat(new PerturbedTraining(List.of(four, fold(OptionalDouble.empty())), 1).degreesOfFreedom()).isEmpty();
        assertThat(PerturbedTraining.NONE.degreesOfFreedom()).isEmpty();
    }
}

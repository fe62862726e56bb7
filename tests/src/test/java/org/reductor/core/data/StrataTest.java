/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class StrataTest {

    @Test
    void quantilesAreOfEqualSizeAndAscend() {
        assertThat(Strata.quantiles(new double[]{9, 1, 8, 2, 7, 3, 6, 4}, 4)).containsExactly(3, 0, 3, 0, 2, 1, 2, 1);
        final int[] strata = Strata.quantiles(DoubleStream.iterate(0, x -> x + 1).limit(1000).toArray(), 10);
        for (int stratum = 0; stratum < 10; stratum++) {
            final int s = stratum;
            assertThat(Arrays.stream(strata).filter(x -> x == s).count()).isEqualTo(100);
        }
    }

    @Test
    void equalValuesStayTogetherAndGapsAreNone() {
        assertThat(Strata.quantiles(new double[]{0, 0.0, -0.0, 0, Double.NaN, 5, 6, 7, 8}, 4))
            .containsExactly(0, 0, 0, 0, Strata.NONE, 2, 2, 3, 3);
        assertThat(Strata.quantiles(new double[]{Double.NaN}, 4)).containsExactly(Strata.NONE);
    }

    @Test
    void classesAreStrata() {
        assertThat(Strata.classes(new double[]{1, 0, Double.NaN, 2})).containsExactly(1, 0, Strata.NONE, 2);
    }

    @Test
    void thereMustBeAStratum() {
        assertThatThrownBy(() -> Strata.quantiles(new double[]{1}, 0)).hasMessageContaining("no 0 strata");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderStatisticTest {

    private static void eachPlaceAsSorted(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int place = 0; place < sorted.length; place++) {
            assertThat(OrderStatistic.select(values.clone(), place)).isEqualTo(sorted[place]);
        }
    }

    @Property(tries = 200)
    void everyPlaceHoldsWhatSortingPutsThere(@ForAll @Size(min = 1, max = 60) final List<Double> values) {
        eachPlaceAsSorted(values.stream().mapToDouble(value -> value + 0.0).toArray());
    }

    @Property(tries = 200)
    void manyEqualValuesAreNoTrouble(
        @ForAll @Size(min = 1, max = 60) final List<@IntRange(min = 0, max = 3) Integer> values) {
        eachPlaceAsSorted(values.stream().mapToDouble(value -> value == 3 ? Double.POSITIVE_INFINITY : value)
            .toArray());
    }

    @Property(tries = 20)
    void longRunsInAnyOrderAreNoTrouble(@ForAll @IntRange(min = 0, max = 4_999) final int place) {
        for (final double[] values : List.of(IntStream.range(0, 5_000).asDoubleStream().toArray(),
            IntStream.range(0, 5_000).mapToDouble(i -> -i).toArray(),
            IntStream.range(0, 5_000).mapToDouble(i -> Math.min(i, 5_000 - i)).toArray(), new double[5_000])) {
            final double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(OrderStatistic.select(values, place)).isEqualTo(sorted[place]);
        }
    }
}

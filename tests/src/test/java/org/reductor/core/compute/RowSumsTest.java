/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The fast sums against plain loops, to the bit. */
class RowSumsTest {

    private static float[] random(final Random random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        return values;
    }

    @Property(tries = 200, seed = "1")
    void sumsHaveTheBitsOfThePlainLoop(@ForAll @IntRange(max = 40) final int width,
        @ForAll @IntRange(max = 13) final int terms, @ForAll @IntRange(max = 3) final int from,
        @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[][] rows = IntStream.range(0, 20).mapToObj(i -> random(random, width)).toArray(float[][]::new);
        final int[] indices = random.ints(from + terms, 0, 20).toArray();
        final float[] factors = random(random, from + terms);
        final float[] start = random(random, width);
        final float[] plain = start.clone();
        final float[] scaled = start.clone();
        for (int p = from; p < from + terms; p++) {
            for (int i = 0; i < width; i++) {
                plain[i] += rows[indices[p]][i];
                scaled[i] += factors[p] * rows[indices[p]][i];
            }
        }
        final float[] sum = start.clone();
        RowSums.add(sum, rows, indices, from, from + terms);
        assertThat(sum).containsExactly(plain);
        final float[] scaledSum = start.clone();
        RowSums.addScaled(scaledSum, factors, rows, indices, from, from + terms);
        assertThat(scaledSum).containsExactly(scaled);
    }

    @Property(tries = 200, seed = "1")
    void rowsThatCountOnceAreAddedWithTheBitsOfTheProduct(@ForAll @IntRange(max = 40) final int width,
        @ForAll @IntRange(max = 30) final int terms, @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[][] rows = IntStream.range(0, 20).mapToObj(i -> random(random, width)).toArray(float[][]::new);
        final int[] indices = random.ints(terms, 0, 20).toArray();
        final float[] factors = random(random, terms);
        for (int p = 0; p < terms; p++) {
            factors[p] = random.nextInt(4) > 0 ? 1f : factors[p];
        }
        final float[] mixed = random(random, width);
        final float[] scaled = mixed.clone();
        RowSums.addMixed(mixed, factors, rows, indices, 0, terms);
        RowSums.addScaled(scaled, factors, rows, indices, 0, terms);
        assertThat(mixed).containsExactly(scaled);
    }

    @Property(tries = 100, seed = "1")
    void whatIsNotZeroIsSelectedInOrder(@ForAll @IntRange(max = 40) final int length, @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[] values = random(random, length);
        for (int i = 0; i < length; i++) {
            values[i] = random.nextBoolean() ? 0f : values[i];
        }
        final int[] indices = new int[length];
        final float[] selected = new float[length];
        final int count = RowSums.select(values, indices, selected);
        assertThat(Arrays.copyOf(indices, count))
            .containsExactly(IntStream.range(0, length).filter(i -> values[i] != 0).toArray());
        for (int i = 0; i < count; i++) {
            assertThat(selected[i]).isEqualTo(values[indices[i]]);
        }
    }

    @Property(tries = 100, seed = "1")
    void dotsHaveTheBitsOfThePlainLoop(@ForAll @IntRange(max = 40) final int width,
        @ForAll @IntRange(max = 13) final int count, @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[][] rows = IntStream.range(0, count).mapToObj(i -> random(random, width)).toArray(float[][]::new);
        final float[] vector = random(random, width);
        final float[] sums = random(random, count);
        final float[] expected = sums.clone();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                expected[i] += rows[i][j] * vector[j];
            }
        }
        RowSums.addDots(sums, rows, count, vector);
        assertThat(sums).containsExactly(expected);
    }
}

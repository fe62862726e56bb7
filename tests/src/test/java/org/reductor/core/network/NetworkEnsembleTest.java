/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

class NetworkEnsembleTest {

    /** An ensemble under a mask that lacks some inputs and some units; any level but the last may be empty. */
    private static NetworkEnsemble ensemble(final int[] sizes, final int members, final Activation hidden,
        final Random random) {
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            final boolean all = level == sizes.length - 1;
            units[level] = IntStream.range(0, sizes[level]).filter(i -> all || random.nextInt(4) > 0).toArray();
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = new boolean[units[l].length * units[l + 1].length];
            Arrays.fill(kept[l], true);
        }
        final Mask mask = new Mask(sizes, units, kept);
        final List<Network> networks = random.longs(members).mapToObj(seed -> {
            final Network network = Network.glorotUniform(mask.sizes(), hidden, seed);
            for (int l = 0; l < network.layers(); l++) {
                for (int i = 0; i < network.bias(l).length; i++) {
                    network.bias(l)[i] = (float)random.nextGaussian();
                }
            }
            return network;
        }).toList();
        return new NetworkEnsemble(mask, networks,
            Heads.number("y", new AffineScale(20 * random.nextGaussian(), 1 + random.nextInt(30))));
    }

    /** Members of several ensembles, so that each has a mask and a scale of its own. */
    private static NetworkEnsemble apart(final int[] sizes, final int members, final Activation hidden,
        final Random random) {
        return new NetworkEnsemble(IntStream.range(0, members)
            .mapToObj(n -> ensemble(sizes, 1, hidden, random).members().get(0)).toList());
    }

    private static int[] sizes(final List<Integer> hiddenUnits, final Random random) {
        return IntStream.concat(IntStream.of(1 + random.nextInt(9)),
            IntStream.concat(hiddenUnits.stream().mapToInt(Integer::intValue), IntStream.of(1))).toArray();
    }

    private static CsrMatrix rows(final int columns, final Random random) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(columns);
        for (int row = 0; row < 5; row++) {
            builder.addBinaryRow(IntStream.range(0, columns).filter(i -> random.nextBoolean()).toArray());
        }
        return builder.build();
    }

    @Property(tries = 200, seed = "1")
    void asOneNetworkItGivesTheMeanInTheUsersUnits(@ForAll @IntRange(min = 1, max = 5) final int members,
        @ForAll @Size(max = 3) final List<@IntRange(min = 1, max = 7) Integer> hiddenUnits,
        @ForAll final Activation activation, @ForAll final boolean apart, @ForAll final long seed) {
        final Random random = new Random(seed);
        final int[] sizes = sizes(hiddenUnits, random);
        final int inputs = sizes[0];
        final NetworkEnsemble ensemble =
            apart ? apart(sizes, members, activation, random) : ensemble(sizes, members, activation, random);
        final Network one = ensemble.asOneNetwork();
        assertThat(one.size(0)).isEqualTo(ensemble.inputsRead().length);
        for (int level = 1; level < sizes.length - 1; level++) {
            final int l = level;
            assertThat(one.size(level))
                .isEqualTo(ensemble.members().stream().mapToInt(member -> member.mask().units(l).length).sum());
        }
        final Mask mask = new Mask(IntStream.concat(IntStream.of(inputs), Arrays.stream(one.sizes()).skip(1)).toArray(),
            IntStream.rangeClosed(0, one.layers()).mapToObj(level -> level == 0 ? ensemble.inputsRead()
                : IntStream.range(0, one.size(level)).toArray()).toArray(int[][]::new),
            IntStream.range(0, one.layers()).mapToObj(Mask.full(one.sizes())::kept).toArray(boolean[][]::new));
        final Predictor alone = new Predictor(new NetworkEnsemble(mask, List.of(one), Heads.number("y", AffineScale.IDENTITY)));
        final Predictor together = new Predictor(ensemble);
        final CsrMatrix rows = rows(inputs, random);
        final double[] mean = new double[1];
        final double[] predictions = new double[members];
        for (int row = 0; row < rows.rows(); row++) {
            alone.predict(rows, row, row + 1, mean);
            together.predict(rows, row, row + 1, predictions);
            assertThat(mean[0]).isCloseTo(Predictor.mean(predictions), within(2e-4));
        }
    }

    @Property(tries = 200, seed = "2")
    void inOriginalSizesItHasAllUnitsAndTheSamePredictions(@ForAll @IntRange(min = 1, max = 3) final int members,
        @ForAll @Size(max = 3) final List<@IntRange(min = 1, max = 7) Integer> hiddenUnits,
        @ForAll final Activation activation, @ForAll final boolean apart, @ForAll final long seed) {
        final Random random = new Random(seed);
        final int[] sizes = sizes(hiddenUnits, random);
        final int inputs = sizes[0];
        final NetworkEnsemble ensemble =
            apart ? apart(sizes, members, activation, random) : ensemble(sizes, members, activation, random);
        final NetworkEnsemble full = ensemble.inOriginalSizes();
        assertThat(full.masks()).singleElement().satisfies(mask -> assertThat(mask.sizes()).containsExactly(sizes));
        assertThat(full.keptWeights()).isEqualTo(full.originalWeights());
        final CsrMatrix rows = rows(inputs, random);
        final double[] expected = new double[members * rows.rows()];
        final double[] actual = new double[members * rows.rows()];
        new Predictor(ensemble).predict(rows, 0, rows.rows(), expected);
        new Predictor(full).predict(rows, 0, rows.rows(), actual);
        assertThat(actual).containsExactly(expected, within(1e-4));
        final int weights = full.networks().stream().mapToInt(NetworkEnsembleTest::weightsThatAreNotZero).sum();
        assertThat(weights).isEqualTo(ensemble.networks().stream()
            .mapToInt(NetworkEnsembleTest::weightsThatAreNotZero).sum());
    }

    private static int weightsThatAreNotZero(final Network network) {
        return IntStream.range(0, network.layers()).map(l -> {
            int count = 0;
            for (final float weight : network.kernel(l)) {
                count += weight == 0 ? 0 : 1;
            }
            return count;
        }).sum();
    }
}

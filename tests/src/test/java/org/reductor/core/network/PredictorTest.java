/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

class PredictorTest {

    /** Output = 2 relu(a - b + 0.5) - 3 relu(b) + 1, scaled by 10 around 100. */
    private static final NetworkEnsemble ENSEMBLE = new NetworkEnsemble(Mask.full(2, 2, 1),
        List.of(new Network(new int[]{2, 2, 1}, Activation.RELU, new float[][]{{1, 0, -1, 1}, {2, -3}},
            new float[][]{{.5f, 0}, {1}})),
        Heads.number("y", new AffineScale(100, 10)));

    private static double predict(final int[] features, final float[] values) {
        final double[] prediction = new double[1];
        new Predictor(ENSEMBLE).predict(features, values, prediction);
        return prediction[0];
    }

    @Test
    void predictionsMatchTheFormulaByHand() {
        assertThat(predict(new int[]{}, null)).isEqualTo(100 + 10 * (2 * .5 + 1));
        assertThat(predict(new int[]{0}, null)).isEqualTo(100 + 10 * (2 * 1.5 + 1));
        assertThat(predict(new int[]{1}, null)).isEqualTo(100 + 10 * (-3 + 1));
        assertThat(predict(new int[]{0, 1}, new float[]{2, .5f})).isEqualTo(100 + 10 * (2 * 2.0 - 1.5 + 1));
    }

    @Test
    void aFeatureOutOfRangeIsRefused() {
        assertThatThrownBy(() -> predict(new int[]{2}, null)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("feature 2");
    }

    @Test
    void featuresThatNoWeightReadsAreSkipped() {
        final Mask mask = new Mask(new int[]{4, 2, 1}, new int[][]{{1, 3}, {0, 1}, {0}},
            new boolean[][]{{true, true, true, true}, {true, true}});
        final Predictor predictor =
            new Predictor(new NetworkEnsemble(mask, ENSEMBLE.networks(), ENSEMBLE.heads()));
        final double[] prediction = new double[1];
        predictor.predict(new int[]{0, 1, 2}, null, prediction);
        assertThat(prediction[0]).isEqualTo(predict(new int[]{0}, null));
    }

    private static CsrMatrix rows(final int rows, final int columns, final boolean valued, final Random random) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(columns);
        for (int row = 0; row < rows; row++) {
            final int[] set = IntStream.range(0, columns).filter(i -> random.nextInt(4) == 0).toArray();
            if (valued) {
                final float[] values = new float[set.length];
                for (int i = 0; i < set.length; i++) {
                    values[i] = (float)random.nextGaussian();
                }
                builder.addRow(set, values);
            } else {
                builder.addBinaryRow(set);
            }
        }
        return builder.build();
    }

    /** Two networks, of whose first kernels a share is kept; of 30 features 24 are read. */
    private static NetworkEnsemble pruned(final double kept, final int[] hidden, final Random random) {
        final int[] sizes = IntStream.concat(IntStream.concat(IntStream.of(24), IntStream.of(hidden)), IntStream.of(1))
            .toArray();
        final int[] original = sizes.clone();
        original[0] = 30;
        final Mask full = Mask.full(sizes);
        final int[][] units = IntStream.range(0, sizes.length).mapToObj(full::units).toArray(int[][]::new);
        units[0] = IntStream.range(3, 27).toArray();
        final boolean[][] flags = IntStream.range(0, full.layers()).mapToObj(full::kept).toArray(boolean[][]::new);
        for (int i = 0; i < flags[0].length; i++) {
            flags[0][i] = random.nextDouble() < kept;
        }
        final List<Network> members = random.longs(2).mapToObj(seed -> {
            final Network network = Network.glorotUniform(sizes, Activation.RELU, seed);
            for (int i = 0; i < flags[0].length; i++) {
                network.kernel(0)[i] = flags[0][i] ? network.kernel(0)[i] : 0;
            }
            return network;
        }).toList();
        return new NetworkEnsemble(new Mask(original, units, flags), members, Heads.number("y", new AffineScale(3, 2)));
    }

    @Test
    void blocksOfRowsHaveTheBitsOfEachAloneAlsoWhereTheLastIsNotFull() {
        final Random random = new Random(8);
        final Predictor predictor = new Predictor(pruned(0.1, new int[]{20, 9}, random));
        final CsrMatrix rows = rows(300, 30, true, random);
        final double[] many = new double[2 * 300];

        predictor.predict(rows, 0, 300, many);

        final double[] alone = new double[2];
        for (int row = 0; row < 300; row++) {
            predictor.predict(rows.rowColumns(row), rows.rowValues(row), alone);
            assertThat(new double[]{many[2 * row], many[2 * row + 1]}).isEqualTo(alone);
        }
    }

    @Test
    void manyRowsHaveTheBitsOfEachAloneHoweverDenseTheNetworksAre() {
        final Random random = new Random(6);
        for (final double kept : new double[]{1, 0.5, 0.1}) {
            for (final int[] hidden : new int[][]{{20}, {20, 9}}) {
                final NetworkEnsemble ensemble = pruned(kept, hidden, random);
                final Predictor predictor = new Predictor(ensemble);
                for (final boolean valued : new boolean[]{false, true}) {
                    final CsrMatrix rows = rows(40, 30, valued, random);
                    final double[] many = new double[2 * 37];
                    predictor.predict(rows, 2, 39, many);
                    final double[] one = new double[2];
                    for (int row = 2; row < 39; row++) {
                        predictor.predict(rows.rowColumns(row), rows.rowValues(row), one);
                        assertThat(one).containsExactly(many[2 * (row - 2)], many[2 * (row - 2) + 1]);
                    }
                    final float plain = new NetworkPass(ensemble.network(1))
                        .run(rows.selectColumns(ensemble.masks().get(0).units(0)), 2)[0];
                    assertThat(many[1]).isEqualTo(ensemble.heads().get(0).scale().invert(plain));
                }
            }
        }
    }

    @Test
    void networksThatReadOtherInputsPredictAsTheyDoAlone() {
        final Random random = new Random(9);
        final Member full = new Member(Mask.full(30, 4, 1),
            Network.glorotUniform(new int[]{30, 4, 1}, Activation.RELU, 3), Heads.number("y", new AffineScale(-1, 5)));
        final List<Member> members = List.of(pruned(0.5, new int[]{20}, random).members().get(0), full,
            pruned(0.1, new int[]{7}, random).members().get(1));
        final Predictor together = new Predictor(new NetworkEnsemble(members.stream().map(m -> new Member(
            new Mask(new int[]{30, 20, 1}, IntStream.rangeClosed(0, 2).mapToObj(m.mask()::units).toArray(int[][]::new),
                IntStream.range(0, 2).mapToObj(m.mask()::kept).toArray(boolean[][]::new)), m.network(), m.heads()))
            .toList()));
        for (final boolean valued : new boolean[]{false, true}) {
            final CsrMatrix rows = rows(40, 30, valued, random);
            final double[] all = new double[3 * 40];
            together.predict(rows, 0, 40, all);
            for (int n = 0; n < 3; n++) {
                final double[] alone = new double[40];
                new Predictor(new NetworkEnsemble(List.of(members.get(n)))).predict(rows, 0, 40, alone);
                for (int row = 0; row < 40; row++) {
                    assertThat(all[3 * row + n]).isEqualTo(alone[row]);
                }
            }
        }
    }

    @Test
    void severalThreadsGetTheSameBits() {
        final Random random = new Random(7);
        final Predictor predictor = new Predictor(pruned(0.5, new int[]{20}, random));
        final CsrMatrix rows = rows(400, 30, false, random);
        final double[] expected = new double[800];
        predictor.predict(rows, 0, 400, expected);
        final double[] together = new double[800];
        IntStream.range(0, 400).parallel().forEach(row -> {
            final double[] one = new double[2];
            predictor.predict(rows, row, row + 1, one);
            System.arraycopy(one, 0, together, 2 * row, 2);
        });
        assertThat(together).containsExactly(expected);
    }

    @Test
    void aUsedPredictorIsCollectedWhileTheThreadsThatUsedItLive() throws Exception {
        final ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            final WeakReference<Predictor> used = threads.submit(() -> {
                final Predictor predictor = new Predictor(ENSEMBLE);
                predictor.predict(new int[]{0}, null, new double[1]);
                final Runnable many = () -> predictor.predict(rows(40, 2, true, new Random(1)), 0, 40, new double[40]);
                threads.submit(many).get();
                many.run();
                return new WeakReference<>(predictor);
            }).get();
            Garbage.assertCollected(used);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void rowsAreCollectedWhileThePredictorLives() {
        final Predictor predictor = new Predictor(ENSEMBLE);
        Garbage.assertCollected(scored(predictor, rows(40, 2, true, new Random(1))));
        assertThat(predictor.members()).isEqualTo(1);
    }

    private static WeakReference<int[]> scored(final Predictor predictor, final CsrMatrix rows) {
        predictor.predict(rows, 0, 40, new double[40]);
        return new WeakReference<>(rows.columnIndices());
    }

    @Test
    void aRowThatIsRefusedDoesNotSpoilTheNext() {
        final Predictor predictor = new Predictor(ENSEMBLE);
        final double[] prediction = new double[1];
        assertThatThrownBy(() -> predictor.predict(new int[]{0, 7}, null, prediction))
            .isInstanceOf(IllegalArgumentException.class);
        predictor.predict(new int[]{0, 1}, new float[]{2, .5f}, prediction);
        assertThat(prediction[0]).isEqualTo(predict(new int[]{0, 1}, new float[]{2, .5f}));
    }

    @Test
    void aMatrixOfOtherFeaturesIsRefused() {
        assertThatThrownBy(
            () -> new Predictor(ENSEMBLE).predict(rows(2, 5, false, new Random(1)), 0, 2, new double[2]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("have 5 features")
                .hasMessageContaining("read 2");
    }

    @Test
    void spreadIsTheSampleStandardDeviation() {
        assertThat(Predictor.mean(new double[]{1, 2, 6})).isEqualTo(3);
        assertThat(Predictor.spread(new double[]{1, 2, 6})).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(Predictor.spread(new double[]{4})).isNaN();
    }
}

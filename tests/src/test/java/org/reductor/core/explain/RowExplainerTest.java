/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.data.Relation;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;

/** Contributions are what the predictor says with and without a feature. */
class RowExplainerTest {

    private static final int FEATURES = 40;

    private static final Task NUMBER = Task.number("activity");

    private static final Task BINARY = Task.classes("toxic", List.of("no", "yes"));

    private static final Task COLOUR = Task.classes("colour", List.of("red", "green", "blue"));

    private static final Heads ALL = new Heads(List.of(new Head(NUMBER, Objectives.RMSE, new AffineScale(6, 1.5)),
        new Head(BINARY, Objectives.CROSS_ENTROPY, AffineScale.IDENTITY),
        new Head(COLOUR, Objectives.CROSS_ENTROPY, AffineScale.IDENTITY)));

    /** Networks with masks of their own: each has lost other inputs, units and weights. */
    private static NetworkEnsemble networks(final Activation activation, final int... hidden) {
        final int[] sizes = IntStream.concat(IntStream.concat(IntStream.of(FEATURES), IntStream.of(hidden)),
            IntStream.of(ALL.outputs())).toArray();
        return new NetworkEnsemble(IntStream.range(0, 3).mapToObj(n -> member(sizes, activation, n)).toList());
    }

    private static Member member(final int[] sizes, final Activation activation, final int n) {
        final Random random = new Random(n);
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            final boolean all = level == sizes.length - 1;
            units[level] =
                IntStream.range(0, sizes[level]).filter(u -> all || u == n || random.nextInt(3) > 0).toArray();
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        final float[][] kernels = new float[kept.length][];
        final float[][] biases = new float[kept.length][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = new boolean[units[l].length * units[l + 1].length];
            kernels[l] = new float[kept[l].length];
            for (int i = 0; i < kept[l].length; i++) {
                kept[l][i] = random.nextBoolean();
                kernels[l][i] = kept[l][i] ? (float)random.nextGaussian() : 0;
            }
            biases[l] = new float[units[l + 1].length];
            for (int i = 0; i < biases[l].length; i++) {
                biases[l][i] = (float)random.nextGaussian();
            }
        }
        final Mask mask = new Mask(sizes, units, kept);
        return new Member(mask, new Network(mask.sizes(), activation, kernels, biases), ALL);
    }

    private static SparseRow row(final long seed, final boolean binary) {
        final Random random = new Random(seed);
        final int[] columns = IntStream.range(0, FEATURES).filter(f -> random.nextInt(3) == 0).toArray();
        final float[] values = new float[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        return new SparseRow(columns, binary ? null : values);
    }

    private static SparseRow without(final SparseRow row, final int feature) {
        final int[] left = IntStream.range(0, row.size()).filter(p -> row.columns()[p] != feature).toArray();
        final float[] values = row.binary() ? null : new float[left.length];
        for (int i = 0; i < left.length && values != null; i++) {
            values[i] = row.values()[left[i]];
        }
        return new SparseRow(Arrays.stream(left).map(p -> row.columns()[p]).toArray(), values);
    }

    private static double[] predict(final NetworkEnsemble networks, final SparseRow row) {
        final Predictor predictor = new Predictor(networks);
        final double[] predictions = new double[predictor.width()];
        predictor.predict(row.columns(), row.values(), predictions);
        return predictions;
    }

    /** The number, or the log odds of the class, as the mean over the networks. */
    private static double explained(final NetworkEnsemble networks, final SparseRow row, final int output,
        final boolean odds, final boolean complement) {
        final double[] predictions = predict(networks, row);
        return IntStream.range(0, networks.size()).mapToDouble(n -> predictions[n * ALL.outputs() + output])
            .map(p -> complement ? 1 - p : p).map(p -> odds ? Math.log(p / (1 - p)) : p).average().orElseThrow();
    }

    private static void assertExplains(final NetworkEnsemble networks, final boolean binary, final ExplainedOutput what,
        final int output, final boolean odds, final boolean complement) {
        final RowExplainer explainer = new RowExplainer(networks, what);
        for (long seed = 0; seed < 5; seed++) {
            final SparseRow row = row(seed, binary);
            final double whole = explained(networks, row, output, odds, complement);
            final RowContributions found = explainer.contributions(row, f -> f < 10);

            assertThat(found.value()).isCloseTo(whole, within(1e-4));
            assertThat(found.features()).containsExactly(Arrays.stream(row.columns())
                .filter(f -> Arrays.binarySearch(networks.inputsRead(), f) >= 0).toArray());
            for (int i = 0; i < found.features().length; i++) {
                final SparseRow rest = without(row, found.features()[i]);
                assertThat(found.contributions()[i])
                    .isCloseTo(whole - explained(networks, rest, output, odds, complement), within(1e-4));
            }
            SparseRow left = row;
            for (int f = 0; f < 10; f++) {
                left = without(left, f);
            }
            assertThat(found.together())
                .isCloseTo(whole - explained(networks, left, output, odds, complement), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"RELU,true", "RELU,false", "TANH,true", "SIGMOID,true", "ELU,false", "LEAKY_RELU,true", "LINEAR,false"})
    void aContributionIsThePredictionLessThatWithoutTheFeature(final Activation activation, final boolean binary) {
        for (final int[] hidden : new int[][]{{}, {7}, {8, 6}, {8, 6, 5}, {6, 6, 5, 4}}) {
            assertExplains(networks(activation, hidden), binary, ExplainedOutput.of(ALL.tasks(), "activity", ""), 0,
                false, false);
        }
    }

    @Test
    void classesAreExplainedInLogOdds() {
        final NetworkEnsemble networks = networks(Activation.TANH, 6, 4);

        assertExplains(networks, true, ExplainedOutput.of(ALL.tasks(), "toxic", ""), 1, true, false);
        assertExplains(networks, true, ExplainedOutput.of(ALL.tasks(), "toxic", "no"), 1, true, true);
        assertExplains(networks, true, ExplainedOutput.of(ALL.tasks(), "colour", "green"), 3, true, false);
    }

    @Test
    void ofSeveralClassesTheLikeliestOfTheRowIsExplained() {
        final NetworkEnsemble networks = networks(Activation.TANH, 6, 4);
        final RowExplainer explainer = new RowExplainer(networks, ExplainedOutput.of(ALL.tasks(), "colour", ""));
        for (long seed = 0; seed < 8; seed++) {
            final SparseRow row = row(seed, true);
            final double[] predictions = predict(networks, row);
            final double[] sums = new double[3];
            for (int n = 0; n < networks.size(); n++) {
                for (int c = 0; c < 3; c++) {
                    sums[c] += predictions[n * ALL.outputs() + 2 + c];
                }
            }
            final int likeliest = explainer.contributions(row, f -> false).category();

            assertThat(sums[likeliest]).isEqualTo(Arrays.stream(sums).max().orElseThrow());
        }
    }

    @Test
    void anUnknownTargetOrClassIsNamed() {
        assertThatThrownBy(() -> ExplainedOutput.of(ALL.tasks(), "yield", "")).hasMessage(
            "The networks do not predict 'yield', but activity, toxic and colour. Choose one of these as the target.");
        assertThatThrownBy(() -> ExplainedOutput.of(ALL.tasks(), "toxic", "maybe"))
            .hasMessage("The target 'toxic' has no class 'maybe'. Its classes are 'no', 'yes'.");
    }

    @Test
    void importanceIsTheRiseOfTheScoreWithoutTheFeature() {
        final NetworkEnsemble networks = networks(Activation.TANH, 6, 4);
        final ExplainedOutput what = ExplainedOutput.of(ALL.tasks(), "activity", "");
        final RowExplainer explainer = new RowExplainer(networks, what);
        final FeatureReliance reliance = new FeatureReliance(networks, what);
        final int rows = 30;
        final int[] judges = {0, 2};
        final var builder = Targets.builder(ALL.tasks());
        final Random random = new Random(5);
        for (int r = 0; r < rows; r++) {
            builder.add(new double[]{random.nextGaussian() * 3, r % 2, r % 3},
                new Relation[]{Relation.EQUAL, Relation.EQUAL, Relation.EQUAL}, 1 + r % 2);
        }
        final Targets targets = builder.build();
        for (int r = 0; r < rows; r++) {
            reliance.add(explainer.reliance(row(r, true), judges, targets, r));
        }

        assertThat(reliance.score()).isCloseTo(rmse(networks, judges, targets, rows, -1), within(1e-4));
        assertThat(reliance.uses()).hasSize(networks.inputsRead().length).allSatisfy(use -> {
            assertThat(use.rise()).isCloseTo(rmse(networks, judges, targets, rows, use.feature()) - reliance.score(),
                within(1e-4));
            assertThat(use.survived()).isEqualTo(networks.survivors(0)[use.feature()]);
            assertThat(use.standardError()).isNotNegative();
        }).isSortedAccordingTo((a, b) -> Double.compare(b.rise(), a.rise()));
    }

    private static double rmse(final NetworkEnsemble networks, final int[] judges, final Targets targets,
        final int rows, final int off) {
        double sum = 0;
        double weights = 0;
        for (int r = 0; r < rows; r++) {
            final double[] predictions = predict(networks, without(row(r, true), off));
            final double mean =
                Arrays.stream(judges).mapToDouble(n -> predictions[n * ALL.outputs()]).average().orElseThrow();
            sum += targets.weight(r) * Math.pow(mean - targets.value(r, 0), 2);
            weights += targets.weight(r);
        }
        return Math.sqrt(sum / weights);
    }

    @Test
    void withoutTrueValuesThereAreEffectsAndNoImportance() {
        final NetworkEnsemble networks = networks(Activation.TANH, 6, 4);
        final ExplainedOutput what = ExplainedOutput.of(ALL.tasks(), "", "");
        final FeatureReliance reliance = new FeatureReliance(networks, what);
        reliance.add(new RowExplainer(networks, what).reliance(row(1, true), null, null, 0));

        assertThat(reliance.judged()).isFalse();
        assertThat(reliance.uses()).allMatch(use -> Double.isNaN(use.rise()) && Double.isNaN(use.standardError()));
        assertThat(reliance.uses().get(0).meanSize()).isPositive();
        assertThat(reliance.uses().stream().filter(use -> use.rows() == 0)).isNotEmpty()
            .allMatch(use -> Double.isNaN(use.meanEffect()));
    }

    @Test
    void aPathWeightIsTheSumOverPathsOfTheProductOfSizes() {
        final Heads heads = Heads.number("y", new AffineScale(0, 10));
        final var networks = new NetworkEnsemble(Mask.full(2, 2, 1), List.of(new Network(new int[]{2, 2, 1},
            Activation.RELU, new float[][]{{1, -2, 0, 3}, {-4, 5}}, new float[][]{{0, 0}, {0}})), heads);

        assertThat(PathWeights.of(networks, ExplainedOutput.of(heads.tasks(), "", "")))
            .containsExactly(10 * (1 * 4 + 2 * 5), 10 * (3 * 5));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

class Dl4jEngineTest {

    private static final int ROWS = 150;

    private static final int[] SIZES = {80, 24, 10, 1};

    private static final float[] TARGETS = new float[ROWS];

    private static Engine engine;

    @BeforeAll
    static void loadNatives() {
        engine = new Dl4jBridge().engine();
        final Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            TARGETS[i] = (float)random.nextGaussian();
        }
    }

    /** Dense batches of wide rows would not fit into an array. */
    @Test
    void aBatchThatIsTooLargeWhenItIsDenseIsRefused() {
        final int[] sizes = {2_000_000, 1, 1};
        final CsrMatrix.Builder wide = CsrMatrix.builder(sizes[0]);
        IntStream.range(0, 2_000).forEach(row -> wide.addBinaryRow(new int[]{row}));
        final TrainingTask task = new TrainingTask(new BatchPlan(IntStream.range(0, 1_990).toArray(), 1_500, 1),
            IntStream.range(1_990, 2_000).toArray(), OneNumber.of(new float[2_000], Objectives.RMSE));
        final TrainingSettings settings =
            TrainingSettings.defaults().withHiddenUnits(1).withBatchSize(1_500).withEngine(EngineKind.DL4J);
        assertThatThrownBy(() -> engine.begin(Network.glorotUniform(sizes, Activation.RELU, 1), wide.build(),
            Mask.full(sizes), settings, task, () -> false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1,500 rows with 2,000,000 features has 3,000,000,000 numbers")
                .hasMessageContaining("smaller batch size");
    }

    private static CsrMatrix features(final boolean binary) {
        final Random random = new Random(1);
        final CsrMatrix.Builder builder = CsrMatrix.builder(SIZES[0]);
        for (int row = 0; row < ROWS; row++) {
            final TreeMap<Integer, Float> entries = new TreeMap<>();
            for (int k = 0; k < 9; k++) {
                entries.put(random.nextInt(SIZES[0]), 2 * random.nextFloat() - 0.5f);
            }
            final int[] columns = entries.keySet().stream().mapToInt(Integer::intValue).toArray();
            final float[] values = new float[columns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = entries.get(columns[i]);
            }
            if (binary) {
                builder.addBinaryRow(columns);
            } else {
                builder.addRow(columns, values);
            }
        }
        return builder.build();
    }

    private static Mask mask() {
        return mask(SIZES);
    }

    private static Mask mask(final int... sizes) {
        final Random random = new Random(2);
        final Mask full = Mask.full(sizes);
        final boolean[][] kept = new boolean[full.layers()][];
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            units[level] = full.units(level);
        }
        for (int l = 0; l < kept.length; l++) {
            kept[l] = new boolean[full.kept(l).length];
            for (int i = 0; i < kept[l].length; i++) {
                kept[l][i] = random.nextInt(3) > 0;
            }
        }
        return new Mask(sizes, units, kept);
    }

    private static Network masked(final Mask mask, final Activation activation) {
        final Network network = Network.glorotUniform(mask.sizes(), activation, 4);
        for (int l = 0; l < network.layers(); l++) {
            for (int i = 0; i < network.kernel(l).length; i++) {
                network.kernel(l)[i] *= mask.kept(l)[i] ? 1 : 0;
            }
        }
        return network;
    }

    private static TrainingTask task(final Objective loss) {
        final int[] rows = IntStream.range(0, ROWS).toArray();
        return new TrainingTask(new BatchPlan(rows, 32, 5), rows, OneNumber.of(TARGETS, loss));
    }

    @ParameterizedTest
    @CsvSource({"true,RELU,RMSE,ADAM,0", "false,TANH,MSE,ADAM,0.5", "true,ELU,MAE,ADAM,0",
        "false,SIGMOID,HUBER,SGD,0.1", "true,LEAKY_RELU,RMSE,SGD,0", "false,LINEAR,MSE,ADAM,0"})
    void bothEnginesAgreeOverTwoEpochsAndMasksHold(final boolean binary, final Activation activation, final String loss,
        final Optimizer.Kind kind, final double decay) {
        final Optimizer optimizer = (kind == Optimizer.Kind.ADAM ? Optimizer.adam(1e-3) : Optimizer.sgd(0.05, 0))
            .withWeightDecay(decay);
        final TrainingSettings settings =
            TrainingSettings.defaults().withLoss(Objectives.of(loss)).withOptimizer(optimizer);
        assertEnginesAgree(mask(), activation, features(binary), settings, task(settings.loss()));
    }

    private static void assertEnginesAgree(final Mask mask, final Activation activation, final CsrMatrix features,
        final TrainingSettings settings, final TrainingTask task) {
        final Network start = masked(mask, activation);
        final Engine.Training ours = Engine.reductor().begin(start, features, mask, settings, task, () -> false);
        final Engine.Training theirs = engine.begin(start, features, mask, settings, task, () -> false);
        assertThat(theirs.validationLoss()).isCloseTo(ours.validationLoss(), within(1e-6));
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(theirs.run(epoch)).isCloseTo(ours.run(epoch), within(1e-5));
        }
        assertThat(theirs.validationLoss()).isCloseTo(ours.validationLoss(), within(1e-5));
        final Network expected = start.copy();
        final Network actual = start.copy();
        ours.copyTo(expected);
        theirs.copyTo(actual);
        for (int l = 0; l < expected.layers(); l++) {
            assertThat(actual.kernel(l)).containsExactly(expected.kernel(l), within(1e-5f));
            assertThat(actual.bias(l)).containsExactly(expected.bias(l), within(1e-5f));
            for (int i = 0; i < actual.kernel(l).length; i++) {
                assertThat(mask.kept(l)[i] || actual.kernel(l)[i] == 0).isTrue();
            }
        }
        assertThat(actual.kernel(0)).isNotEqualTo(start.kernel(0));
    }

    /** The values of one kind of target, or of all kinds side by side. */
    private static Targets targets(final String kind) {
        final List<Task> tasks = switch (kind) {
            case "binary" -> List.of(Task.classes("toxic", List.of("no", "yes")));
            case "classes" -> List.of(Task.classes("colour", List.of("red", "green", "blue")));
            default -> List.of(Task.number("pKi"), Task.classes("toxic", List.of("no", "yes")),
                Task.classes("colour", List.of("red", "green", "blue")), Task.number("logS"));
        };
        final Random random = new Random(6);
        final Targets.Builder builder = Targets.builder(tasks);
        for (int row = 0; row < ROWS; row++) {
            final double[] values = new double[tasks.size()];
            final Relation[] relations = new Relation[tasks.size()];
            for (int task = 0; task < values.length; task++) {
                final int classes = tasks.get(task).classes().size();
                values[task] = classes == 0 ? 5 + 2 * random.nextGaussian()
                    : Math.min(random.nextInt(classes), random.nextInt(classes));
                // The first row has all values, so that no task is without one.
                if (tasks.size() > 1 && row > 0 && random.nextInt(3) == 0) {
                    values[task] = Double.NaN;
                }
                final boolean bound = classes == 0 && !Double.isNaN(values[task]) && random.nextInt(5) == 0;
                relations[task] = bound ? Relation.ABOVE : Relation.EQUAL;
            }
            builder.add(values, relations, 1 + row % 3);
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"binary,CROSS_ENTROPY,NONE,RMSE", "binary,FOCAL,BALANCED,RMSE", "classes,CROSS_ENTROPY,BALANCED,RMSE",
        "classes,FOCAL,NONE,RMSE", "all,CROSS_ENTROPY,NONE,RMSE", "all,FOCAL,BALANCED,HUBER"})
    void bothEnginesAgreeOnClassesAndOnSeveralTargetsWithGaps(final String kind, final String classLoss,
        final ClassWeights weights, final String loss) {
        final Targets targets = targets(kind);
        final TrainingSettings settings = TrainingSettings.defaults().withLoss(Objectives.of(loss))
            .withClassLoss(Objectives.of(classLoss), weights);
        final int[] rows = IntStream.range(0, ROWS).toArray();
        final Heads heads = Heads.of(targets, Objectives.of(loss), Objectives.of(classLoss), TargetScaling.STANDARDIZE,
            rows);
        assertEnginesAgree(mask(80, 24, 10, heads.outputs()), Activation.TANH, features(true), settings,
            new TrainingTask(new BatchPlan(rows, 32, 5), rows, ScaledTargets.of(targets, heads, weights, rows)));
    }

    /** At the end of an epoch only, pruned weights take part within it: other weights than with a mask at each step. */
    @Test
    void aSmallWeightDecayTakesWhatItShould() {
        final CsrMatrix.Builder builder = CsrMatrix.builder(SIZES[0]);
        IntStream.range(0, ROWS).forEach(row -> builder.addBinaryRow(new int[]{row % (SIZES[0] - 1)}));
        final Network network = Network.glorotUniform(SIZES, Activation.RELU, 4);
        final float[] before = network.kernel(0).clone();
        final Engine.Training training = engine.begin(network, builder.build(), Mask.full(SIZES),
            TrainingSettings.defaults().withOptimizer(Optimizer.adam(1e-3).withWeightDecay(2e-5)),
            task(Objectives.RMSE), () -> false);
        for (int epoch = 0; epoch < 15; epoch++) {
            training.run(epoch);
        }
        training.copyTo(network);
        // The last feature never occurs, so its weights do nothing but shrink: for 15 epochs of 5 steps.
        for (int i = before.length - SIZES[1]; i < before.length; i++) {
            final double expected = before[i] * Math.pow(1 - 2e-8, 75);
            assertThat((double)network.kernel(0)[i]).isCloseTo(expected, within(1.0 * Math.ulp((float)expected)));
        }
    }

    @Test
    void maskAtTheEndOfEpochsFollowsTheOwnEngine() {
        final TrainingSettings settings =
            TrainingSettings.defaults().withLoss(Objectives.MSE).withMaskTiming(MaskTiming.EPOCH_END);
        final Mask mask = mask();
        final Network start = masked(mask, Activation.RELU);
        final Network expected = start.copy();
        final Network actual = start.copy();
        for (final Engine each : new Engine[]{Engine.reductor(), engine}) {
            final Engine.Training training =
                each.begin(start, features(true), mask, settings, task(settings.loss()), () -> false);
            training.run(0);
            training.run(1);
            training.copyTo(each == engine ? actual : expected);
        }
        assertThat(actual.kernel(0)).containsExactly(expected.kernel(0), within(1e-5f));
    }

    @Test
    void wholePruningRunWorks() {
        final Dataset data = SyntheticData.of(120, 1);
        final PruningSettings defaults = PruningSettings.defaults();
        final TrainingSettings training = defaults.training().withHiddenUnits(12).withBatchSize(16).withEpochs(15, 15)
            .withOptimizer(Optimizer.adam(1e-2)).withEngine(EngineKind.DL4J);
        final PruningSettings settings = new PruningSettings(training, 2, 0.2, 3, defaults.perturbation(),
            Criteria.PUBLISHED, defaults.schedule(), defaults.acceptance(), defaults.start(), 1, 2);
        final PruningResult result = PruningRun.run(data, null, settings, null, engine, RunMonitor.NONE);
        final PruningResult own = PruningRun.run(data, null, settings.withTraining(training.withEngine(
            EngineKind.REDUCTOR)), null, Engine.reductor(), RunMonitor.NONE);
        assertThat(result.history()).hasSize(4);
        assertThat(result.history().get(3).keptEffective()).isLessThan(result.history().get(0).keptEffective() / 2);
        // Rounding decides little after 15 epochs: the errors of the unpruned networks are still the same.
        assertThat(result.history().get(0).score()).isCloseTo(own.history().get(0).score(), within(1e-3));
    }

    @Test
    void cancellingEndsAnEpoch() {
        final Engine.Training training = engine.begin(masked(mask(), Activation.RELU), features(true), mask(),
            TrainingSettings.defaults(), task(Objectives.RMSE), () -> true);
        assertThatThrownBy(() -> training.run(0)).isInstanceOf(CancellationException.class);
    }

    @Test
    void settingsThatItDoesNotKnowAreNamed() {
        final Network start = masked(mask(), Activation.RELU);
        assertThatThrownBy(() -> engine.begin(start, features(true), mask(),
            TrainingSettings.defaults().withDropout(0.2), task(Objectives.RMSE), () -> false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("dropout is 0.2");
        assertThatThrownBy(() -> engine.begin(start, features(true), mask(),
            TrainingSettings.defaults().withOptimizer(Optimizer.sgd(0.1, 0.9)), task(Objectives.RMSE), () -> false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("momentum is 0.9");
    }

    @Test
    void engineThatTheSettingsDoNotNameIsRefused() {
        assertThatThrownBy(() -> PruningRun.run(SyntheticData.of(60, 1),
            PruningSettings.defaults().withTraining(TrainingSettings.defaults().withEngine(EngineKind.DL4J)),
            RunMonitor.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("DL4J");
    }
}

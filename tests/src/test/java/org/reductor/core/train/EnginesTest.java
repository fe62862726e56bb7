/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.core.train.OwnEngine.DEFERRED;
import static org.reductor.core.train.OwnEngine.DENSE;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.Outputs;
import org.reductor.core.objective.LossSum;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;

/** Both engines against each other, and the reference against Adam written out with finite differences. */
class EnginesTest {

    /** Feature f is set with probability 1 / (f + 2): some occur in each batch, some hardly ever, the last never. */
    private static CsrMatrix features(final int rows, final int columns, final boolean valued) {
        final Random random = new Random(9);
        final CsrMatrix.Builder builder = CsrMatrix.builder(columns);
        for (int row = 0; row < rows; row++) {
            final int[] set = IntStream.range(0, columns - 1).filter(f -> random.nextInt(f + 2) == 0).toArray();
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

    private static float[] targets(final int rows) {
        final Random random = new Random(10);
        final float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = (float)random.nextGaussian();
        }
        return targets;
    }

    private static Mask everyOther(final int... sizes) {
        final Mask mask = Mask.full(sizes);
        for (int l = 0; l < mask.layers(); l++) {
            for (int i = 0; i < mask.kept(l).length; i++) {
                mask.kept(l)[i] = i % 3 != 1;
            }
        }
        return mask;
    }

    private static Network start(final Mask mask) {
        return start(mask, Activation.RELU);
    }

    private static Network start(final Mask mask, final Activation activation) {
        final Network network = Network.glorotUniform(mask.sizes(), activation, 12);
        for (int l = 0; l < mask.layers(); l++) {
            for (int i = 0; i < mask.kept(l).length; i++) {
                network.kernel(l)[i] = mask.kept(l)[i] ? network.kernel(l)[i] : 0;
            }
        }
        return network;
    }

    private static Network train(final OwnEngine engine, final CsrMatrix features, final Mask mask, final Objective loss,
        final int epochs) {
        return train(engine, features, mask,
            TrainingSettings.defaults().withLoss(loss).withBatchSize(Math.min(8, features.rows())), epochs);
    }

    private static Network train(final OwnEngine engine, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings, final int epochs) {
        final Network network = start(mask, settings.activation());
        final Epochs run = epochs(engine, network, features, mask, settings);
        for (int epoch = 0; epoch < epochs; epoch++) {
            run.run(epoch);
        }
        run.copyTo(network);
        return network;
    }

    private static Epochs epochs(final OwnEngine engine, final Network start, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings) {
        final int[] rows = IntStream.range(0, features.rows()).toArray();
        final TrainingTask task =
            new TrainingTask(new BatchPlan(rows, settings.batchSize(), 4), rows,
                OneNumber.of(targets(features.rows()), settings.loss()));
        return engine.begin(start, features, mask, settings, task, () -> false);
    }

    private static void compare(final Network actual, final Network expected, final float tolerance) {
        for (int l = 0; l < expected.layers(); l++) {
            assertThat(actual.kernel(l)).containsExactly(expected.kernel(l), within(tolerance));
            assertThat(actual.bias(l)).containsExactly(expected.bias(l), within(tolerance));
        }
    }

    @Test
    void theFirstEpochStartsFromTheSameBits() {
        final CsrMatrix features = features(100, 60, true);
        final Mask mask = Mask.full(60, 24, 1);
        final int[] rows = IntStream.range(0, 100).toArray();
        final TrainingSettings settings = TrainingSettings.defaults();
        final Network network = start(mask);
        final double dense = epochs(DENSE, network, features, mask, settings).validationLoss();
        assertThat(epochs(DEFERRED, network, features, mask, settings).validationLoss()).isEqualTo(dense);
        double sum = 0;
        for (final int row : rows) {
            final double error = Outputs.of(network, features, row)[0] - targets(100)[row];
            sum += error * error;
        }
        assertThat(dense).isEqualTo(Math.sqrt(sum / 100));
    }

    static Stream<Objective> losses() {
        return Objectives.fitting(Task.number("y")).stream();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theFastEngineMatchesTheReferenceAfterOneEpochOfBits(final Objective loss) {
        final CsrMatrix features = features(600, 60, false);
        final Mask mask = Mask.full(60, 24, 1);
        compare(train(DEFERRED, features, mask, loss, 1), train(DENSE, features, mask, loss, 1), 1e-6f);
    }

    @Test
    void theFastEngineMatchesTheReferenceAcrossEpochsWithAMaskTwoHiddenLayersAndValues() {
        final CsrMatrix features = features(300, 80, true);
        final Mask mask = everyOther(80, 16, 8, 1);
        compare(train(DEFERRED, features, mask, Objectives.MSE, 3),
            train(DENSE, features, mask, Objectives.MSE, 3), 5e-6f);
    }

    @Test
    void featuresThatPauseForManyEpochsMatchToo() {
        // Two rows only share an epoch of one batch; feature 2 is in the last row of 90 and so touched every 12 steps.
        final CsrMatrix.Builder builder = CsrMatrix.builder(3);
        IntStream.range(0, 90).forEach(row -> builder.addBinaryRow(row == 89 ? new int[]{0, 2} : new int[]{row % 2}));
        final Mask mask = Mask.full(3, 6, 1);
        compare(train(DEFERRED, builder.build(), mask, Objectives.MSE, 40),
            train(DENSE, builder.build(), mask, Objectives.MSE, 40), 2e-5f);
    }

    @ParameterizedTest
    @EnumSource
    void theFastEngineMatchesTheReferenceWithEveryActivation(final Activation activation) {
        final CsrMatrix features = features(300, 60, false);
        final Mask mask = Mask.full(60, 24, 8, 1);
        final TrainingSettings settings = TrainingSettings.defaults().withActivation(activation).withBatchSize(16);
        compare(train(DEFERRED, features, mask, settings, 1), train(DENSE, features, mask, settings, 1), 1e-6f);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(Optimizer.adam(1e-3), Optimizer.adam(1e-3).withWeightDecay(0.5),
            Optimizer.adam(1e-3).withWeightDecay(2e-5), Optimizer.sgd(1e-2, 0), Optimizer.sgd(1e-2, 0.9),
            Optimizer.sgd(1e-2, 0.9).withWeightDecay(0.5), Optimizer.sgd(1e-2, 0).withWeightDecay(3e-6));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theFastEngineMatchesTheReferenceWithEveryOptimizerOverManyEpochs(final Optimizer optimizer) {
        final CsrMatrix features = features(120, 60, false);
        final Mask mask = everyOther(60, 24, 1);
        final TrainingSettings settings =
            TrainingSettings.defaults().withLoss(Objectives.MSE).withBatchSize(8).withOptimizer(optimizer);
        compare(train(DEFERRED, features, mask, settings, 1), train(DENSE, features, mask, settings, 1), 1e-6f);
        compare(train(DEFERRED, features, mask, settings, 8), train(DENSE, features, mask, settings, 8), 2e-5f);
    }

    /** As in any fold of more than 9,120 rows in batches of 32; here of one row, to be quick. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void theFastEngineMatchesTheReferenceOverPausesOfThousandsOfSteps(final Optimizer optimizer) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(6);
        // Feature 0 is in every row, the others in 1 to 5 rows of 2,000; over two epochs a pause may have 3,999 steps.
        IntStream.range(0, 2000).forEach(row -> builder.addBinaryRow(
            IntStream.range(0, 6).filter(f -> f == 0 || row % 400 == 0 && row / 400 < f).toArray()));
        final Mask mask = Mask.full(6, 5, 1);
        final TrainingSettings settings = TrainingSettings.defaults().withActivation(Activation.TANH)
            .withLoss(Objectives.MSE).withBatchSize(1).withOptimizer(optimizer);
        compare(train(DEFERRED, builder.build(), mask, settings, 3),
            train(DENSE, builder.build(), mask, settings, 3), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCompactKernelHasTheWeightsOfTheReferenceAndItsPredictionsToTheBit(final boolean valued) {
        final CsrMatrix features = features(200, 60, valued);
        final Mask mask = Mask.full(60, 24, 1);
        for (int i = 0; i < mask.kept(0).length; i++) {
            mask.kept(0)[i] = i % 7 == 3;
        }
        final Network start = start(mask);
        final TrainingSettings settings =
            TrainingSettings.defaults().withBatchSize(8).withOptimizer(Optimizer.adam(1e-3).withWeightDecay(0.1));
        assertThat(epochs(DEFERRED, start, features, mask, settings).first.compact(3)).isTrue();
        assertThat(epochs(DEFERRED, start, features, mask, settings).validationLoss())
            .isEqualTo(epochs(DENSE, start, features, mask, settings).validationLoss());
        compare(train(DEFERRED, features, mask, settings, 1), train(DENSE, features, mask, settings, 1), 1e-6f);
    }

    @Test
    void weightDecayShrinksEvenTheWeightsOfAFeatureThatNeverOccurs() {
        final CsrMatrix features = features(80, 10, false);
        final Mask mask = Mask.full(10, 4, 1);
        final TrainingSettings settings =
            TrainingSettings.defaults().withBatchSize(8).withOptimizer(Optimizer.adam(1e-2).withWeightDecay(2));
        final double shrunk = Math.pow(1 - 1e-2 * 2, 20);
        for (final OwnEngine engine : OwnEngine.values()) {
            final Network trained = train(engine, features, mask, settings, 2);
            for (int i = 9 * 4; i < 10 * 4; i++) {
                assertThat((double)trained.kernel(0)[i]).as(engine.name())
                    .isCloseTo(shrunk * start(mask).kernel(0)[i], within(1e-6));
            }
        }
    }

    @Test
    void dropoutSilencesTheSameUnitsInBothEnginesAndChangesTheResult() {
        final CsrMatrix features = features(200, 60, false);
        final Mask mask = Mask.full(60, 24, 8, 1);
        final TrainingSettings plain = TrainingSettings.defaults().withActivation(Activation.TANH).withBatchSize(16);
        final TrainingSettings dropout = plain.withDropout(0.3);
        final Network fast = train(DEFERRED, features, mask, dropout, 1);
        compare(fast, train(DENSE, features, mask, dropout, 1), 1e-6f);
        assertThat(fast.kernel(0)).isNotEqualTo(train(DENSE, features, mask, plain, 1).kernel(0));
    }

    @Test
    void maskedWeightsTakePartWithinAnEpochOnlyIfTheMaskComesAtItsEnd() {
        final CsrMatrix features = features(100, 30, false);
        final Mask mask = everyOther(30, 13, 1);
        final TrainingSettings always = TrainingSettings.defaults().withBatchSize(10);
        final TrainingSettings atTheEnd = always.withMaskTiming(MaskTiming.EPOCH_END);
        final Network fast = train(DEFERRED, features, mask, atTheEnd, 1);
        compare(fast, train(DENSE, features, mask, atTheEnd, 1), 1e-6f);
        assertThat(fast.kernel(0)).isNotEqualTo(train(DEFERRED, features, mask, always, 1).kernel(0));
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i < mask.kept(l).length; i++) {
                assertThat(mask.kept(l)[i] || fast.kernel(l)[i] == 0).isTrue();
            }
        }
    }

    @Test
    void theReferenceIsAdamOnTheGradientOfTheLoss() {
        final CsrMatrix features = CsrMatrix.builder(4).addRow(new int[]{0, 2}, new float[]{1, -.5f})
            .addRow(new int[]{1, 2}, new float[]{.3f, 1}).addRow(new int[]{0, 1}, new float[]{1.5f, 1}).build();
        final Mask mask = Mask.full(4, 3, 2, 1);
        for (final Objective loss : Objectives.fitting(Task.number("y"))) {
            final Network before = start(mask);
            final Network after = train(DENSE, features, mask, loss, 1);
            // At the first step Adam moves a weight by the learning rate against the sign of its gradient.
            for (int l = 0; l < 3; l++) {
                checkSigns(before, before.kernel(l), after.kernel(l), features, loss);
                checkSigns(before, before.bias(l), after.bias(l), features, loss);
            }
        }
    }

    private static void checkSigns(final Network network, final float[] weights, final float[] trained,
        final CsrMatrix features, final Objective loss) {
        for (int i = 0; i < weights.length; i++) {
            final float weight = weights[i];
            weights[i] = weight + 1e-2f;
            final double above = value(network, features, loss);
            weights[i] = weight - 1e-2f;
            final double below = value(network, features, loss);
            weights[i] = weight;
            final double derivative = (above - below) / 2e-2;
            if (Math.abs(derivative) > 2e-3) {
                assertThat((double)trained[i]).isCloseTo(weight - Math.signum(derivative) * 1e-3, within(2e-6));
            } else if (derivative == 0) {
                assertThat(trained[i]).isEqualTo(weight);
            }
        }
    }

    private static double value(final Network network, final CsrMatrix features, final Objective loss) {
        final float[] targets = targets(features.rows());
        final LossSum sum = new LossSum(OneNumber.of(targets, loss));
        for (int row = 0; row < targets.length; row++) {
            sum.add(row, Outputs.of(network, features, row), new float[1]);
        }
        return sum.value();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.Outputs;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.objective.TargetScaling;

class TrainerTest {

    private static final int INPUTS = 12;
    private static final int[] SIZES = {INPUTS, 10, 1};
    private static final CsrMatrix FEATURES = features();
    private static final float[] TARGETS = targets();
    private static final int[] TRAINING = IntStream.range(0, 90).toArray();
    private static final int[] VALIDATION = IntStream.range(90, 120).toArray();

    private static CsrMatrix features() {
        final Random random = new Random(5);
        final CsrMatrix.Builder builder = CsrMatrix.builder(INPUTS);
        for (int row = 0; row < 120; row++) {
            builder.addBinaryRow(IntStream.range(0, INPUTS).filter(i -> random.nextInt(3) == 0).toArray());
        }
        return builder.build();
    }

    private static float[] targets() {
        final float[] targets = new float[120];
        for (int row = 0; row < 120; row++) {
            for (final int column : FEATURES.rowColumns(row)) {
                targets[row] += column - 5;
            }
        }
        return targets;
    }

    private static TrainingSettings settings(final Objective loss, final int epochs, final int patience) {
        return TrainingSettings.defaults().withHiddenUnits(10).withLoss(loss).withOptimizer(Optimizer.adam(0.01))
            .withBatchSize(16).withEpochs(epochs, patience);
    }

    private static TrainedNetwork train(final Mask mask, final Network start, final TrainingSettings settings) {
        return new Trainer(FEATURES, mask, settings).train(start, task(settings.loss()), () -> false);
    }

    private static TrainingTask task(final Objective loss) {
        return new TrainingTask(new BatchPlan(TRAINING, 16, 3), VALIDATION, OneNumber.of(TARGETS, loss));
    }

    @Test
    void aLinearFunctionIsLearned() {
        for (final Objective loss : Objectives.fitting(Task.number("y"))) {
            final TrainedNetwork trained = train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, 1),
                settings(loss, 300, 300));
            assertThat(trained.validationLoss()).as(loss.id()).isLessThan(0.5);
        }
    }

    @Test
    void theStartIsNotChangedAndTheSameCallGivesTheSameBits() {
        final Network start = Network.glorotUniform(SIZES, Activation.RELU, 1);
        final float[] before = start.kernel(0).clone();
        final TrainedNetwork first = train(Mask.full(SIZES), start, settings(Objectives.RMSE, 5, 5));
        final TrainedNetwork second = train(Mask.full(SIZES), start, settings(Objectives.RMSE, 5, 5));
        assertThat(start.kernel(0)).containsExactly(before);
        assertThat(first.network().kernel(0)).containsExactly(second.network().kernel(0));
        assertThat(first.network().bias(1)).containsExactly(second.network().bias(1));
    }

    @Test
    void prunedWeightsStayZeroAndKeptOnesMove() {
        final boolean[][] kept = {new boolean[INPUTS * 10], new boolean[10]};
        for (int i = 0; i < kept[0].length; i++) {
            kept[0][i] = i % 3 != 0;
        }
        for (int i = 0; i < 10; i++) {
            kept[1][i] = i != 4;
        }
        final Mask full = Mask.full(SIZES);
        final Mask mask = new Mask(SIZES, new int[][]{full.units(0), full.units(1), full.units(2)}, kept);
        final Network start = Network.glorotUniform(SIZES, Activation.RELU, 2);
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i < kept[l].length; i++) {
                start.kernel(l)[i] = kept[l][i] ? start.kernel(l)[i] : 0f;
            }
        }
        final Network trained = train(mask, start, settings(Objectives.RMSE, 20, 20)).network();
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i < kept[l].length; i++) {
                if (!kept[l][i]) {
                    assertThat(trained.kernel(l)[i]).isZero();
                }
            }
        }
        assertThat(trained.kernel(0)[1]).isNotEqualTo(start.kernel(0)[1]);
    }

    @Test
    void trainingStopsAfterThePatienceAndGivesTheBestWeightsBack() {
        final TrainingSettings settings = settings(Objectives.RMSE, 500, 7);
        final TrainedNetwork trained =
            train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, 1), settings);
        final double[] errors = new double[trained.epochs()];
        double best = Double.POSITIVE_INFINITY;
        int bestEpoch = -1;
        for (int epochs = 1; epochs <= trained.epochs(); epochs++) {
            errors[epochs - 1] = train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, 1),
                settings(Objectives.RMSE, epochs, 500)).validationLoss();
            if (errors[epochs - 1] < best) {
                best = errors[epochs - 1];
                bestEpoch = epochs - 1;
            }
        }
        assertThat(trained.epochs()).isLessThan(500).isEqualTo(bestEpoch + 1 + 7);
        assertThat(trained.validationLoss()).isEqualTo(best);
    }

    @Test
    void withClassesTheStartIsKeptThatFurtherTrainingOnlyHarms() {
        final Targets.Builder builder = Targets.builder(List.of(new Task("active", "", List.of("no", "yes"))));
        for (final float target : TARGETS) {
            builder.add(new double[]{target > 0 ? 1 : 0});
        }
        final Targets active = builder.build();
        final TrainingTask task = new TrainingTask(new BatchPlan(TRAINING, 16, 3), VALIDATION, ScaledTargets.of(active,
            Heads.of(active, Objectives.RMSE, Objectives.CROSS_ENTROPY, TargetScaling.STANDARDIZE, TRAINING),
            ClassWeights.NONE, TRAINING));
        final TrainingSettings gentle = settings(Objectives.RMSE, 200, 20);
        final TrainedNetwork first = new Trainer(FEATURES, Mask.full(SIZES), gentle)
            .train(Network.glorotUniform(SIZES, Activation.RELU, 1), task, () -> false);
        final TrainedNetwork second =
            new Trainer(FEATURES, Mask.full(SIZES), gentle.withOptimizer(Optimizer.adam(0.3)))
                .train(first.network(), task, () -> false);
        assertThat(first.bestEpochs()).isPositive();
        assertThat(second.bestEpochs()).isZero();
        assertThat(second.epochs()).isEqualTo(20);
        assertThat(second.validationLoss()).isEqualTo(first.validationLoss());
        assertThat(second.network().kernel(0)).isEqualTo(first.network().kernel(0));
    }

    @Test
    void aLearningRateThatIsFarTooLargeIsReportedWithAdvice() {
        final TrainingSettings wild =
            settings(Objectives.MSE, 50, 50).withOptimizer(Optimizer.adam(1e30));
        assertThatThrownBy(() -> train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, 1), wild))
            .isInstanceOf(TrainingDivergedException.class).hasMessageContaining("epoch")
            .hasMessageContaining("the loss is").hasMessageContaining("learning rate below");
    }

    @Test
    void trainingThatExplodesWhileStillFiniteIsReportedToo() {
        final TrainingSettings wild = settings(Objectives.MSE, 50, 50).withOptimizer(Optimizer.adam(1e4));
        assertThatThrownBy(() -> train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, 1), wild))
            .isInstanceOf(TrainingDivergedException.class).hasMessageContaining("epoch 1");
    }

    @Test
    void theLastGoodStateOfATrainingThatDivergesIsKept() {
        // Just above the rate at which SGD is stable, so that some epochs still go well.
        final TrainingSettings settings = settings(Objectives.MSE, 500, 500).withOptimizer(Optimizer.sgd(0.03, 0.97));
        final Throwable thrown = catchThrowable(
            () -> train(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.LINEAR, 1), settings));
        assertThat(thrown).isInstanceOf(TrainingDivergedException.class);
        final TrainedNetwork good = ((TrainingDivergedException)thrown).lastGood().orElseThrow();
        assertThat(good.epochs()).isPositive();
        assertThat(good.validationLoss()).isFinite();
        double sum = 0;
        for (final int row : VALIDATION) {
            final double error = Outputs.of(good.network(), FEATURES, row)[0] - TARGETS[row];
            sum += error * error;
        }
        assertThat(Math.sqrt(sum / VALIDATION.length)).isCloseTo(good.validationLoss(), within(1e-9));
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        assertThatThrownBy(() -> new BatchPlan(TRAINING, 91, 3)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("batch size is 91").hasMessageContaining("90 rows").hasMessageContaining("1 to 90");
    }

    @Test
    void aCancelledTrainingStops() {
        final Trainer trainer = new Trainer(FEATURES, Mask.full(SIZES), settings(Objectives.RMSE, 5, 5));
        assertThatThrownBy(() -> trainer.train(Network.glorotUniform(SIZES, Activation.RELU, 1), task(Objectives.RMSE),
            () -> true)).isInstanceOf(CancellationException.class);
    }

    /** What makes a cancel come within a batch, and not at the end of an epoch or of the training. */
    @Test
    void whetherItIsCancelledIsAskedInEachBatch() {
        final int epochs = 3;
        final AtomicInteger asked = new AtomicInteger();
        final Trainer trainer = new Trainer(FEATURES, Mask.full(SIZES), settings(Objectives.RMSE, epochs, epochs));
        trainer.train(Network.glorotUniform(SIZES, Activation.RELU, 1), task(Objectives.RMSE), () -> {
            asked.incrementAndGet();
            return false;
        });
        assertThat(asked.get()).isGreaterThanOrEqualTo(epochs * (TRAINING.length / 16));

        final int some = asked.get() / 2;
        asked.set(0);
        assertThatThrownBy(() -> trainer.train(Network.glorotUniform(SIZES, Activation.RELU, 1),
            task(Objectives.RMSE), () -> asked.incrementAndGet() >= some)).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(some); // nothing is trained any more
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.RoundState;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.settings.Settings;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

/** Whole runs on everything that a row may be asked for. */
class AnyTargetTest {

    private static final int ROWS = 240;

    private static final double NONE = Double.NaN;

    /** What decides: the number of {@link SyntheticData}, here the score of a row. */
    private static final Dataset NUMBERS = SyntheticData.of(ROWS, 5);

    private static final Task ACTIVE = Task.classes("active", List.of("no", "yes"));

    private static final Task LEVEL = Task.classes("level", List.of("low", "middle", "high"));

    private static double number(final int row) {
        return NUMBERS.targets().value(row, 0);
    }

    private static Dataset dataset(final List<Task> tasks, final RowOfTargets rows) {
        final Targets.Builder builder = Targets.builder(tasks);
        IntStream.range(0, ROWS).forEach(row -> builder.add(rows.values(row), rows.relations(row), 1));
        return new Dataset(NUMBERS.features(), builder.build());
    }

    @FunctionalInterface
    private interface RowOfTargets {
        double[] values(int row);

        default Relation[] relations(final int row) {
            return null;
        }
    }

    private static PruningSettings settings(final int rounds) {
        return new PruningSettings(TrainingSettings.defaults().withHiddenUnits(16).withOptimizer(Optimizer.adam(0.01))
            .withBatchSize(16).withEpochs(60, 8), 3, 0.2, rounds, Perturbation.noise(), Criteria.PUBLISHED,
            DropSchedule.defaults(), AcceptanceRule.oneStandardError(), StartWeights.LAST_WEIGHTS, 7, 2);
    }

    private static PruningResult run(final Dataset data, final PruningSettings settings) {
        return PruningRun.run(data, settings, RunMonitor.NONE);
    }

    private static double active(final int row) {
        return number(row) > 6 ? 1 : 0;
    }

    private static double level(final int row) {
        return number(row) < 5.2 ? 0 : number(row) < 6.8 ? 1 : 2;
    }

    @Test
    void twoClassesAreToldApartAndPruned() {
        final PruningResult result = run(dataset(List.of(ACTIVE), row -> new double[]{active(row)}), settings(6));
        assertThat(result.winner().round()).isPositive();
        assertThat(result.winner().metrics()).containsOnlyKeys("LOG_LOSS", "ROC_AUC", "AVERAGE_PRECISION", "MCC", "BRIER");
        assertThat(result.winner().metrics().get("ROC_AUC")).isGreaterThan(0.9);
        assertThat(result.winner().score()).isEqualTo(result.winner().metrics().get("LOG_LOSS")).isLessThan(0.5);
        assertThat(result.pruned().heads().outputs()).isEqualTo(1);
    }

    @Test
    void severalClassesGiveProbabilitiesThatSumToOne() {
        final Dataset data = dataset(List.of(LEVEL), row -> new double[]{level(row)});
        final PruningResult result = run(data, settings(3));
        assertThat(result.winner().metrics().get("ROC_AUC")).isGreaterThan(0.85);
        final Predictor predictor = new Predictor(result.pruned());
        final double[] predictions = new double[predictor.width()];
        predictor.predict(data.features(), 0, 1, predictions);
        assertThat(predictions).hasSize(9);
        for (int n = 0; n < 3; n++) {
            assertThat(predictions[3 * n] + predictions[3 * n + 1] + predictions[3 * n + 2]).isBetween(1 - 1e-9, 1 + 1e-9);
        }
    }

    @Test
    void severalTargetsWithGapsOfAllKindsAreLearnedAtOnce() {
        final List<Task> tasks = List.of(Task.number("pKi"), ACTIVE, LEVEL, Task.number("double"));
        final Dataset data = dataset(tasks, row -> new double[]{row % 3 == 0 ? NONE : number(row),
            row % 4 == 1 ? NONE : active(row), row % 5 == 2 ? NONE : level(row), row % 2 == 0 ? NONE : 20 * number(row)});
        final PruningResult result = run(data, settings(3));
        assertThat(result.pruned().heads().outputs()).isEqualTo(6);
        assertThat(result.pruned().heads().tasks()).isEqualTo(tasks);
        assertThat(result.winner().metrics()).containsKeys("R2", "ROC_AUC");
        assertThat(result.winner().metrics().get("R2")).isGreaterThan(0.5);
        assertThat(result.winner().metrics().get("ROC_AUC")).isGreaterThan(0.85);
        // Each task counts the same, whatever its unit: about two thirds of a standard deviation, or of a log loss.
        assertThat(result.winner().score()).isLessThan(0.8);
    }

    @Test
    void aBoundIsLearnedAsABoundAndNotAsAValue() {
        // Above 6.5 it is only known that the value is above; as values they would pull predictions down.
        final Dataset censored = dataset(List.of(Task.number("pKi")), new RowOfTargets() {
            @Override
            public double[] values(final int row) {
                return new double[]{Math.min(6.5, number(row))};
            }

            @Override
            public Relation[] relations(final int row) {
                return new Relation[]{number(row) > 6.5 ? Relation.ABOVE : Relation.EQUAL};
            }
        });
        final Dataset cut = dataset(List.of(Task.number("pKi")), row -> new double[]{Math.min(6.5, number(row))});
        final double[] error = new double[2];
        for (int i = 0; i < 2; i++) {
            final Predictor predictor = new Predictor(run(i == 0 ? censored : cut, settings(1)).unpruned());
            final double[] predictions = new double[predictor.width()];
            for (int row = 0; row < ROWS; row++) {
                predictor.predict(NUMBERS.features(), row, row + 1, predictions);
                error[i] += number(row) > 6.5 ? Math.abs(Predictor.mean(predictions) - number(row)) : 0;
            }
        }
        assertThat(error[0]).isLessThan(0.9 * error[1]);
    }

    @Test
    void aScaleCannotPerturbClassesAndIsRefusedBeforeAnyTraining() {
        final Dataset data = dataset(List.of(ACTIVE), row -> new double[]{active(row)});
        final PruningSettings published = settings(2);
        assertThatThrownBy(() -> run(data,
            Settings.with(published, "perturbation", Perturbation.published())))
                .hasMessageContaining("SCALE is for numbers").hasMessageContaining("'active'");
    }

    @Test
    void softenedLabelsAndBalancedFocalLossTrainToo() {
        final Dataset data = dataset(List.of(ACTIVE), row -> new double[]{number(row) > 7 ? 1 : 0});
        final PruningSettings plain = settings(2);
        final PruningSettings settings = Settings.with(
            plain.withTraining(plain.training().withClassLoss(Objectives.FOCAL, ClassWeights.BALANCED)), "perturbation",
            new Perturbation(Perturbation.Kind.SOFTEN, 0.2, 2));
        final PruningResult result = run(data, settings);
        assertThat(result.winner().metrics().get("ROC_AUC")).isGreaterThan(0.85);
    }

    @Test
    void networksGoOnWithTargetsOfTheSameKindOnly() {
        final Dataset classes = dataset(List.of(LEVEL), row -> new double[]{level(row)});
        final PruningResult first = run(classes, settings(1));
        assertThat(PruningRun.run(classes, null, settings(1), first.pruned(), RunMonitor.NONE).pruned().heads().tasks())
            .containsExactly(LEVEL);
        assertThatThrownBy(() -> PruningRun.run(NUMBERS, null, settings(1), first.pruned(), RunMonitor.NONE))
            .hasMessageContaining("predict the classes low, middle, high").hasMessageContaining("numbers");
        final Dataset two = dataset(List.of(LEVEL, ACTIVE), row -> new double[]{level(row), active(row)});
        assertThatThrownBy(() -> PruningRun.run(two, null, settings(1), first.pruned(), RunMonitor.NONE))
            .hasMessageContaining("predict level").hasMessageContaining("2 targets");
    }

    @Test
    void aSavedRoundKeepsScoresOfAllTasks() throws IOException {
        final Dataset data = dataset(List.of(Task.number("pKi"), ACTIVE),
            row -> new double[]{row % 3 == 0 ? NONE : number(row), active(row)});
        final EnsembleSettings settings = settings(1).ensemble();
        try (Rounds rounds = new Rounds(data, null, settings)) {
            final TrainedRound round = rounds.train(rounds.first(), Set.of(), null, RunMonitor.NONE).round();
            final RoundState state = RoundState.of(round, settings, new ArrayList<>());
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            state.write(out);
            final RoundState read = read(out.toByteArray());
            assertThat(read.scores()).usingRecursiveComparison().withEqualsForType(Double::equals, Double.class)
                .isEqualTo(state.scores());
            assertThat(read.trainedRound(round.networks()).orElseThrow().score().value())
                .isEqualTo(round.score().value());
        }
    }

    private static RoundState read(final byte[] bytes) throws IOException, ModelFormatException {
        return RoundState.read(new ByteArrayInputStream(bytes));
    }
}

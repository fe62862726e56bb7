/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

class CalibratorTest {

    private static final int ROWS = 120;

    private static final Dataset NUMBERS = SyntheticData.of(ROWS, 5);

    private static final Dataset FRESH = SyntheticData.of(400, 6);

    private static final FeatureRecipe BITS =
        new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", 40, Map.of("radius", "2"))));

    private static final FeatureRecipe DESCRIPTORS = new FeatureRecipe(List.of(FeatureBlock.of("smiles", "descriptors",
        40, Map.of(FeatureBlock.NAMES, FeatureBlock.listOf(IntStream.range(0, 40).mapToObj(i -> "d" + i).toList())))));

    private static PruningSettings settings(final Judges judges) {
        return new PruningSettings(TrainingSettings.defaults().withHiddenUnits(12).withOptimizer(Optimizer.adam(0.01))
            .withBatchSize(16).withEpochs(30, 6), 4, 0.25, 1, Perturbation.noise(), Criteria.MAGNITUDE,
            DropSchedule.defaults(), AcceptanceRule.oneStandardError(), StartWeights.LAST_WEIGHTS, 7, 1)
            .withJudges(judges, 4);
    }

    /** A run with what it showed. */
    private record Run(PruningResult result, Optional<Calibration> calibration) {

        private static Run of(final Dataset data, final Judges judges, final FeatureRecipe recipe,
            final RowRoles before) {
            final PruningSettings settings = settings(judges);
            final RunRows rows = RunRows.of(data, null, settings.ensemble());
            final PruningResult result = PruningRun.run(data, settings, RunMonitor.NONE);
            return new Run(result, Calibrator.calibrate(rows, recipe, result.pruned(), result.score(), before));
        }

        private NetworkEnsemble networks() {
            return result.pruned();
        }

        private double covered(final FeatureRecipe recipe, final double coverage) {
            final Predictor predictor = new Predictor(networks());
            final Calibration.Assessor assessor = calibration.orElseThrow().assessor(recipe);
            final double[] predictions = new double[predictor.width()];
            int covered = 0;
            for (int row = 0; row < FRESH.rows(); row++) {
                predictor.predict(FRESH.features(), row, row + 1, predictions);
                covered += assessor.interval(0, predictions, assessor.similarity(row(FRESH, row)), coverage)
                    .orElseThrow().contains(FRESH.targets().value(row, 0)) ? 1 : 0;
            }
            return (double)covered / FRESH.rows();
        }
    }

    private static SparseRow row(final Dataset data, final int row) {
        return new SparseRow(data.features().rowColumns(row), null);
    }

    @Test
    void outOfFoldEachNetworkIsAGroupAndAllRowsJudge() {
        final Run run = Run.of(NUMBERS, Judges.OUT_OF_FOLD, BITS, RowRoles.NONE);
        final Calibration calibration = run.calibration().orElseThrow();

        assertThat(calibration.groups()).hasSize(4).allSatisfy(group -> assertThat(group).hasSize(1));
        assertThat(((IntervalScores)calibration.tasks().get(0)).rows()).isEqualTo(ROWS);
        assertThat(calibration.known().orElseThrow().judged()).containsOnly(0, 1, 2, 3);
        assertThat(run.covered(BITS, 0.8)).isBetween(0.70, 0.90);
    }

    @Test
    void withAHoldOutAllNetworksAreOneGroupThatItsRowsJudge() {
        final Run run = Run.of(NUMBERS, Judges.HOLD_OUT, BITS, RowRoles.NONE);
        final Calibration calibration = run.calibration().orElseThrow();

        assertThat(calibration.groups()).hasSize(1);
        assertThat(calibration.groups().get(0)).containsExactly(0, 1, 2, 3);
        assertThat(((IntervalScores)calibration.tasks().get(0)).rows()).isEqualTo(30);
        assertThat(calibration.known().orElseThrow().judged()).hasSizeLessThanOrEqualTo(90).containsOnly(-1);
        assertThat(run.covered(BITS, 0.8)).isBetween(0.62, 0.96); // 30 rows, four standard deviations
    }

    @Test
    void featuresWithoutBitsGiveIntervalsButNoSimilarity() {
        final Run run = Run.of(NUMBERS, Judges.OUT_OF_FOLD, DESCRIPTORS, RowRoles.NONE);
        assertThat(run.calibration().orElseThrow().known()).isEmpty();
        assertThat(run.calibration().orElseThrow().assessor(DESCRIPTORS).similarity(row(FRESH, 0))).isEmpty();
        assertThat(run.covered(DESCRIPTORS, 0.8)).isBetween(0.70, 0.90);
    }

    @Test
    void rowsThatNetworksKnewBeforeTellNothing() {
        final RunRows rows = RunRows.of(NUMBERS, null, settings(Judges.OUT_OF_FOLD).ensemble());
        final RowRoles all = rows.roles().startedFrom(
            RunRows.of(NUMBERS, null, settings(Judges.OUT_OF_FOLD).withSeed(99).ensemble()).roles());
        final Run run = Run.of(NUMBERS, Judges.OUT_OF_FOLD, BITS, all);
        final int known = rows.judgesKnown(all);
        assertThat(known).isBetween(ROWS / 2, ROWS - 1);
        assertThat(((IntervalScores)run.calibration().orElseThrow().tasks().get(0)).rows()).isEqualTo(ROWS - known);
    }

    @Test
    void boundsJudgeNoInterval() {
        final Targets.Builder builder = Targets.builder(List.of(Task.number("y")));
        for (int row = 0; row < ROWS; row++) {
            builder.add(new double[]{NUMBERS.targets().value(row, 0)},
                new Relation[]{row % 3 == 0 ? Relation.BELOW : Relation.EQUAL}, 1);
        }
        final Run run = Run.of(new Dataset(NUMBERS.features(), builder.build()), Judges.OUT_OF_FOLD, BITS,
            RowRoles.NONE);
        assertThat(((IntervalScores)run.calibration().orElseThrow().tasks().get(0)).rows()).isEqualTo(ROWS * 2 / 3);
    }

    @Test
    void classesGetProbabilitiesAndGapsAreLeftOut() {
        final Targets.Builder builder = Targets.builder(List.of(Task.classes("active", List.of("no", "yes")),
            Task.number("y"), Task.classes("level", List.of("low", "middle", "high"))));
        for (int row = 0; row < ROWS; row++) {
            final double y = NUMBERS.targets().value(row, 0);
            builder.add(new double[]{y > 6 ? 1 : 0, row % 4 == 0 ? Double.NaN : y, y < 5.2 ? 0 : y < 6.8 ? 1 : 2});
        }
        final Run run = Run.of(new Dataset(NUMBERS.features(), builder.build()), Judges.OUT_OF_FOLD, BITS,
            RowRoles.NONE);
        final Calibration calibration = run.calibration().orElseThrow();
        calibration.requireFit(4, 40, run.networks().tasks());
        assertThat(((IntervalScores)calibration.tasks().get(1)).rows()).isEqualTo(ROWS * 3 / 4);

        final Predictor predictor = new Predictor(run.networks());
        final double[] predictions = new double[predictor.width()];
        predictor.predict(FRESH.features(), 0, 1, predictions);
        final Calibration.Assessor assessor = calibration.assessor(BITS);
        assertThat(assessor.probabilities(0, predictions)).hasSize(1).satisfies(p -> assertThat(p[0]).isBetween(0.0,
            1.0));
        assertThat(assessor.probabilities(2, predictions)).hasSize(3)
            .satisfies(p -> assertThat(p[0] + p[1] + p[2]).isBetween(1 - 1e-9, 1 + 1e-9));
    }

    @Test
    void aCalibrationOfOtherNetworksIsRefused() {
        final Calibration calibration = Run.of(NUMBERS, Judges.OUT_OF_FOLD, BITS, RowRoles.NONE).calibration()
            .orElseThrow();
        final List<Task> number = List.of(Task.number("y"));
        calibration.requireFit(4, 40, number);
        assertThatThrownBy(() -> calibration.requireFit(3, 40, number)).hasMessageContaining("other networks");
        assertThatThrownBy(() -> calibration.requireFit(4, 41, number)).hasMessageContaining("other networks");
        assertThatThrownBy(() -> calibration.requireFit(4, 40, List.of(Task.classes("y", List.of("0", "1")))))
            .hasMessageContaining("other networks");
    }
}

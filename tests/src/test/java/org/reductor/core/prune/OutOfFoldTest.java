/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.DataSplit.Fold;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.RowRoles.Role;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.prune.criterion.InputStatistics;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.Engine;

/** Rounds in which every row judges the network that has not seen it. */
class OutOfFoldTest {

    private static final int FOLDS = 4;

    private static final Dataset DATA = SyntheticData.of(120, 1);

    private static PruningSettings settings(final ImportanceCriterion criterion, final int rounds) {
        return PruningRunTest.settings(criterion, new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 100), rounds)
            .withJudges(Judges.OUT_OF_FOLD, FOLDS);
    }

    private static RunRows rows(final Dataset data) {
        return RunRows.of(data, null, settings(Criteria.MAGNITUDE, 1).ensemble());
    }

    /** Rows with other features and targets. */
    private static Dataset changed(final Dataset data, final int[] rows) {
        final CsrMatrix.Builder features = CsrMatrix.builder(data.features().columns());
        for (int row = 0; row < data.rows(); row++) {
            final int start = data.features().rowStart(row);
            final int end = data.features().rowEnd(row);
            features.addBinaryRow(Arrays.binarySearch(rows, row) < 0
                ? Arrays.copyOfRange(data.features().columnIndices(), start, end) : new int[]{0, 1, 2, 3, 4});
        }
        return new Dataset(features.build(), data.targets()
            .map((row, task, value) -> Arrays.binarySearch(rows, row) < 0 ? value : -30 + value * value));
    }

    /** Everything that training and pruning of one fold came to, round by round. */
    private static List<Object> trace(final Dataset data, final ImportanceCriterion criterion, final int fold) {
        final PruningSettings settings = settings(criterion, 2);
        final List<Object> trace = new ArrayList<>();
        try (Rounds rounds = new Rounds(data, null, settings.ensemble())) {
            RoundInput next = rounds.first();
            for (int i = 0; i < 3; i++) {
                final RoundTraining training = rounds.train(next, Set.of(Need.ACTIVATIONS, Need.PERTURBED_NETWORKS),
                    settings.perturbation(), RunMonitor.NONE);
                final TrainedRound round = training.round();
                trace.add(round.networks().members().get(fold));
                trace.add(round.groups().get(fold));
                trace.add(round.residuals()[fold]);
                trace.add(training.perturbed().folds().get(fold));
                next = round.prune(round.score(criterion, training.perturbed().folds(), settings.seed()),
                    settings.schedule(), 1, StartWeights.LAST_WEIGHTS).orElseThrow();
                trace.add(next.starts().get(fold));
            }
        }
        return trace;
    }

    static List<ImportanceCriterion> criteria() {
        return Criteria.all();
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void nothingOfAFoldDependsOnTheRowsThatJudgeIt(final ImportanceCriterion criterion) {
        final Fold judged = rows(DATA).split().folds().get(1);
        final Dataset other = changed(DATA, judged.judging());
        assertThat(rows(other).split().folds().get(1)).usingRecursiveComparison().isEqualTo(judged);

        assertThat(trace(other, criterion, 1)).usingRecursiveComparison().isEqualTo(trace(DATA, criterion, 1));
        // Fold 0 stops on those rows, and the others learn from them.
        for (final int fold : new int[]{0, 2, 3}) {
            final Member one = (Member)trace(DATA, criterion, fold).get(10);
            final Member two = (Member)trace(other, criterion, fold).get(10);
            assertThat(Arrays.equals(one.network().bias(1), two.network().bias(1))).as("fold %d", fold).isFalse();
        }
    }

    @Test
    void everyRowJudgesOnceStopsOnceAndIsLearnedByTheOthers() {
        final RunRows rows = rows(DATA);
        assertThat(rows.judges().rows()).containsExactly(IntStream.range(0, 120).toArray());
        for (int i = 0; i < 120; i++) {
            assertThat(rows.judges().members().get(i)).hasSize(1);
            assertThat(rows.roles().of(RowDigest.of(DATA, i))).containsExactlyInAnyOrder(Role.JUDGED, Role.STOPPED,
                Role.LEARNED, Role.LEARNED);
        }
        for (int f = 0; f < FOLDS; f++) {
            final Fold fold = rows.split().folds().get(f);
            assertThat(fold.validation()).isEqualTo(rows.split().folds().get((f + 1) % FOLDS).judging());
            assertThat(fold.training()).hasSize(60);
            assertThat(rows.groups().get(f).rows()).isEqualTo(fold.training());
        }
        assertThat(rows.judgesKnown(rows.roles())).isZero();
        // With another seed the parts are others, and most rows have been seen by the network that they are to judge.
        assertThat(RunRows.of(DATA, null, settings(Criteria.MAGNITUDE, 1).withSeed(99).ensemble())
            .judgesKnown(rows.roles())).isBetween(60, 119);
    }

    @Test
    void eachFoldIsPrunedByItselfAndScoredOnItsOwnJudges() {
        final PruningSettings settings = settings(Criteria.MAGNITUDE, 3);
        final PruningResult result = PruningRun.run(DATA, settings, RunMonitor.NONE);
        final NetworkEnsemble pruned = result.pruned();
        assertThat(pruned.masks()).hasSize(FOLDS);
        assertThat(pruned.masks().stream().map(mask -> Arrays.toString(mask.kept(0))).distinct()).hasSize(FOLDS);
        assertThat(pruned.members().stream().map(Member::heads).distinct()).hasSize(FOLDS);

        final RunRows rows = rows(DATA);
        final Predictor predictor = new Predictor(pruned);
        final double[] predictions = new double[120 * FOLDS];
        predictor.predict(DATA.features(), 0, 120, predictions);
        final double[] sums = new double[FOLDS];
        final int[] counts = new int[FOLDS];
        for (int row = 0; row < 120; row++) {
            final int fold = rows.judges().members().get(row)[0];
            final double prediction = predictions[row * FOLDS + fold];
            assertThat(result.score().predictions()[row]).isEqualTo(prediction);
            sums[fold] += Math.pow(prediction - DATA.targets().value(row, 0), 2);
            counts[fold]++;
        }
        assertThat(result.winner().score()).isCloseTo(Math.sqrt(Arrays.stream(sums).sum() / 120), offset());
        assertThat(result.winner().singleScore()).isCloseTo(
            IntStream.range(0, FOLDS).mapToDouble(f -> Math.sqrt(sums[f] / counts[f])).average().orElseThrow(),
            offset());
    }

    private static Offset<Double> offset() {
        return within(1e-12);
    }

    @Test
    void theHistoryTellsMeansOverTheNetworksAndTheInputsThatAnyReads() {
        final PruningResult result = PruningRun.run(DATA, settings(Criteria.PUBLISHED, 3), RunMonitor.NONE);
        final NetworkEnsemble pruned = result.pruned();
        final RoundRecord last = result.winner();
        assertThat(last.round()).isEqualTo(3);
        assertThat(last.keptEffective()).isEqualTo(Math.round(pruned.members().stream()
            .mapToLong(member -> member.mask().keptWeights()).average().orElseThrow()));
        assertThat(last.hiddenUnits()).isEqualTo((int)Math.round(pruned.members().stream()
            .mapToInt(member -> member.mask().hiddenUnits()).average().orElseThrow()));
        final Set<Integer> read = new TreeSet<>();
        pruned.masks().forEach(mask -> Arrays.stream(mask.units(0)).forEach(read::add));
        assertThat(pruned.inputsRead()).containsExactly(read.stream().mapToInt(Integer::intValue).toArray());
        assertThat(last.inputs()).isEqualTo(read.size());
        final int[] survivors = pruned.survivors(0);
        for (int input = 0; input < survivors.length; input++) {
            final int which = input;
            assertThat((long)survivors[input]).isEqualTo(pruned.masks().stream()
                .filter(mask -> Arrays.binarySearch(mask.units(0), which) >= 0).count());
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        final PruningSettings settings = settings(Criteria.PUBLISHED, 2);
        final PruningResult one = PruningRun.run(DATA, settings, RunMonitor.NONE);
        for (final int threads : new int[]{2, 5}) {
            final PruningResult many = PruningRun.run(DATA, settings.withThreads(threads), RunMonitor.NONE);
            assertThat(many.pruned()).usingRecursiveComparison().isEqualTo(one.pruned());
            assertThat(many.history()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .containsExactlyElementsOf(one.history());
        }
    }

    @Test
    void groupsStayOnOneSideOfJudgingStoppingAndLearning() {
        final RowGroups series =
            RowGroups.of(IntStream.range(0, 120).mapToObj(row -> "series " + row % 17 / 2 * 3).toList());
        final DataSplit split = rows(new Dataset(DATA.features(), DATA.targets(), series)).split();
        for (final Fold fold : split.folds()) {
            final List<Set<Integer>> sides = IntStream.range(0, 3).mapToObj(side -> {
                final Set<Integer> groups = new TreeSet<>();
                final int[] rows = side == 0 ? fold.judging() : side == 1 ? fold.validation() : fold.training();
                Arrays.stream(rows).forEach(row -> groups.add(series.of(row)));
                return groups;
            }).toList();
            assertThat(sides.get(0)).doesNotContainAnyElementsOf(sides.get(1))
                .doesNotContainAnyElementsOf(sides.get(2));
            assertThat(sides.get(1)).doesNotContainAnyElementsOf(sides.get(2));
        }
    }

    @Test
    void aGroupLargerThanAFoldStaysWholeAndOneOfMoreThanHalfIsRefused() {
        final Dataset large = new Dataset(DATA.features(), DATA.targets(),
            RowGroups.of(IntStream.range(0, 120).mapToObj(row -> row < 50 ? "large" : "g" + row).toList()));
        assertThat(rows(large).split().folds()).anySatisfy(
            fold -> assertThat(fold.judging()).containsExactly(IntStream.range(0, 50).toArray()));
        final Dataset larger = new Dataset(DATA.features(), DATA.targets(),
            RowGroups.of(IntStream.range(0, 120).mapToObj(row -> row < 61 ? "large" : "g" + row).toList()));
        assertThatThrownBy(() -> rows(larger)).hasMessageContaining("The group 'large' has 61 of 120 rows");
    }

    @Test
    void fewerRowsOrFoldsThanNeededAreRefused() {
        assertThatThrownBy(() -> rows(SyntheticData.of(3, 1))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("There are only 3 usable rows, too few for 4 folds. Give the node more rows, or choose fewer "
                + "folds.");
        assertThatThrownBy(() -> RunRows.of(DATA, null,
            settings(Criteria.MAGNITUDE, 1).withJudges(Judges.OUT_OF_FOLD, 2).ensemble()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The number of folds is 2; it must be at least 3 where out-of-fold rows judge");
    }

    @Test
    void aFoldWithoutDifferentTargetsToLearnFromIsNamed() {
        final int[] differing = rows(DATA).split().folds().get(2).judging();
        final double[] targets = new double[120];
        Arrays.fill(targets, 7);
        targets[differing[0]] = 8;
        final Dataset data = new Dataset(DATA.features(), Targets.of("target", targets));
        assertThatThrownBy(() -> new Rounds(data, null, settings(Criteria.MAGNITUDE, 1).ensemble()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The 60 rows that fold 2 of 4 learns from all have the same value of 'target', 7.0")
            .hasMessageContaining("let a hold-out judge");
    }

    @Test
    void aSelectionTableJudgesInPlaceOfTheFoldsAndTheMaskIsShared() {
        final PruningResult result =
            PruningRun.run(DATA, SyntheticData.of(40, 9), settings(Criteria.MAGNITUDE, 2), null, RunMonitor.NONE);
        assertThat(result.pruned().masks()).hasSize(1);
        assertThat(result.score().rows()).isEqualTo(40);
    }

    @Test
    void aRowMayJudgeSeveralNetworksByTheMeanOfTheirPredictions() {
        // Two networks for each half of the rows, which stop on one quarter of the other half each.
        final int[][] quarters = IntStream.range(0, 4)
            .mapToObj(q -> IntStream.range(0, 120).filter(row -> row % 4 == q).toArray()).toArray(int[][]::new);
        final List<Fold> folds = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            final int[] judging = IntStream.concat(Arrays.stream(quarters[2 * half]),
                Arrays.stream(quarters[2 * half + 1])).sorted().toArray();
            folds.add(new Fold(quarters[2 - 2 * half], quarters[3 - 2 * half], judging));
            folds.add(new Fold(quarters[3 - 2 * half], quarters[2 - 2 * half], judging));
        }
        final RunRows rows = RunRows.withOwnMasks(DATA, new DataSplit(new int[0], folds));
        final PruningSettings settings = settings(Criteria.SCALED_MAGNITUDE, 1);
        final PruningResult result =
            PruningRun.run(rows, settings, null, Engine.of(settings.training()), Checkpoints.NONE, RunMonitor.NONE);
        final double[] each = new double[4];
        for (int row = 0; row < 120; row++) {
            assertThat(rows.judges().members().get(row)).containsExactly(row % 4 < 2 ? new int[]{0, 1}
                : new int[]{2, 3});
            new Predictor(result.pruned()).predict(DATA.features(), row, row + 1, each);
            final int first = row % 4 < 2 ? 0 : 2;
            assertThat(result.score().predictions()[row]).isEqualTo((each[first] + each[first + 1]) / 2);
        }
    }

    @Test
    void prunedNetworksWithMasksOfTheirOwnAreTrainedOnInAnyLayout() {
        final NetworkEnsemble first = PruningRun.run(DATA, settings(Criteria.MAGNITUDE, 2), RunMonitor.NONE).pruned();
        for (final Judges judges : Judges.values()) {
            final PruningSettings settings = settings(Criteria.MAGNITUDE, 1).withJudges(judges, FOLDS);
            final PruningResult second = PruningRun.run(DATA, null, settings, first, RunMonitor.NONE);
            assertThat(second.unpruned().masks()).usingRecursiveComparison().isEqualTo(first.masks());
            assertThat(second.history().get(1).keptEffective()).isLessThan(first.keptWeights());
        }
    }

    @Test
    void whereNothingIsLeftToDropAGroupKeepsItsMask() {
        final Mask one = new Mask(new int[]{2, 1, 1}, new int[][]{{0}, {0}, {0}},
            new boolean[][]{{true}, {true}});
        final Mask whole = Mask.full(2, 1, 1);
        final List<Network> networks = List.of(
            new Network(one.sizes(), Activation.RELU, new float[][]{{1}, {2}}, new float[][]{{0}, {0}}),
            new Network(whole.sizes(), Activation.RELU, new float[][]{{1, 2}, {3}}, new float[][]{{0}, {0}}));
        final Heads heads = Heads.number("y", AffineScale.IDENTITY);
        final RoundInput input = new RoundInput(4, new long[]{1, 0},
            List.of(new Member(one, networks.get(0), heads), new Member(whole, networks.get(1), heads)));
        final TrainedRound round = new TrainedRound(input, networks, List.of(
            new GroupStatistics(new int[]{0}, new InputStatistics(new boolean[]{true}, new float[1], new float[]{1}),
                List.of()),
            new GroupStatistics(new int[]{1},
                new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, 1}), List.of())),
            new double[2], JudgeScores.ofErrors(1), 1);
        final RoundInput next = round.prune(round.score(Criteria.MAGNITUDE, List.of(), 1),
            new DropSchedule(DropSchedule.Kind.GEOMETRIC, 0.2), 1, StartWeights.LAST_WEIGHTS).orElseThrow();
        assertThat(next.starts().get(0)).isEqualTo(input.starts().get(0));
        assertThat(next.starts().get(1).mask().keptWeights()).isEqualTo(2);
        assertThat(next.chosen()).containsExactly(1, 1);
        assertThat(round.prune(round.score(Criteria.MAGNITUDE, List.of(), 1),
            new DropSchedule(DropSchedule.Kind.GEOMETRIC, 0.1), 1, StartWeights.LAST_WEIGHTS)).isEmpty();
    }

    @Test
    void residualsAndNoiseAreInTheSameUnits() {
        final PruningSettings settings = settings(Criteria.PUBLISHED, 1);
        try (Rounds rounds = new Rounds(DATA, null, settings.ensemble())) {
            final RoundInput first = rounds.first();
            final RoundTraining training =
                rounds.train(first, Set.of(), new Perturbation(Perturbation.Kind.SHIFT, 0.1, 2), RunMonitor.NONE);
            final RunRows rows = rows(DATA);
            for (int fold = 0; fold < FOLDS; fold++) {
                // A shift by a tenth of a standard deviation of the fold, which is the unit of its networks.
                assertThat(training.perturbed().folds().get(fold).noise())
                    .isCloseTo(0.1, within(1e-6));
                final Member control = training.round().networks().members().get(fold);
                final double[] prediction = new double[1];
                double sum = 0;
                final int[] stopping = rows.split().folds().get(fold).validation();
                for (final int row : stopping) {
                    new Predictor(new NetworkEnsemble(List.of(control))).predict(DATA.features(), row, row + 1,
                        prediction);
                    sum += Math.pow((prediction[0] - DATA.targets().value(row, 0))
                        / control.heads().get(0).scale().scale(), 2);
                }
                assertThat(training.round().residuals()[fold]).isCloseTo(Math.sqrt(sum / stopping.length),
                    within(1e-5));
            }
        }
    }
}

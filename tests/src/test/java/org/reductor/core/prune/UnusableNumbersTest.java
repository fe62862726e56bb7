/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.TrainingDivergedException;

/** Numbers and sizes that nothing good can be computed with are refused before anything is trained. */
class UnusableNumbersTest {

    private static final Dataset DATA = SyntheticData.of(150, 1);

    private static final PruningSettings SETTINGS =
        PruningRunTest.settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 1);

    /** Fails the test if training begins. */
    private static final RunMonitor NEVER = new RunMonitor() {
        @Override
        public void progress(final double fraction, final String message) {
            throw new AssertionError("training has begun");
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    private static void assertRefused(final Dataset data, final PruningSettings settings, final NetworkEnsemble start,
        final String... message) {
        assertThatThrownBy(() -> PruningRun.run(data, null, settings, start, NEVER))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(message);
    }

    private static Dataset with(final double[] targets) {
        return new Dataset(DATA.features(), Targets.of("target", targets));
    }

    private static double[] targets(final double factor, final double shift) {
        return IntStream.range(0, DATA.rows()).mapToDouble(row -> factor * DATA.targets().value(row, 0) + shift)
            .toArray();
    }

    private static NetworkEnsemble start(final AffineScale scale) {
        final int[] sizes = {SyntheticData.FEATURES, 4, 1};
        return new NetworkEnsemble(Mask.full(sizes), List.of(Network.glorotUniform(sizes, Activation.RELU, 1)),
            Heads.number("target", scale));
    }

    @Test
    void networksThatNoFileCouldHoldAreNotTrained() {
        final CsrMatrix.Builder wide = CsrMatrix.builder(300_000);
        for (int row = 0; row < 60; row++) {
            wide.addBinaryRow(new int[]{row, 299_999});
        }
        final Dataset data = new Dataset(wide.build(), Targets.of("target", Arrays.copyOf(targets(1, 0), 60)));
        assertRefused(data, SETTINGS.withTraining(SETTINGS.training().withHiddenUnits(1024)), null,
            "300,000 x 1,024 x 1", "307,201,024", "fewer features or fewer hidden units");
    }

    @Test
    void perturbedNetworksAreCountedBeforeTheControlsAreTrained() {
        for (final AcceptanceRule.Kind kind : AcceptanceRule.Kind.values()) {
            final PruningSettings many = new PruningSettings(SETTINGS.training(), 3, 0.2, 1,
                new Perturbation(Perturbation.Kind.NOISE, 0.1, Integer.MAX_VALUE), Criteria.PUBLISHED,
                SETTINGS.schedule(), new AcceptanceRule(kind, 0), StartWeights.LAST_WEIGHTS, 1, 1);
            assertRefused(DATA, many, null, "6,442,450,941 networks of 2 layers", "1 to 5,000");
        }
    }

    @Test
    void networksThatDoNotFitIntoTheHeapAreNotTrained() {
        // Three networks, the start and one more with its moments: six times four bytes a weight.
        final long weights = Math.min(Limits.WEIGHTS, Runtime.getRuntime().maxMemory() / 22);
        final PruningSettings large = PruningRunTest.settings(Criteria.MAGNITUDE, AcceptanceRule.noLoss(), 1);
        assertRefused(DATA, large.withTraining(
            large.training().withHiddenUnits((int)(weights / (SyntheticData.FEATURES + 1)))), null,
            "too little memory", "training 3 networks", "Java may use");
    }

    @Test
    void moreRoundsThanCanBeRecordedAreRefused() {
        assertThatThrownBy(() -> PruningRunTest.settings(Criteria.RANDOM, AcceptanceRule.noLoss(), 5_001))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("5,001 pruning rounds");
    }

    @Test
    void targetsThatDoNotDifferEnoughAreRefused() {
        assertRefused(with(targets(1e-170, 0)), SETTINGS, null, "standard deviation of the target", "other units");
        // A float near 1e9 has neighbours 64 apart.
        final PruningSettings asTheyAre =
            SETTINGS.withTraining(SETTINGS.training().withTargetScaling(TargetScaling.NONE));
        assertRefused(with(targets(1, 1e9)), asTheyAre, null, "cannot tell the targets apart", "Standardise");
    }

    @Test
    void networksToStartFromMustHaveAUsableScale() {
        assertRefused(DATA, SETTINGS, start(new AffineScale(0, 1e200)), "1.0E200 for 1", "at most 1.0E30");
        assertRefused(DATA, SETTINGS, start(new AffineScale(0, 1e-40)), "The target of row",
            "too large in the units that the networks see");
        assertRefused(DATA, SETTINGS, start(new AffineScale(1e12, 1)), "cannot tell the targets apart");
    }

    @Test
    void theLargestNumbersThatAreAllowedGiveAFiniteHistory() {
        final double[] targets = targets(1, 0);
        targets[3] = 1e30;
        targets[4] = -1e30;
        for (final Perturbation.Kind kind : List.of(Perturbation.Kind.SCALE, Perturbation.Kind.SHIFT,
            Perturbation.Kind.NOISE)) {
            final PruningSettings settings = new PruningSettings(SETTINGS.training().withEpochs(2, 2), 3, 0.2, 2,
                new Perturbation(kind, 1000, 2), Criteria.PUBLISHED, SETTINGS.schedule(), SETTINGS.acceptance(),
                StartWeights.LAST_WEIGHTS, 1, 1);
            // A record checks its own numbers.
            assertThatCode(() -> PruningRun.run(with(targets), settings, RunMonitor.NONE)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> new Perturbation(Perturbation.Kind.SCALE, 1e300, 2)).hasMessageContaining("1000");
    }

    @Test
    void aJudgeThatNoNetworkCanPredictIsNamed() {
        // The last feature of all is always set; here it has a weight that makes any prediction infinite.
        final NetworkEnsemble start = start(AffineScale.IDENTITY);
        final float[] kernel = start.network(0).kernel(0);
        Arrays.fill(kernel, 0, 4, 3e30f);
        Arrays.fill(start.network(0).kernel(1), 1);
        final CsrMatrix.Builder judges = CsrMatrix.builder(SyntheticData.FEATURES);
        judges.addRow(new int[]{5}, new float[]{1}).addRow(new int[]{0, 5}, new float[]{1e15f, 1});
        final Dataset selection = new Dataset(judges.build(), Targets.of("target", 5, 6));
        assertThatThrownBy(() -> PruningRun.run(DATA, selection, SETTINGS, start, RunMonitor.NONE))
            .isInstanceOf(TrainingDivergedException.class).hasMessageContaining("predict Infinity for row 1")
            .hasMessageContaining("Scale the features");
    }

    @Test
    void noScoreAndNoRecordHoldsWhatIsNotFinite() {
        assertThatThrownBy(() -> JudgeScores.ofLosses(1, 4, Double.POSITIVE_INFINITY))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("judging row 1 is Infinity");
        assertThatThrownBy(() -> JudgeScores.ofLosses(1, 1e300)).hasMessageContaining("1.0E300");
        assertThatThrownBy(() -> JudgeScores.ofLosses(1, Double.NaN))
            .hasMessageContaining("no row that judges has a value");
        assertThatThrownBy(() -> JudgeScores.ofLosses(Double.POSITIVE_INFINITY, 1))
            .hasMessageContaining("single networks is Infinity");
        assertThatThrownBy(() -> JudgeScores.ofLosses(1)).hasMessageContaining("no row that judges");
        for (int field = 0; field < 6; field++) {
            final double[] n = new double[6];
            n[field] = Double.NaN;
            assertThatThrownBy(() -> new RoundRecord(2, 10, 9, 8, n[0], n[1], n[2], new TreeMap<>(),
                n[3], 4, 3, OptionalDouble.of(n[5]), 7, n[4],
                RoundRecord.Status.PASSED)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("record of round 2").hasMessageContaining("NaN");
        }
    }

    @Test
    void aSelectionTableWithoutRowsIsRefused() {
        final Dataset none =
            new Dataset(CsrMatrix.builder(SyntheticData.FEATURES).build(), Targets.of("target", new double[0]));
        assertThatThrownBy(() -> PruningRun.run(DATA, none, SETTINGS, null, NEVER))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("selection table has no rows");
    }
}

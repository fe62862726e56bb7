/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.prune.criterion.Criteria;

class DegreesOfFreedomTest {

    private static final Heads NUMBER = Heads.number("y", AffineScale.IDENTITY);

    private static float[] gaussian(final int rows, final double deviation, final long seed) {
        final Random random = new Random(seed);
        final float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (float)(deviation * random.nextGaussian());
        }
        return values;
    }

    private static float[] sum(final float[] some, final float[] others) {
        final float[] sum = new float[some.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = some[i] + others[i];
        }
        return sum;
    }

    /** Least squares on one column for each of so many groups of equal size fits the means of the groups. */
    private static float[] groupMeans(final float[] targets, final int groups) {
        final int size = targets.length / groups;
        final float[] fitted = new float[targets.length];
        for (int row = 0; row < fitted.length; row++) {
            final int first = row / size * size;
            double mean = 0;
            for (int other = first; other < first + size; other++) {
                mean += targets[other] / (double)size;
            }
            fitted[row] = (float)mean;
        }
        return fitted;
    }

    private static DegreesOfFreedom of(final float[] targets) {
        return new DegreesOfFreedom(ScaledTargets.of(NUMBER, targets), null,
            IntStream.range(0, targets.length).toArray());
    }

    @Test
    void leastSquaresHasAsManyAsItHasWeightsOnAverageOverTheNoise() {
        final int groups = 5;
        final float[] targets = gaussian(60, 1, 1);
        double sum = 0;
        final int samples = 400;
        for (int s = 0; s < samples; s++) {
            final float[] noisy = sum(targets, gaussian(60, 0.1, 100 + s));
            sum += of(targets).estimate(ScaledTargets.of(NUMBER, noisy), groupMeans(targets, groups),
                groupMeans(noisy, groups)).orElseThrow();
        }
        // The estimate is chi-squared with 5 degrees of freedom, nearly: a standard deviation of 3.1, of the mean 0.16.
        assertThat(sum / samples).isCloseTo(groups, within(0.5));
    }

    @Test
    void learningByHeartHasAsManyAsRowsAndTheMeanOfNothingNone() {
        final float[] targets = gaussian(60, 1, 1);
        final float[] noisy = sum(targets, gaussian(60, 0.1, 2));
        final ScaledTargets other = ScaledTargets.of(NUMBER, noisy);
        assertThat(of(targets).estimate(other, targets, noisy).orElseThrow()).isCloseTo(60, within(1e-3));
        assertThat(of(targets).estimate(other, new float[60], new float[60])).hasValue(0);
        assertThat(of(targets).estimate(ScaledTargets.of(NUMBER, targets), targets, targets)).isEmpty();
    }

    @Test
    void eachTargetIsCountedInItsOwnUnitsAndGapsNotAtAll() {
        final Heads two = new Heads(List.of(new Head(Task.number("a"), Objectives.RMSE, AffineScale.IDENTITY),
            new Head(Task.number("b"), Objectives.RMSE, AffineScale.IDENTITY)));
        final float[] noise = {1, 100, -1, -200, 2, 300, -2, 0};
        final float[] targets = new float[8];
        targets[3] = Float.NaN;
        final float[] noisy = sum(targets, noise);
        final DegreesOfFreedom freedom =
            new DegreesOfFreedom(ScaledTargets.of(two, targets), null, new int[]{0, 1, 2, 3});
        // By heart: four values of the first target and three of the second.
        assertThat(freedom.estimate(ScaledTargets.of(two, noisy), new float[8], noise)).hasValue(7);
    }

    @Test
    void onlyNoiseOnNumbersTellsThem() {
        final ScaledTargets numbers = ScaledTargets.of(NUMBER, new float[1]);
        assertThat(DegreesOfFreedom.estimable(Perturbation.noise(), numbers)).isTrue();
        assertThat(DegreesOfFreedom.estimable(Perturbation.published(), numbers)).isFalse();
        assertThat(DegreesOfFreedom.estimable(null, numbers)).isFalse();
        final Heads classes = new Heads(List.of(new Head(Task.classes("c", List.of("no", "yes")),
            Objectives.CROSS_ENTROPY, AffineScale.IDENTITY)));
        assertThat(DegreesOfFreedom.estimable(Perturbation.noise(), ScaledTargets.of(classes, new float[1]))).isFalse();
    }

    @Test
    void fittedIsWhatTheNetworkGivesForItsRows() {
        final CsrMatrix.Builder features = CsrMatrix.builder(2);
        features.addBinaryRow(new int[]{0});
        features.addBinaryRow(new int[]{1});
        features.addBinaryRow(new int[]{0, 1});
        final Network network = new Network(new int[]{2, 1, 1}, Activation.LINEAR,
            new float[][]{{1, 2}, {3}}, new float[][]{{0}, {1}});
        assertThat(new DegreesOfFreedom(ScaledTargets.of(NUMBER, new float[3]), features.build(), new int[]{2, 0})
            .fitted(network)).containsExactly(10, 4);
    }

    /** Eight kinds of rows: all that any network can learn of them, trained to the end, are eight means. */
    @Test
    void networksHaveAsManyAsThereAreKindsOfRowsHoweverManyWeightsTheyHave() {
        final int kinds = 8;
        final int rows = 160;
        final CsrMatrix.Builder features = CsrMatrix.builder(kinds);
        IntStream.range(0, rows).forEach(row -> features.addBinaryRow(new int[]{row % kinds}));
        final Random random = new Random(1);
        final Dataset data = new Dataset(features.build(),
            Targets.of("target",
                IntStream.range(0, rows).mapToDouble(row -> row % kinds + 0.5 * random.nextGaussian()).toArray()));
        final PruningSettings base = PruningRunTest.settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 1);
        final PruningSettings settings = base.withTraining(base.training().withActivation(Activation.LINEAR)
            .withLoss(Objectives.MSE).withEpochs(100, 100));
        try (Rounds rounds = new Rounds(data, null, settings.ensemble())) {
            final PerturbedTraining training = rounds.train(rounds.first(), Set.of(),
                new Perturbation(Perturbation.Kind.NOISE, 0.1, 10), RunMonitor.NONE).perturbed();
            // A standard deviation of sqrt(2 * 8 / 30), or .7, over the thirty networks.
            assertThat(training.degreesOfFreedom().orElseThrow()).isBetween(5.5, 10.5);
        }
    }

    @Test
    void aRunRecordsThemForRoundsWithNoisyNetworks() {
        final Dataset data = SyntheticData.of(150, 1);
        final PruningSettings base = PruningRunTest.settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 2);
        final PruningSettings settings = new PruningSettings(base.training(), 3, 0.2, 2, Perturbation.noise(),
            base.criterion(), base.schedule(), base.acceptance(), base.start(), 7, 1);
        final List<RoundRecord> history = PruningRun.run(data, settings, RunMonitor.NONE).history();
        assertThat(history).hasSize(3);
        assertThat(history.get(0).degreesOfFreedom().orElseThrow()).isBetween(1.0, 80.0);
        assertThat(history.get(1).degreesOfFreedom()).isPresent();
        assertThat(history.get(2).degreesOfFreedom()).isEqualTo(OptionalDouble.empty());
        assertThat(PruningRun.run(data, base, RunMonitor.NONE).history())
            .allMatch(round -> round.degreesOfFreedom().isEmpty()); // targets are scaled, not noisy
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reductor.core.objective.Metrics;

import java.util.Arrays;
import java.util.stream.Stream;

class PeersTest {

    static Stream<Peer> peers() {
        return Stream.of(new Forest(), new Boosting(), new TanimotoSvm());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void numbersAreLearned(final Peer peer) {
        final Problem problem = TestProblem.number();
        final double[] predictions = peer.run(problem, 1).predictions().get(peer.id());
        assertThat(new Scores(problem.testTargets()).score(Metrics.of("R2"), predictions)).isGreaterThan(.75);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void classesAreRankedAndRowsWithoutAValueLeftOut(final Peer peer) {
        final Problem problem = TestProblem.classes();
        final double[] predictions = peer.run(problem, 1).predictions().get(peer.id());
        assertThat(new Scores(problem.testTargets()).score(Metrics.of(Scores.ROC_AUC), predictions))
            .isGreaterThan(.9);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aSeedGivesTheSamePredictionsAgain(final Peer peer) {
        final Problem problem = TestProblem.number();
        final double[] first = peer.run(problem, 1).predictions().get(peer.id());
        assertThat(peer.run(problem, 2).predictions().get(peer.id())).isEqualTo(first);
        final double[] other = peer.run(problem.withSeed(2), 1).predictions().get(peer.id());
        assertThat(Arrays.equals(other, first)).isEqualTo(!peer.seeded());
    }

    /** Means of training targets cannot leave their range. */
    @Test
    void aForestDoesNotExtrapolate() {
        final Problem problem = TestProblem.number();
        final double[] known = problem.training().targets().values(0);
        assertThat(Arrays.stream(new Forest().run(problem, 1).predictions().get(Forest.ID)).boxed()).allSatisfy(
            prediction -> assertThat(prediction).isBetween(Arrays.stream(known).min().orElseThrow() - 1e-5,
                Arrays.stream(known).max().orElseThrow() + 1e-5));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ClassScoresTest {

    private static List<String> repeat(final Object... textsAndCounts) {
        return Stream.iterate(0, i -> i < textsAndCounts.length, i -> i + 2)
            .flatMap(i -> Collections.nCopies((Integer)textsAndCounts[i + 1], (String)textsAndCounts[i]).stream())
            .toList();
    }

    /** The example of the article on Cohen's kappa that KNIME's source names. */
    @Test
    void kappaIsTheAgreementBeyondChance() {
        final ClassScores scores = ClassScores.of(repeat("yes", 25, "no", 15, "yes", 10),
            repeat("yes", 25, "no", 15, "no", 10));
        assertThat(scores.accuracy()).isCloseTo(0.8, within(1e-12));
        assertThat(scores.kappa()).isCloseTo((0.8 - 0.5) / (1 - 0.5), within(1e-12));
        assertThat(scores.right()).isEqualTo(40);
        assertThat(scores.rows()).isEqualTo(50);
    }

    @Test
    void rowsAreTrueClassesAndColumnsPredictedOnes() {
        final ClassScores scores = ClassScores.of(List.of("a", "c", "b", "b"), List.of("b", "b", "b", "d"));
        assertThat(scores.classes()).as("those that occur in both columns first").containsExactly("b", "a", "c", "d");
        assertThat(scores.counts()).isDeepEqualTo(
            new int[][]{{1, 0, 0, 1}, {1, 0, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}});
        assertThat(scores.ofClass(0)).isEqualTo(2);
        assertThat(scores.predicted(0)).isEqualTo(3);
    }

    @Test
    void withoutRowsThereIsNoScore() {
        assertThat(ClassScores.of(List.of(), List.of()).accuracy()).isNaN();
        assertThat(ClassScores.of(List.of("a"), List.of("a")).kappa()).isNaN();
    }
}

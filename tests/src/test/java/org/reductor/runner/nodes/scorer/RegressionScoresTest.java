/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionScoresTest {

    /** Errors -0.1, -0.2, 0.1, -0.5: squares .01 + .04 + .01 + .25 = .31; total sum of squares 5. */
    @Test
    void scoresAgreeWithAHandComputation() {
        final RegressionScores s =
            RegressionScores.of(new double[]{1, 2, 3, 4}, new double[]{1.1, 2.2, 2.9, 4.5}, 4);
        assertThat(s.r2()).isCloseTo(1 - 0.31 / 5, within(1e-12));
        assertThat(s.meanAbsoluteError()).isCloseTo(0.225, within(1e-12));
        assertThat(s.meanSquaredError()).isCloseTo(0.0775, within(1e-12));
        assertThat(s.rootMeanSquaredError()).isCloseTo(Math.sqrt(0.0775), within(1e-12));
        assertThat(s.meanSignedDifference()).isCloseTo(0.175, within(1e-12));
        assertThat(s.meanAbsolutePercentageError())
            .isCloseTo((0.1 + 0.1 + 0.1 / 3 + 0.125) / 4, within(1e-12));
        assertThat(s.adjustedR2()).isCloseTo(1 - 0.062, within(1e-12));
    }

    @Test
    void zeroAmongTheReferencesLeavesNoPercentage() {
        assertThat(RegressionScores.of(new double[]{0, 1}, new double[]{1, 1}, 2).meanAbsolutePercentageError())
            .isNaN();
    }

    @Test
    void constantReferenceAndNoRowsDoNotFail() {
        assertThat(RegressionScores.of(new double[]{2, 2}, new double[]{1, 3}, 2).r2())
            .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(RegressionScores.of(new double[0], new double[0], 0).rootMeanSquaredError()).isNaN();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class PredictionColumnsTest {

    @Test
    void unprunedColumnsAreKnownByTheirSuffix() {
        final List<String> names = List.of("id", "activity", "Prediction (activity) unpruned",
            "Spread (activity) unpruned", "Prediction (activity)", "Prediction (activity) #1",
            "Prediction (activity) #2", "Prediction (other)");
        assertThat(PredictionColumns.pruned(names, "activity")).contains(new PredictionColumns(
            "Prediction (activity)", List.of("Prediction (activity) #1", "Prediction (activity) #2")));
        assertThat(PredictionColumns.unpruned(names, "activity"))
            .contains(new PredictionColumns("Prediction (activity) unpruned", List.of()));
    }

    @Test
    void withoutASuffixTheSecondPredictorIsTheUnprunedOne() {
        final List<String> names =
            List.of("Prediction (y)", "Prediction (y) #1", "Prediction (y) (#1)", "Prediction (y) #1 (#1)");
        assertThat(PredictionColumns.pruned(names, "y"))
            .contains(new PredictionColumns("Prediction (y)", List.of("Prediction (y) #1")));
        assertThat(PredictionColumns.unpruned(names, "y"))
            .contains(new PredictionColumns("Prediction (y) (#1)", List.of("Prediction (y) #1 (#1)")));
    }

    @Test
    void fileWithoutPredictionsHasNone() {
        assertThat(PredictionColumns.pruned(List.of("id", "activity"), "activity")).isEmpty();
        assertThat(PredictionColumns.unpruned(List.of("Prediction (y)"), "y")).isEmpty();
    }
}

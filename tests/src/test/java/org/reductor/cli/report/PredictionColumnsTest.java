/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Task;

class PredictionColumnsTest {

    @Test
    void unprunedColumnsAreKnownByTheirSuffix() {
        final List<String> names = List.of("id", "activity", "Prediction (activity) unpruned",
            "Spread (activity) unpruned", "Prediction (activity)", "Prediction (activity) #1",
            "Prediction (activity) #2", "Prediction (other)");
        assertThat(PredictionColumns.pruned(names, Task.number("activity"))).contains(new PredictionColumns(
            List.of("Prediction (activity)"),
            List.of(List.of("Prediction (activity) #1"), List.of("Prediction (activity) #2"))));
        assertThat(PredictionColumns.unpruned(names, Task.number("activity")))
            .contains(new PredictionColumns(List.of("Prediction (activity) unpruned"), List.of()));
    }

    @Test
    void withoutASuffixTheSecondPredictorIsTheUnprunedOne() {
        final List<String> names =
            List.of("Prediction (y)", "Prediction (y) #1", "Prediction (y) (#1)", "Prediction (y) #1 (#1)");
        assertThat(PredictionColumns.pruned(names, Task.number("y")))
            .contains(new PredictionColumns(List.of("Prediction (y)"), List.of(List.of("Prediction (y) #1"))));
        assertThat(PredictionColumns.unpruned(names, Task.number("y")))
            .contains(new PredictionColumns(List.of("Prediction (y) (#1)"), List.of(List.of("Prediction (y) #1 (#1)"))));
    }

    @Test
    void fileWithoutPredictionsHasNone() {
        assertThat(PredictionColumns.pruned(List.of("id", "activity"), Task.number("activity"))).isEmpty();
        assertThat(PredictionColumns.unpruned(List.of("Prediction (y)"), Task.number("y"))).isEmpty();
    }

    @Test
    void ofTwoClassesTheProbabilityOfTheSecondIsLookedAtAndOfMoreThatOfEach() {
        final List<String> names = List.of("c", "Prediction (c)", "P (c = yes)", "Spread (c)", "P (c = yes) #1",
            "Prediction (d)", "P (d = a)", "P (d = b)", "P (d = c)", "P (d = a) #1", "P (d = b) #1", "P (d = c) #1",
            "P (d = a) unpruned");
        assertThat(PredictionColumns.pruned(names, Task.classes("c", List.of("no", "yes"))))
            .contains(new PredictionColumns(List.of("P (c = yes)"), List.of(List.of("P (c = yes) #1"))));
        final Task several = Task.classes("d", List.of("a", "b", "c"));
        assertThat(PredictionColumns.pruned(names, several))
            .contains(new PredictionColumns(List.of("P (d = a)", "P (d = b)", "P (d = c)"),
                List.of(List.of("P (d = a) #1", "P (d = b) #1", "P (d = c) #1"))));
        assertThat(PredictionColumns.unpruned(names, several)).as("not complete").isEmpty();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Reproduction;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.criterion.Criteria;

class PruningRunsTest extends LocalSpark {

    @Test
    void runsOnExecutorsGiveTheBitsOfOneMachine() {
        final PruningRuns.Run first = Example.run(Criteria.CERTAIN_CONTRIBUTION, 1);
        final List<PruningRuns.Run> runs = List.of(first,
            new PruningRuns.Run(first.data(), first.recipe(), first.settings().withSeed(2)),
            Example.run(Criteria.PUBLISHED, 1));

        final List<PruningRuns.Outcome> outcomes = new PruningRuns(spark, Example.versions()).run(runs);

        assertThat(outcomes).hasSize(3);
        for (int i = 0; i < 3; i++) {
            final NetworkModel model = outcomes.get(i).model().orElseThrow();
            final NetworkModel here = PruningRuns.here(runs.get(i), Example.versions(), 2, RunMonitor.NONE);
            assertThat(Reproduction.of(here, model).kind()).isEqualTo(Reproduction.Kind.EXACT);
            assertThat(model.provenance().settings()).isEqualTo(here.provenance().settings());
            assertThat(model.calibration()).isPresent();
        }
        assertThat(outcomes.get(0).model().get().fingerprint())
            .isNotEqualTo(outcomes.get(1).model().get().fingerprint());
    }

    @Test
    void aRunThatCannotBeDoneDoesNotEndTheOthers() {
        final PruningRuns.Run good = Example.run(Criteria.MAGNITUDE, 1);
        final Dataset few = good.data().select(new int[]{0, 1, 2, 3});

        final List<PruningRuns.Outcome> outcomes = new PruningRuns(spark, Example.versions())
            .run(List.of(new PruningRuns.Run(few, good.recipe(), good.settings()), good));

        assertThat(outcomes.get(0).model()).isEmpty();
        assertThat(outcomes.get(0).failure()).isNotBlank();
        assertThat(outcomes.get(1).model()).isPresent();
        assertThat(outcomes.get(1).failure()).isEmpty();
    }

    @Test
    void trainingDataArriveAsTheyWere() {
        final CsrMatrix.Builder features = CsrMatrix.builder(9);
        final Targets.Builder targets =
            Targets.builder(List.of(new Task("logD", "", List.of()), Task.classes("toxic", List.of("no", "yes"))));
        final List<String> groups = new ArrayList<>();
        IntStream.range(0, 12).forEach(row -> {
            features.addRow(new int[]{row % 4, 5 + row % 3}, new float[]{row + 0.5f, -1});
            targets.add(new double[]{row == 3 ? Double.NaN : row * 0.1, row == 5 ? Double.NaN : row % 2},
                new Relation[]{row % 5 == 0 ? Relation.values()[1] : Relation.EQUAL, Relation.EQUAL}, 1 + row % 2);
            groups.add("g" + row % 3);
        });
        final Dataset data = new Dataset(features.build(), targets.build(), RowGroups.of(groups));

        assertThat(DatasetBytes.read(DatasetBytes.write(data)).sha256()).isEqualTo(data.sha256());

        final Dataset bits = Example.run(Criteria.MAGNITUDE, 1).data();
        assertThat(DatasetBytes.read(DatasetBytes.write(bits)).sha256()).isEqualTo(bits.sha256());
    }
}

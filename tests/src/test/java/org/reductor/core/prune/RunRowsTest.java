/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowDigests;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.criterion.Criteria;

class RunRowsTest {

    private static final Dataset DATA = SyntheticData.of(150, 1);

    private static EnsembleSettings settings(final long seed) {
        return PruningRunTest.settings(Criteria.RANDOM, AcceptanceRule.noLoss(), 1).withSeed(seed).ensemble();
    }

    @Test
    void rowsOfTheFoldsAreLearnedAndThoseThatOnlyJudgeAreNot() {
        final RunRows rows = RunRows.of(DATA, null, settings(7));
        final RowDigests learned = rows.learned();
        assertThat(rows.judgeRows()).hasSize(30).containsExactly(rows.split().holdOut());
        assertThat(learned.size()).isEqualTo(120);
        assertThat(Arrays.stream(rows.split().foldRows()).allMatch(row -> learned.contains(RowDigest.of(DATA, row))))
            .isTrue();
        assertThat(rows.judgesAmong(learned)).isZero();
    }

    @Test
    void judgesThatWereLearnedBeforeAreCounted() {
        final RowDigests before = RunRows.of(DATA, null, settings(7)).learned();
        assertThat(RunRows.of(DATA, null, settings(7)).judgesAmong(before)).isZero();
        final RunRows other = RunRows.of(DATA, null, settings(8));
        final long expected = Arrays.stream(other.split().holdOut())
            .filter(row -> Arrays.binarySearch(RunRows.of(DATA, null, settings(7)).split().foldRows(), row) >= 0)
            .count();
        assertThat(other.judgesAmong(before)).isEqualTo((int)expected).isBetween(15, 30);
        assertThat(other.judgesAmong(RowDigests.NONE)).isZero();
    }

    @Test
    void withASelectionTableAllRowsAreLearnedAndTheTableJudges() {
        final Dataset selection = SyntheticData.of(40, 9);
        final RunRows rows = RunRows.of(DATA, selection, settings(7));
        assertThat(rows.learned().size()).isEqualTo(150);
        assertThat(rows.judgesAmong(rows.learned())).isZero();
        assertThat(RunRows.of(selection, DATA, settings(7)).judgesAmong(rows.learned())).isEqualTo(150);
    }

    @Test
    void provenanceAccumulatesWhatNetworksHaveLearned() {
        final PruningSettings settings = PruningRunTest.settings(Criteria.RANDOM, AcceptanceRule.noLoss(), 1);
        final Provenance first = Provenance.of(DATA, settings, Map.of(), Instant.EPOCH, 1);
        assertThat(first.learned()).isEqualTo(RunRows.of(DATA, null, settings.ensemble()).learned());
        final Dataset more = SyntheticData.of(80, 5);
        final Provenance second =
            Provenance.of(more, settings.ensemble(), Map.of(), Map.of(), Instant.EPOCH, 1).startedFrom(first);
        assertThat(second.learned().size()).isEqualTo(120 + 64);
        assertThat(second.with(Map.of("a", "b")).learned()).isEqualTo(second.learned());
        assertThat(second.dataSha256()).isEqualTo(more.sha256());
    }
}

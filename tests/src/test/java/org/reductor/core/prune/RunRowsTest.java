/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRoles.Role;
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
        final RowRoles roles = rows.roles();
        assertThat(rows.judges().rows()).hasSize(30).containsExactly(rows.split().holdOut());
        assertThat(roles.known()).isEqualTo(120);
        for (int fold = 0; fold < 3; fold++) {
            for (final int row : rows.split().folds().get(fold).validation()) {
                for (int network = 0; network < 3; network++) {
                    assertThat(roles.of(RowDigest.of(DATA, row)).get(network))
                        .isEqualTo(network == fold ? Role.STOPPED : Role.LEARNED);
                }
            }
        }
        for (final int row : rows.split().holdOut()) {
            assertThat(roles.of(RowDigest.of(DATA, row))).containsOnly(Role.JUDGED);
        }
        assertThat(rows.judgesKnown(roles)).isZero();
    }

    @Test
    void judgesThatWereLearnedBeforeAreCounted() {
        final RowRoles before = RunRows.of(DATA, null, settings(7)).roles();
        assertThat(RunRows.of(DATA, null, settings(7)).judgesKnown(before)).isZero();
        final RunRows other = RunRows.of(DATA, null, settings(8));
        final long expected = Arrays.stream(other.split().holdOut())
            .filter(row -> Arrays.binarySearch(RunRows.of(DATA, null, settings(7)).split().foldRows(), row) >= 0)
            .count();
        assertThat(other.judgesKnown(before)).isEqualTo((int)expected).isBetween(15, 30);
        assertThat(other.judgesKnown(RowRoles.NONE)).isZero();
    }

    @Test
    void withASelectionTableAllRowsAreLearnedAndTheTableJudges() {
        final Dataset selection = SyntheticData.of(40, 9);
        final RunRows rows = RunRows.of(DATA, selection, settings(7));
        assertThat(rows.roles().known()).isEqualTo(150);
        assertThat(rows.roles().of(RowDigest.of(selection, 39))).hasSize(3).containsOnly(Role.JUDGED);
        assertThat(rows.judgesKnown(rows.roles())).isZero();
        assertThat(RunRows.of(selection, DATA, settings(7)).judgesKnown(rows.roles())).isEqualTo(150);
    }

    @Test
    void aRowThatJudgesOneNetworkIsNothingToTheOthers() {
        final DataSplit split = RunRows.of(DATA, null, settings(7)).split();
        final int[] judge = {split.holdOut()[0]};
        final RunRows rows = RunRows.withOneMask(DATA, split, new JudgePlan(DATA, judge, List.of(new int[]{1})));
        assertThat(rows.roles().of(RowDigest.of(DATA, judge[0]))).containsExactly(Role.NONE, Role.JUDGED, Role.NONE);
        assertThat(rows.unseenBy(split.foldRows())).isTrue();
        assertThat(rows.unseenBy(judge)).isFalse();
    }

    @Test
    void provenanceAccumulatesWhatNetworksHaveLearned() {
        final PruningSettings settings = PruningRunTest.settings(Criteria.RANDOM, AcceptanceRule.noLoss(), 1);
        final Provenance first = Provenance.of(DATA, settings, Map.of(), Instant.EPOCH, 1);
        assertThat(first.roles()).isEqualTo(RunRows.of(DATA, null, settings.ensemble()).roles());
        final Dataset more = SyntheticData.of(80, 5);
        final Provenance second =
            Provenance.of(more, settings.ensemble(), Map.of(), Map.of(), Instant.EPOCH, 1).startedFrom(first);
        assertThat(second.roles().known()).isEqualTo(120 + 64);
        assertThat(second.with(Map.of("a", "b")).roles()).isEqualTo(second.roles());
        assertThat(second.dataSha256()).isEqualTo(more.sha256());
    }
}

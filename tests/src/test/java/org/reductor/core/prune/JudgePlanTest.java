/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.DataSplit.Fold;
import org.reductor.core.data.Dataset;

class JudgePlanTest {

    private static final Dataset DATA = SyntheticData.of(10, 1);

    @Test
    void aPlanWithoutJudgesOrWithJudgesOfNothingIsRefused() {
        assertThatThrownBy(() -> new JudgePlan(DATA, new int[0], List.of()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no row that judges");
        assertThatThrownBy(() -> new JudgePlan(DATA, new int[]{4, 5}, List.of(new int[]{0}, new int[0])))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("There are 2 rows that judge, and networks for 1;");
        assertThatThrownBy(() -> new JudgePlan(DATA, new int[]{4, 5}, List.of(new int[]{0})))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("networks for 1;");
    }

    @Test
    void theRowsOfANetworkAreThoseThatJudgeItByTheirPositions() {
        final JudgePlan plan =
            new JudgePlan(DATA, new int[]{4, 7, 9}, List.of(new int[]{0, 2}, new int[]{1}, new int[]{2}));
        assertThat(plan.of(0)).containsExactly(0);
        assertThat(plan.of(1)).containsExactly(1);
        assertThat(plan.of(2)).containsExactly(0, 2);
        assertThat(plan.of(3)).isEmpty();
    }

    @Test
    void whereAllJudgeAllEachRowNamesEachNetwork() {
        final JudgePlan plan = JudgePlan.all(DATA, new int[]{4, 7}, 3);
        assertThat(plan.members()).containsExactly(new int[]{0, 1, 2}, new int[]{0, 1, 2});
    }

    @Test
    void outOfFoldEachRowJudgesTheFoldsThatItJudgesAndRowsComeInOrder() {
        final int[] others = {0, 1};
        final JudgePlan plan = JudgePlan.outOfFold(DATA, new DataSplit(new int[0], List.of(
            new Fold(others, others, new int[]{7, 8}), new Fold(others, others, new int[]{2, 8}))));
        assertThat(plan.rows()).containsExactly(2, 7, 8);
        assertThat(plan.members()).containsExactly(new int[]{1}, new int[]{0}, new int[]{0, 1});
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.network.Member;

class MaskGroupTest {

    @Test
    void foldsOfAGroupThatStartWithDifferentMasksArePrunedByMask() {
        final List<Member> members = TwoMasks.members();
        final List<Member> starts =
            List.of(members.get(2), members.get(0), members.get(2), members.get(1), members.get(0));
        final int[] rows = {3, 4};
        final List<MaskGroup> split = MaskGroup.withOneMask(
            List.of(new MaskGroup(new int[]{0, 1, 2, 3}, rows), new MaskGroup(new int[]{4}, new int[]{5})), starts);
        assertThat(split).extracting(MaskGroup::folds).containsExactly(new int[]{0, 2}, new int[]{1, 3}, new int[]{4});
        assertThat(split).extracting(MaskGroup::rows).containsExactly(rows, rows, new int[]{5});
    }
}

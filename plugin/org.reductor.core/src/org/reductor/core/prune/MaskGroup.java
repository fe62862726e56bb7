/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Folds whose networks are pruned together, under one mask.
 *
 * @param folds numbers of the folds, ascending
 * @param rows what may be looked at for all that they have in common: the mask, and the units in which numbers are seen
 */
public record MaskGroup(int[] folds, int[] rows) {

    /**
     * Networks that are pruned already may come with masks of their own where the plan is to share one; those are then
     * pruned each by itself.
     *
     * @param groups groups of the plan
     * @param starts for each fold the network that it starts from
     * @return groups in each of which all networks start with the same mask
     */
    static List<MaskGroup> withOneMask(final List<MaskGroup> groups, final List<Member> starts) {
        final List<MaskGroup> split = new ArrayList<>();
        for (final MaskGroup group : groups) {
            final IdentityHashMap<Mask, int[]> ofMask = new IdentityHashMap<>();
            final List<Mask> order = new ArrayList<>();
            for (final int fold : group.folds) {
                final Mask mask = starts.get(fold).mask();
                ofMask.merge(mask, new int[]{fold}, MaskGroup::joined);
                if (!order.contains(mask)) {
                    order.add(mask);
                }
            }
            order.forEach(mask -> split.add(new MaskGroup(ofMask.get(mask), group.rows)));
        }
        return split;
    }

    private static int[] joined(final int[] some, final int[] one) {
        final int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }
}

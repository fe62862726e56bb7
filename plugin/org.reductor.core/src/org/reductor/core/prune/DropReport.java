/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.network.Mask;
import org.reductor.core.network.NetworkEnsemble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a pruning step took from one part of the networks; where these have masks of their own, rounded means over the
 * networks.
 *
 * @param part the part, in words
 * @param weightsBefore weights kept before the step
 * @param weightsAfter weights kept after it
 * @param unitsBefore units of the part before the step: of the level that the weights leave
 * @param unitsAfter those after it
 */
public record DropReport(String part, long weightsBefore, long weightsAfter, int unitsBefore, int unitsAfter) {

    /**
     * @param before networks before the step
     * @param after networks after it
     * @param recipe how the features are made
     * @return the whole, then each layer, then the features of each block of the recipe
     */
    public static List<DropReport> of(final NetworkEnsemble before, final NetworkEnsemble after,
        final FeatureRecipe recipe) {
        final List<DropReport> reports = new ArrayList<>();
        reports.add(of("All weights", before, after, Mask::keptWeights,
            mask -> mask.units(0).length + mask.hiddenUnits()));
        for (int l = 0; l < before.layers(); l++) {
            final int layer = l;
            reports.add(of((l == 0 ? "Inputs" : "Hidden layer " + l) + " to "
                + (l == before.layers() - 1 ? "output" : "hidden layer " + (l + 1)), before, after,
                mask -> mask.keptWeights(layer), mask -> mask.units(layer).length));
        }
        int first = 0;
        for (final FeatureBlock block : recipe.blocks()) {
            final int start = first;
            final int end = first + block.width();
            reports.add(of("Features: " + block.kind() + " of '" + block.column() + "'", before, after,
                mask -> weights(mask, start, end), mask -> units(mask, start, end)));
            first = end;
        }
        return reports;
    }

    private static DropReport of(final String part, final NetworkEnsemble before, final NetworkEnsemble after,
        final ToLongFunction<Mask> weights, final ToLongFunction<Mask> units) {
        return new DropReport(part, mean(before, weights), mean(after, weights), (int)mean(before, units),
            (int)mean(after, units));
    }

    private static long mean(final NetworkEnsemble networks, final ToLongFunction<Mask> number) {
        return Math.round(
            networks.members().stream().mapToLong(member -> number.applyAsLong(member.mask())).average().orElseThrow());
    }

    private static int units(final Mask mask, final int first, final int end) {
        int count = 0;
        for (final int input : mask.units(0)) {
            count += input >= first && input < end ? 1 : 0;
        }
        return count;
    }

    private static long weights(final Mask mask, final int first, final int end) {
        final int width = mask.units(1).length;
        long count = 0;
        for (int row = 0; row < mask.units(0).length; row++) {
            final boolean inBlock = mask.units(0)[row] >= first && mask.units(0)[row] < end;
            for (int to = 0; inBlock && to < width; to++) {
                count += mask.kept(0)[row * width + to] ? 1 : 0;
            }
        }
        return count;
    }
}

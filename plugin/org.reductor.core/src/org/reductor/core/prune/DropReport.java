/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.network.Mask;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pruning step took from one part of the networks.
 *
 * @param part the part, in words
 * @param weightsBefore weights kept before the step
 * @param weightsAfter weights kept after it
 * @param unitsBefore units of the part before the step: of the level that the weights leave
 * @param unitsAfter those after it
 */
public record DropReport(String part, long weightsBefore, long weightsAfter, int unitsBefore, int unitsAfter) {

    /**
     * @param before mask before the step
     * @param after mask after it
     * @param recipe how the features are made
     * @return the whole, then each layer, then the features of each block of the recipe
     */
    public static List<DropReport> of(final Mask before, final Mask after, final FeatureRecipe recipe) {
        final List<DropReport> reports = new ArrayList<>();
        reports.add(new DropReport("All weights", before.keptWeights(), after.keptWeights(),
            before.units(0).length + before.hiddenUnits(), after.units(0).length + after.hiddenUnits()));
        for (int l = 0; l < before.layers(); l++) {
            reports.add(new DropReport(
                (l == 0 ? "Inputs" : "Hidden layer " + l) + " to "
                    + (l == before.layers() - 1 ? "output" : "hidden layer " + (l + 1)),
                before.keptWeights(l), after.keptWeights(l), before.units(l).length, after.units(l).length));
        }
        int first = 0;
        for (final FeatureBlock block : recipe.blocks()) {
            final int end = first + block.width();
            reports.add(new DropReport("Features: " + block.kind() + " of '" + block.column() + "'",
                weights(before, first, end), weights(after, first, end), units(before, first, end),
                units(after, first, end)));
            first = end;
        }
        return reports;
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

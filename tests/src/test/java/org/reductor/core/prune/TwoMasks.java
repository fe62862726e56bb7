/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.List;
import java.util.TreeMap;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.prune.criterion.InputStatistics;

/** Three small networks that had 4 inputs, 3 hidden units and an output; two share a mask, the third has its own. */
final class TwoMasks {

    private static final int[] SIZES = {4, 3, 1};

    private static final Heads HEADS = Heads.number("y", AffineScale.IDENTITY);

    /** Keeps three weights to the units 0 and 2, one of the two from input 0 and both from input 2. */
    static final Mask SHARED = new Mask(SIZES, new int[][]{{0, 2}, {0, 2}, {0}},
        new boolean[][]{{true, false, true, true}, {true, true}});

    /** Keeps the weights of inputs 1 and 2 to unit 2. */
    static final Mask OWN = new Mask(SIZES, new int[][]{{1, 2}, {2}, {0}}, new boolean[][]{{true, true}, {true}});

    /** The first two inputs are bits of one column, the others of another. */
    static final FeatureRecipe RECIPE =
        new FeatureRecipe(List.of(new FeatureBlock("Left", FeatureBlock.BIT_VECTOR, 2, new TreeMap<>()),
            new FeatureBlock("Right", FeatureBlock.BIT_VECTOR, 2, new TreeMap<>())));

    private TwoMasks() {
    }

    static Member unpruned(final long seed) {
        return new Member(Mask.full(SIZES), Network.glorotUniform(SIZES, Activation.RELU, seed), HEADS);
    }

    static Member member(final Mask mask, final float[]... kernels) {
        final int[] sizes = mask.sizes();
        return new Member(mask, new Network(sizes, Activation.RELU, kernels,
            new float[][]{new float[sizes[1]], new float[sizes[2]]}), HEADS);
    }

    static List<Member> members() {
        return List.of(member(SHARED, new float[]{1, 0, -2, 3}, new float[]{4, -5}),
            member(SHARED, new float[]{3, 0, 4, -1}, new float[]{2, 1}),
            member(OWN, new float[]{6, -7}, new float[]{8}));
    }

    /** A round in which the first two members are one group and the third another. */
    static TrainedRound round() {
        final InputStatistics two = new InputStatistics(new boolean[]{true, true}, new float[2], new float[]{1, 1});
        return new TrainedRound(new RoundInput(0, new long[3], members()),
            members().stream().map(Member::network).toList(),
            List.of(new GroupStatistics(new int[]{0, 1}, two, List.of()),
                new GroupStatistics(new int[]{2}, two, List.of())),
            new double[3], JudgeScores.ofErrors(1), 1);
    }
}

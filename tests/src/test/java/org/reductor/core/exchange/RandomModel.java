/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;

/** Models with random weights, pruned at random. */
final class RandomModel {

    /** Activities, as logarithms. */
    private static final Heads ACTIVITY = Heads.number("yield \u00b5", new AffineScale(6.5, 1.3));

    static final Task TOXIC = Task.classes("toxic", List.of("no", "yes"));

    static final Task SOLUBILITY = Task.classes("solubility", List.of("low", "medium", "high"));

    private RandomModel() {
    }

    /** Every kind of head, in an order in which some neighbours can share an operation and some cannot. */
    static Heads severalHeads() {
        return new Heads(List.of(number("yield \u00b5", new AffineScale(6.5, 1.3)),
            number("boiling point", new AffineScale(400, 27)), classes(TOXIC),
            classes(Task.classes("active", List.of("0", "1"))), classes(SOLUBILITY),
            classes(Task.classes("phase", List.of("I", "II", "III", "IV"))), number("logD", AffineScale.IDENTITY)));
    }

    static Head number(final String name, final AffineScale scale) {
        return new Head(Task.number(name), Objectives.RMSE, scale);
    }

    static Head classes(final Task task) {
        return new Head(task, Objectives.CROSS_ENTROPY, AffineScale.IDENTITY);
    }

    static NetworkModel of(final NetworkEnsemble networks) {
        final int width = networks.inputs();
        final FeatureRecipe recipe = new FeatureRecipe(width == 1
            ? List.of(FeatureBlock.of("pH", FeatureBlock.NUMERIC, 1, Map.of()))
            : List.of(FeatureBlock.of("smiles, \"drawn\"", "morgan", width - 1, Map.of("radius", "2")),
                FeatureBlock.of("pH", FeatureBlock.NUMERIC, 1, Map.of())));
        return new NetworkModel(networks, recipe, List.of(), new Provenance("0123abcd", 100, width,
            new TreeMap<>(Map.of("seed", "4")), new TreeMap<>(Map.of("reductor", "0.1.0")),
            Instant.parse("2026-01-02T03:04:05Z"), 1.5));
    }

    /** The same networks for a target of another scale. */
    static NetworkModel scaled(final NetworkModel model, final AffineScale scale) {
        return of(new NetworkEnsemble(model.networks().masks().get(0), model.networks().networks(),
            Heads.number("yield \u00b5", scale)));
    }

    /**
     * Networks whose weights are pruned at random, and what died with them removed.
     *
     * @param kept share of the weights that are kept
     */
    static NetworkModel pruned(final int members, final double kept, final Activation activation, final int... sizes) {
        return pruned(ACTIVITY, members, kept, activation, sizes);
    }

    /**
     * The same for other targets.
     *
     * @param sizes the last one the number of outputs of the heads
     */
    static NetworkModel pruned(final Heads heads, final int members, final double kept, final Activation activation,
        final int... sizes) {
        return pruned(17, heads, members, kept, activation, sizes);
    }

    private static NetworkModel pruned(final long seed, final Heads heads, final int members, final double kept,
        final Activation activation, final int... sizes) {
        final Random random = new Random(seed);
        final Mask full = Mask.full(sizes);
        final boolean[][] flags = new boolean[full.layers()][];
        for (int l = 0; l < flags.length; l++) {
            flags[l] = full.kept(l).clone();
            for (int i = 0; i < flags[l].length; i++) {
                flags[l][i] = random.nextDouble() < kept;
            }
        }
        final boolean[] varies = new boolean[sizes[0]];
        Arrays.fill(varies, true);
        final Compaction compaction = Compaction.of(full, flags, varies, new float[sizes[0]]);
        return of(new NetworkEnsemble(compaction.mask(), random.longs(members)
            .mapToObj(own -> compaction.apply(network(activation, own, sizes))).toList(), heads));
    }

    /** Networks pruned at random each by itself, which see the target in different units. */
    static NetworkModel apart(final int members, final double kept, final Activation activation,
        final int... sizes) {
        return of(new NetworkEnsemble(IntStream.range(0, members).mapToObj(n -> pruned(n,
            Heads.number("yield \u00b5", new AffineScale(6.5 + n, 1.3 + 0.1 * n)), 1, kept, activation, sizes)
                .networks().members().get(0)).toList()));
    }

    /** Networks under any mask, without compaction. */
    static NetworkModel under(final Mask mask, final int members, final Activation activation) {
        return of(new NetworkEnsemble(mask, new Random(3).longs(members).mapToObj(seed -> {
            final Network network = network(activation, seed, mask.sizes());
            for (int l = 0; l < mask.layers(); l++) {
                for (int i = 0; i < network.kernel(l).length; i++) {
                    network.kernel(l)[i] *= mask.kept(l)[i] ? 1 : 0;
                }
            }
            return network;
        }).toList(), ACTIVITY));
    }

    private static Network network(final Activation activation, final long seed, final int... sizes) {
        final Network network = Network.glorotUniform(sizes, activation, seed);
        final Random random = new Random(seed);
        for (int l = 0; l < network.layers(); l++) {
            for (int i = 0; i < network.bias(l).length; i++) {
                network.bias(l)[i] = (float)(0.1 * random.nextGaussian());
            }
        }
        return network;
    }
}

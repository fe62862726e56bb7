/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What pruning left, packed: constants of a graph from which standard operators make plain arrays. A runtime does that
 * once, when it loads the model.
 */
final class OnnxSelection {

    /** Dense kernels that are no more than this longer than packed ones stay dense: unpacking takes nodes too. */
    private static final long WORTHWHILE = 1500;

    private final OnnxGraph graph;

    OnnxSelection(final OnnxGraph graph) {
        this.graph = graph;
    }

    /**
     * Adds the positions of the flags that are set.
     *
     * @param name start of the names of all that is added
     * @param flags at least one is set
     * @return name of the positions, int64, ascending
     */
    String positions(final String name, final boolean[] flags) {
        return positions(name, GapCode.of(flags));
    }

    private String positions(final String name, final GapCode gaps) {
        final long[] divisors = new long[8 / gaps.bits()];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = 1L << i * gaps.bits();
        }
        final String packed = graph.array(name + "/packed", gaps.codes(), gaps.codes().length, 1);
        final String bytes = graph.node("Cast", List.of(OnnxGraph.attribute("to", OnnxGraph.INT64)), name + "/bytes",
            packed);
        final String shifted = graph.node("Div", name + "/shifted", bytes, graph.constants(divisors));
        final String cut = graph.node("Mod", name + "/cut", shifted, graph.constant(1L << gaps.bits()));
        final String codes = graph.node("Reshape", name + "/codes", cut, graph.constants(-1));
        final String set = graph.node("Less", name + "/set", codes, graph.constant(gaps.escape()));
        final String own = graph.node("Cast", List.of(OnnxGraph.attribute("to", OnnxGraph.INT64)), name + "/own", set);
        final String steps = graph.node("Add", name + "/steps", codes, own);
        final String ends = graph.node("CumSum", name + "/ends", steps, graph.constant(0L));
        final String last = graph.node("Sub", name + "/last", ends, graph.constant(1L));
        return graph.node("Compress", List.of(OnnxGraph.attribute("axis", 0)), name + "/positions", last, set);
    }

    /**
     * Adds the kernels of a layer. A level without units counts as one unit whose weights are zero: not all runtimes
     * know arrays without elements.
     *
     * @param mask the mask of all networks
     * @param members the networks
     * @param layer which kernel
     * @return its name for each network
     */
    List<String> kernels(final Mask mask, final List<Network> members, final int layer) {
        final String name = "layer" + layer;
        final int from = Math.max(1, members.get(0).size(layer));
        final int to = Math.max(1, members.get(0).size(layer + 1));
        final int kept = mask.keptWeights(layer);
        final List<String> names = new ArrayList<>();
        if (kept == 0) {
            final String zeros = graph.node("ConstantOfShape", name + "/zeros", graph.constants(from, to));
            members.forEach(member -> names.add(zeros));
            return names;
        }
        final GapCode gaps = GapCode.of(mask.kept(layer));
        final long saved = (long)Float.BYTES * members.size() * ((long)from * to - kept) - gaps.codes().length;
        if (saved < WORTHWHILE) {
            for (int n = 0; n < members.size(); n++) {
                names.add(graph.array("network" + n + "/" + name + "/kernel", members.get(n).kernel(layer), from, to));
            }
            return names;
        }
        final String positions = graph.node("Reshape", name + "/column", positions(name, gaps),
            graph.constants(-1, 1));
        final String zeros = graph.node("ConstantOfShape", name + "/zeros", graph.constants((long)from * to));
        for (int n = 0; n < members.size(); n++) {
            final String own = "network" + n + "/" + name;
            final String values = graph.array(own + "/kept", mask.keptValues(layer, members.get(n).kernel(layer)), kept);
            final String flat = graph.node("ScatterND", own + "/flat", zeros, positions, values);
            names.add(graph.node("Reshape", own + "/kernel", flat, graph.constants(from, to)));
        }
        return names;
    }

    /** Adds a bias vector, of one zero if there is no unit; returns its name. */
    String bias(final String name, final float[] values) {
        return graph.array(name, values.length == 0 ? new float[1] : values, Math.max(1, values.length));
    }

    /** Adds the selection of the inputs that remain; returns the name of the network's inputs. */
    String inputs(final Mask mask, final String features) {
        final int[] remaining = mask.units(0);
        final int all = mask.originalSizes()[0];
        if (remaining.length == all) {
            return features;
        }
        final boolean[] flags = new boolean[all];
        Arrays.stream(remaining.length == 0 ? new int[]{0} : remaining).forEach(input -> flags[input] = true);
        return graph.node("Gather", List.of(OnnxGraph.attribute("axis", 1)), "inputs", features,
            positions("inputs", flags));
    }
}

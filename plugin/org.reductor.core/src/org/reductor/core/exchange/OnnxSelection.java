/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.network.Mask;
import org.reductor.core.network.NetworkEnsemble;

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
    private final String prefix;

    /**
     * @param graph what the nodes are added to
     * @param prefix beginning of the names of what networks share
     */
    OnnxSelection(final OnnxGraph graph, final String prefix) {
        this.graph = graph;
        this.prefix = prefix;
    }

    /**
     * Adds the kernels of a layer. A level without units counts as one unit whose weights are zero: not all runtimes
     * know arrays without elements.
     *
     * @param mask a mask
     * @param networks all networks
     * @param numbers which of them have the mask
     * @param layer which kernel
     * @return its name for each network with the mask
     */
    String[] kernels(final Mask mask, final NetworkEnsemble networks, final int[] numbers, final int layer) {
        final String name = prefix + "layer" + layer;
        final int from = Math.max(1, mask.units(layer).length);
        final int to = Math.max(1, mask.units(layer + 1).length);
        final int kept = mask.keptWeights(layer);
        final String[] names = new String[numbers.length];
        if (kept == 0) {
            Arrays.fill(names, graph.node("ConstantOfShape", name + "/zeros", graph.constants(from, to)));
            return names;
        }
        final GapCode gaps = GapCode.of(mask.kept(layer));
        final long saved = (long)Float.BYTES * numbers.length * ((long)from * to - kept) - gaps.codes().length;
        if (saved < WORTHWHILE) {
            for (int i = 0; i < names.length; i++) {
                names[i] = graph.array("network" + numbers[i] + "/layer" + layer + "/kernel",
                    networks.network(numbers[i]).kernel(layer), from, to);
            }
            return names;
        }
        final Unpacked unpacked = unpack(name, gaps);
        final String zeros = graph.node("ConstantOfShape", name + "/zeros", graph.constants((long)from * to));
        for (int i = 0; i < names.length; i++) {
            final String own = "network" + numbers[i] + "/layer" + layer;
            final float[] values = mask.keptValues(layer, networks.network(numbers[i]).kernel(layer));
            final String zeroFirst = graph.array(own + "/kept", zeroFirst(values), kept + 1);
            final String spread = graph.node("Gather", own + "/spread", zeroFirst, unpacked.values);
            final String flat = graph.node("ScatterND", own + "/flat", zeros, unpacked.positions, spread);
            names[i] = graph.node("Reshape", own + "/kernel", flat, graph.constants(from, to));
        }
        return names;
    }

    /**
     * Adds the decoding of gaps. Escape codes stay in as further positions, where a zero goes: the last position that
     * an escape skips is not set, and no other code ends there. Leaving them out would give an array whose length is
     * not known beforehand, and ONNX Runtime makes such arrays again for every prediction.
     *
     * @return a position for each code, and for each code the place of its value, 0 for an escape and from 1 on for
     *         kept weights
     */
    private Unpacked unpack(final String name, final GapCode gaps) {
        final long[] divisors = new long[8 / gaps.bits()];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = 1L << i * gaps.bits();
        }
        final List<ProtoMessage> toWhole = List.of(OnnxGraph.attribute("to", OnnxGraph.INT64));
        final String packed = graph.array(name + "/packed", gaps.codes(), gaps.codes().length, 1);
        final String bytes = graph.node("Cast", toWhole, name + "/bytes", packed);
        final String shifted = graph.node("Div", name + "/shifted", bytes, graph.constants(divisors));
        final String table = graph.node("Mod", name + "/table", shifted, graph.constant(1L << gaps.bits()));
        final String all = graph.node("Reshape", name + "/all", table, graph.constants(-1));
        final String codes =
            graph.node("Slice", name + "/codes", all, graph.constants(0), graph.constants(gaps.length()));
        final String set = graph.node("Less", name + "/set", codes, graph.constant(gaps.escape()));
        final String own = graph.node("Cast", toWhole, name + "/own", set);
        final String steps = graph.node("Add", name + "/steps", codes, own);
        final String ends = graph.node("CumSum", name + "/ends", steps, graph.constant(0L));
        final String positions = graph.node("Sub", name + "/positions", ends, graph.constant(1L));
        final String counts = graph.node("CumSum", name + "/counts", own, graph.constant(0L));
        return new Unpacked(graph.node("Reshape", name + "/column", positions, graph.constants(-1, 1)),
            graph.node("Mul", name + "/values", counts, own));
    }

    private static float[] zeroFirst(final float[] values) {
        final float[] longer = new float[values.length + 1];
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }

    /** Adds a bias vector, of one zero if there is no unit; returns its name. */
    static String bias(final OnnxGraph graph, final String layer, final float[] values) {
        return graph.array(layer + "/bias", values.length == 0 ? new float[1] : values, Math.max(1, values.length));
    }

    /** Adds the selection of the inputs that remain; returns the name of the networks' inputs. */
    String inputs(final Mask mask, final String features) {
        final int[] remaining = mask.units(0);
        final int all = mask.originalSizes()[0];
        if (remaining.length == all) {
            return features;
        }
        final int[] read = remaining.length == 0 ? new int[]{0} : remaining;
        return graph.node("Gather", List.of(OnnxGraph.attribute("axis", 1)), prefix + "inputs", features,
            graph.array(prefix + "inputs/positions", read, read.length));
    }

    /** Names of the arrays that gaps become. */
    private record Unpacked(String positions, String values) {
    }
}

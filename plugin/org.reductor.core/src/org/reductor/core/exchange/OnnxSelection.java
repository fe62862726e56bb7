/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.ArrayList;
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
        final Unpacked unpacked = unpack(name, gaps);
        final String zeros = graph.node("ConstantOfShape", name + "/zeros", graph.constants((long)from * to));
        for (int n = 0; n < members.size(); n++) {
            final String own = "network" + n + "/" + name;
            final float[] values = mask.keptValues(layer, members.get(n).kernel(layer));
            final String zeroFirst = graph.array(own + "/kept", zeroFirst(values), kept + 1);
            final String spread = graph.node("Gather", own + "/spread", zeroFirst, unpacked.values);
            final String flat = graph.node("ScatterND", own + "/flat", zeros, unpacked.positions, spread);
            names.add(graph.node("Reshape", own + "/kernel", flat, graph.constants(from, to)));
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
        final int[] read = remaining.length == 0 ? new int[]{0} : remaining;
        return graph.node("Gather", List.of(OnnxGraph.attribute("axis", 1)), "inputs", features,
            graph.array("inputs/positions", read, read.length));
    }

    /** Names of the arrays that gaps become. */
    private record Unpacked(String positions, String values) {
    }
}

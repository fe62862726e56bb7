/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Link;

import java.util.List;

/**
 * The members of an ensemble as one network. The members share inputs and outputs; between hidden layers the kernels
 * are block-diagonal, because no member reads the hidden units of another.
 */
final class SideBySide {

    private SideBySide() {
    }

    static Network join(final NetworkEnsemble ensemble) {
        final List<Network> members = ensemble.members();
        final int[] small = ensemble.mask().sizes();
        final int last = small.length - 2;
        final int[] sizes = small.clone();
        for (int level = 1; level <= last; level++) {
            sizes[level] = Math.multiplyExact(small[level], members.size());
        }
        final AffineScale[] scales = scales(ensemble.heads(), members.size());
        final float[][] kernels = new float[small.length - 1][];
        final float[][] biases = new float[small.length - 1][];
        for (int l = 0; l <= last; l++) {
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            final double[] bias = new double[sizes[l + 1]];
            for (int n = 0; n < members.size(); n++) {
                final int fromStart = l == 0 ? 0 : n * small[l];
                final int toStart = l == last ? 0 : n * small[l + 1];
                final float[] block = members.get(n).kernel(l);
                for (int i = 0; i < block.length; i++) {
                    final int from = fromStart + i / small[l + 1];
                    final int to = i % small[l + 1];
                    kernels[l][from * sizes[l + 1] + toStart + to] +=
                        (float)((l == last ? scales[to].scale() / members.size() : 1) * block[i]);
                }
                for (int to = 0; to < small[l + 1]; to++) {
                    bias[toStart + to] +=
                        (l == last ? scales[to].scale() / members.size() : 1) * members.get(n).bias(l)[to];
                }
            }
            for (int to = 0; l == last && to < bias.length; to++) {
                bias[to] += scales[to].center();
            }
            biases[l] = toFloats(bias);
        }
        return new Network(sizes, members.get(0).hidden(), kernels, biases);
    }

    /** The line of each output; a mean of probabilities is not a line of the members' outputs. */
    private static AffineScale[] scales(final Heads heads, final int members) {
        for (final Head head : heads) {
            if (members > 1 && head.link() != Link.LINE) {
                throw new IllegalArgumentException("The mean probability of " + members + " networks for '"
                    + head.task().name() + "' cannot be the output of one network. Take a single network (--network "
                    + "on the command line, 'Networks' in a node), or a format that holds several, for example ONNX.");
            }
        }
        return heads.scales().toArray(AffineScale[]::new);
    }

    private static float[] toFloats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }
}

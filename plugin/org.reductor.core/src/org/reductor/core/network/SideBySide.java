/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

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
        final AffineScale scale = ensemble.targetScale();
        final double share = scale.scale() / members.size();
        final float[][] kernels = new float[small.length - 1][];
        final float[][] biases = new float[small.length - 1][];
        for (int l = 0; l <= last; l++) {
            final double factor = l == last ? share : 1;
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            final double[] bias = new double[sizes[l + 1]];
            for (int n = 0; n < members.size(); n++) {
                final int fromStart = l == 0 ? 0 : n * small[l];
                final int toStart = l == last ? 0 : n * small[l + 1];
                final float[] block = members.get(n).kernel(l);
                for (int i = 0; i < block.length; i++) {
                    final int from = fromStart + i / small[l + 1];
                    kernels[l][from * sizes[l + 1] + toStart + i % small[l + 1]] += (float)(factor * block[i]);
                }
                for (int to = 0; to < small[l + 1]; to++) {
                    bias[toStart + to] += factor * members.get(n).bias(l)[to];
                }
            }
            biases[l] = toFloats(bias, l == last ? scale.center() : 0);
        }
        return new Network(sizes, members.get(0).hidden(), kernels, biases);
    }

    private static float[] toFloats(final double[] values, final double offset) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)(values[i] + offset);
        }
        return floats;
    }
}

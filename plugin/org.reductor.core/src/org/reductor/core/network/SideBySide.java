/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The members of an ensemble as one network. It has the inputs that any member reads, with weights of zero to the units
 * of those that do not, and the outputs that all have; between hidden layers the kernels are block-diagonal, because no
 * member reads the hidden units of another.
 */
final class SideBySide {

    private SideBySide() {
    }

    static Network join(final NetworkEnsemble ensemble) {
        requireLines(ensemble);
        final List<Member> members = ensemble.members();
        final int[] inputs = ensemble.inputsRead();
        final int last = ensemble.layers() - 1;
        final int[] sizes = new int[last + 2];
        sizes[0] = inputs.length;
        sizes[last + 1] = ensemble.heads().outputs();
        for (int level = 1; level <= last; level++) {
            for (final Member member : members) {
                sizes[level] = Math.addExact(sizes[level], member.network().size(level));
            }
        }
        final float[][] kernels = new float[last + 1][];
        final double[][] biases = new double[last + 1][];
        for (int l = 0; l <= last; l++) {
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            biases[l] = new double[sizes[l + 1]];
        }
        final int[] starts = new int[sizes.length];
        for (final Member member : members) {
            final AffineScale[] scales = member.heads().scales().toArray(AffineScale[]::new);
            for (int l = 0; l <= last; l++) {
                final int[] from = l == 0 ? positions(inputs, member.mask().units(0))
                    : range(starts[l], member.network().size(l));
                final int to = l == last ? 0 : starts[l + 1];
                final int width = member.network().size(l + 1);
                final float[] block = member.network().kernel(l);
                for (int i = 0; i < block.length; i++) {
                    kernels[l][from[i / width] * sizes[l + 1] + to + i % width] +=
                        (float)((l == last ? scales[i % width].scale() / members.size() : 1) * block[i]);
                }
                for (int i = 0; i < width; i++) {
                    biases[l][to + i] += l < last ? member.network().bias(l)[i]
                        : scales[i].scale() / members.size() * member.network().bias(l)[i] + scales[i].center() / members.size();
                }
            }
            for (int level = 1; level <= last; level++) {
                starts[level] += member.network().size(level);
            }
        }
        return new Network(sizes, ensemble.hidden(), kernels,
            Arrays.stream(biases).map(SideBySide::toFloats).toArray(float[][]::new));
    }

    /** A mean of probabilities is not a line of the members' outputs. */
    private static void requireLines(final NetworkEnsemble ensemble) {
        for (final Head head : ensemble.heads()) {
            if (ensemble.size() > 1 && head.link() != Link.LINE) {
                throw new IllegalArgumentException("The mean probability of " + ensemble.size() + " networks for '"
                    + head.task().name() + "' cannot be the output of one network. Take a single network (--network "
                    + "on the command line, 'Networks' in a node), or a format that holds several, for example ONNX.");
            }
        }
    }

    private static int[] positions(final int[] all, final int[] some) {
        return Arrays.stream(some).map(unit -> Arrays.binarySearch(all, unit)).toArray();
    }

    private static int[] range(final int start, final int length) {
        return IntStream.range(start, start + length).toArray();
    }

    private static float[] toFloats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }
}

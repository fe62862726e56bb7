/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.stream.IntStream;

/**
 * The physical removal of everything that can no longer matter once some weights have been dropped: inputs that are
 * constant or unread, hidden units without a live input or without a live output, and all their weights. What is left
 * computes the same function of the training data: the constant contribution of a removed unit or input moves into the
 * biases behind it.
 */
public final class Compaction {

    private final boolean[][] keptBefore;
    private final float[] constantInputs;
    private final LiveUnits live;
    private final int[][] stay;
    private final Mask mask;

    private Compaction(final boolean[][] keptBefore, final float[] constantInputs, final LiveUnits live,
        final int[][] stay, final Mask mask) {
        this.keptBefore = keptBefore;
        this.constantInputs = constantInputs;
        this.live = live;
        this.stay = stay;
        this.mask = mask;
    }

    /**
     * Works out what stays.
     *
     * @param before the mask until now
     * @param kept for each kernel of that mask, one flag a weight: what is to be kept; a subset of the mask's flags
     * @param inputVaries for each input of that mask, whether it varies over the training rows
     * @param constantInputs for each input that does not vary, its value
     * @return the compaction
     */
    public static Compaction of(final Mask before, final boolean[][] kept, final boolean[] inputVaries,
        final float[] constantInputs) {
        final int[] sizes = before.sizes();
        final LiveUnits live = LiveUnits.of(sizes, kept, inputVaries);
        final int[][] stay = new int[sizes.length][];
        final int[][] units = new int[sizes.length][];
        for (int l = 0; l < sizes.length; l++) {
            final int level = l;
            stay[l] = IntStream.range(0, sizes[l]).filter(unit -> live.stays(level, unit)).toArray();
            units[l] = IntStream.of(stay[l]).map(unit -> before.units(level)[unit]).toArray();
        }
        final boolean[][] remaining = new boolean[kept.length][];
        for (int l = 0; l < kept.length; l++) {
            remaining[l] = new boolean[stay[l].length * stay[l + 1].length];
            int i = 0;
            for (final int from : stay[l]) {
                for (final int to : stay[l + 1]) {
                    remaining[l][i++] = kept[l][from * sizes[l + 1] + to];
                }
            }
        }
        return new Compaction(kept, constantInputs, live, stay,
            new Mask(before.originalSizes(), units, remaining));
    }

    /** @return the mask of what stays */
    public Mask mask() {
        return mask;
    }

    /**
     * Takes what stays out of a network.
     *
     * @param network a network under the mask before
     * @return a new, smaller network under {@link #mask()}, whose dropped weights are zero
     */
    public Network apply(final Network network) {
        final float[][] kernels = new float[network.layers()][];
        final float[][] biases = new float[network.layers()][];
        float[] constants = constantInputs;
        for (int l = 0; l < network.layers(); l++) {
            final float[] bias = network.bias(l).clone();
            addConstants(network, l, constants, bias);
            biases[l] = new float[stay[l + 1].length];
            for (int i = 0; i < biases[l].length; i++) {
                biases[l][i] = bias[stay[l + 1][i]];
            }
            kernels[l] = remainingKernel(network, l);
            constants = new float[bias.length];
            for (int unit = 0; unit < bias.length; unit++) {
                constants[unit] = network.hidden().apply(bias[unit]);
            }
        }
        return new Network(mask.sizes(), network.hidden(), kernels, biases);
    }

    private void addConstants(final Network network, final int layer, final float[] constants, final float[] bias) {
        final int width = bias.length;
        final float[] kernel = network.kernel(layer);
        for (int from = 0; from < network.size(layer); from++) {
            if (!live.fed(layer, from) && constants[from] != 0) {
                for (int to = 0; to < width; to++) {
                    if (keptBefore[layer][from * width + to]) {
                        bias[to] += constants[from] * kernel[from * width + to];
                    }
                }
            }
        }
    }

    private float[] remainingKernel(final Network network, final int layer) {
        final int width = network.size(layer + 1);
        final float[] kernel = network.kernel(layer);
        final boolean[] kept = mask.kept(layer);
        final float[] remaining = new float[kept.length];
        int i = 0;
        for (final int from : stay[layer]) {
            for (final int to : stay[layer + 1]) {
                remaining[i] = kept[i] ? kernel[from * width + to] : 0f;
                i++;
            }
        }
        return remaining;
    }
}

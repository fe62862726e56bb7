/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which weights of a network are still there. Networks that are pruned together share one mask.
 *
 * <p>A mask has two levels. {@link #units(int)} names the inputs, hidden units and outputs that physically remain, by
 * their index in the original network; the kernels of a {@link Network} under this mask have just these rows and
 * columns. Within them, {@link #kept(int)} says for each weight whether it is kept; a weight that is not kept is zero
 * whenever it is read. Biases are never pruned.
 */
public final class Mask {

    private final int[] originalSizes;
    private final int[][] units;
    private final boolean[][] kept;

    /**
     * A mask from its parts (not copied).
     *
     * @param originalSizes sizes of the network before any pruning
     * @param units for each level, the original indices of what remains, strictly ascending
     * @param kept for each kernel, one flag a weight between remaining units, row by row
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Mask(final int[] originalSizes, final int[][] units, final boolean[][] kept) {
        this.originalSizes = originalSizes.clone();
        this.units = units;
        this.kept = kept;
        if (units.length != originalSizes.length || kept.length != originalSizes.length - 1) {
            throw new IllegalArgumentException("A mask for the sizes " + Arrays.toString(originalSizes)
                + " cannot have " + units.length + " levels of units and " + kept.length + " kernels.");
        }
        for (int level = 0; level < units.length; level++) {
            int previous = -1;
            for (final int unit : units[level]) {
                if (unit <= previous || unit >= originalSizes[level]) {
                    throw new IllegalArgumentException("Unit " + unit + " of level " + level
                        + " is out of order or outside 0 to " + (originalSizes[level] - 1) + ".");
                }
                previous = unit;
            }
        }
        for (int l = 0; l < kept.length; l++) {
            if (kept[l].length != (long)units[l].length * units[l + 1].length) {
                throw new IllegalArgumentException("Kernel " + l + " of the mask has " + kept[l].length
                    + " flags for " + units[l].length + " x " + units[l + 1].length + " weights.");
            }
        }
    }

    /**
     * The mask of an unpruned network.
     *
     * @param sizes sizes of the network
     * @return a mask that keeps every weight
     */
    public static Mask full(final int... sizes) {
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            units[level] = IntStream.range(0, sizes[level]).toArray();
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = new boolean[Math.multiplyExact(sizes[l], sizes[l + 1])];
            Arrays.fill(kept[l], true);
        }
        return new Mask(sizes, units, kept);
    }

    /** @return sizes of the network before any pruning */
    public int[] originalSizes() {
        return originalSizes.clone();
    }

    /** @return sizes of a network under this mask */
    public int[] sizes() {
        return Arrays.stream(units).mapToInt(level -> level.length).toArray();
    }

    /** @return number of kernels */
    public int layers() {
        return kept.length;
    }

    /**
     * @param level 0 for the inputs, {@link #layers()} for the outputs
     * @return original indices of the units that remain, ascending (not a copy)
     */
    public int[] units(final int level) {
        return units[level];
    }

    /**
     * @param layer 0 for the kernel that leaves the inputs
     * @return one flag a weight between remaining units, row by row (not a copy)
     */
    public boolean[] kept(final int layer) {
        return kept[layer];
    }

    /** @return number of weights of the network before any pruning, biases not counted */
    public long originalWeights() {
        long total = 0;
        for (int l = 0; l < kept.length; l++) {
            total += (long)originalSizes[l] * originalSizes[l + 1];
        }
        return total;
    }

    /** @return number of weights that are kept */
    public long keptWeights() {
        long total = 0;
        for (int l = 0; l < kept.length; l++) {
            total += keptWeights(l);
        }
        return total;
    }

    /**
     * @param layer a kernel
     * @return number of its weights that are kept
     */
    public int keptWeights(final int layer) {
        int total = 0;
        for (final boolean flag : kept[layer]) {
            total += flag ? 1 : 0;
        }
        return total;
    }

    /**
     * @param layer a kernel
     * @param kernel its weights, row by row
     * @return those that are kept, in the order of the kernel
     */
    public float[] keptValues(final int layer, final float[] kernel) {
        final float[] values = new float[keptWeights(layer)];
        int next = 0;
        for (int i = 0; i < kernel.length; i++) {
            if (kept[layer][i]) {
                values[next++] = kernel[i];
            }
        }
        return values;
    }

    /** @return number of hidden units that remain, over all hidden layers */
    public int hiddenUnits() {
        return IntStream.range(1, units.length - 1).map(level -> units[level].length).sum();
    }

    /**
     * The flags of a kernel as factors for training.
     *
     * @param layer a kernel
     * @return 1 for a kept weight and 0 for another, or null if all are kept
     */
    public float[] factors(final int layer) {
        final boolean[] flags = kept[layer];
        final float[] factors = new float[flags.length];
        boolean all = true;
        for (int i = 0; i < flags.length; i++) {
            factors[i] = flags[i] ? 1f : 0f;
            all &= flags[i];
        }
        return all ? null : factors;
    }
}

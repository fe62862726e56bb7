/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import org.reductor.core.data.SparseRow;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A network whose inputs can be switched off one by one. A row goes through once; switching one of its inputs off then
 * touches only the units that this input reaches in the first layer, which after pruning are a few, and what changes
 * in the second; only the layers above are computed anew. Has scratch space, so that it belongs to one thread.
 */
final class SwitchedNetwork {

    private final Network network;

    /** For each original feature the position among the inputs, -1 where the network does not read it. */
    private final int[] inputOf;

    /** For each input the units that it reaches, and by what weight. */
    private final int[][] reached;
    private final float[][] weights;

    private SparseRow row;

    /** What goes into the units of the first and the second layer, and what comes out of those of the first. */
    private final double[] first;
    private final double[] firstOut;
    private final double[] second;

    private final double[] changed;
    private final double[][] above;

    SwitchedNetwork(final Member member) {
        network = member.network();
        inputOf = new int[member.mask().originalSizes()[0]];
        Arrays.fill(inputOf, -1);
        final int[] inputs = member.mask().units(0);
        reached = new int[inputs.length][];
        weights = new float[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            inputOf[inputs[i]] = i;
            link(i);
        }
        first = new double[network.size(1)];
        firstOut = new double[first.length];
        second = new double[network.layers() > 1 ? network.size(2) : 0];
        changed = new double[network.layers() > 1 ? second.length : first.length];
        above = new double[network.layers() + 1][];
        for (int level = 3; level <= network.layers(); level++) {
            above[level] = new double[network.size(level)];
        }
    }

    private void link(final int input) {
        final int width = network.size(1);
        final int[] units = new int[width];
        final float[] ofUnits = new float[width];
        int count = 0;
        for (int unit = 0; unit < width; unit++) {
            final float weight = network.kernel(0)[input * width + unit];
            if (weight != 0) {
                units[count] = unit;
                ofUnits[count++] = weight;
            }
        }
        reached[input] = Arrays.copyOf(units, count);
        weights[input] = Arrays.copyOf(ofUnits, count);
    }

    /** Lets a row through, of which nothing is switched off. */
    void set(final SparseRow newRow) {
        row = newRow;
        add(first, network.bias(0));
        for (int p = 0; p < row.size(); p++) {
            add(first, p, 1);
        }
        if (network.layers() == 1) {
            return;
        }
        add(second, network.bias(1));
        for (int unit = 0; unit < first.length; unit++) {
            firstOut[unit] = activation(first[unit]);
            addRow(second, 1, unit, firstOut[unit]);
        }
    }

    /** @return whether the network reads the feature at a position of the row */
    boolean reads(final int position) {
        return inputOf[row.columns()[position]] >= 0;
    }

    /** @return outputs of the row as it is (not a copy) */
    double[] outputs() {
        return network.layers() == 1 ? first : upper(second);
    }

    /**
     * @param position of a feature in the row, which the network reads
     * @return outputs of the row without it (not a copy)
     */
    double[] without(final int position) {
        final int input = inputOf[row.columns()[position]];
        final double value = row.binary() ? 1 : row.values()[position];
        if (network.layers() == 1) {
            System.arraycopy(first, 0, changed, 0, first.length);
            add(changed, position, -1);
            return changed;
        }
        System.arraycopy(second, 0, changed, 0, second.length);
        for (int i = 0; i < reached[input].length; i++) {
            final int unit = reached[input][i];
            final double change = activation(first[unit] - value * weights[input][i]) - firstOut[unit];
            if (change != 0) {
                addRow(changed, 1, unit, change);
            }
        }
        return upper(changed);
    }

    /**
     * @param off features that are switched off together, by their original index
     * @return outputs of the row without them (not a copy)
     */
    double[] without(final IntPredicate off) {
        final double[] left = first.clone();
        for (int p = 0; p < row.size(); p++) {
            if (off.test(row.columns()[p])) {
                add(left, p, -1);
            }
        }
        if (network.layers() == 1) {
            return left;
        }
        add(changed, network.bias(1));
        for (int unit = 0; unit < left.length; unit++) {
            addRow(changed, 1, unit, activation(left[unit]));
        }
        return upper(changed);
    }

    /** Adds what the feature at a position sends, times a sign. */
    private void add(final double[] sum, final int position, final int sign) {
        final int input = inputOf[row.columns()[position]];
        if (input >= 0) {
            final double value = sign * (row.binary() ? 1.0 : row.values()[position]);
            for (int i = 0; i < reached[input].length; i++) {
                sum[reached[input][i]] += value * weights[input][i];
            }
        }
    }

    private double activation(final double input) {
        return network.hidden().apply((float)input);
    }

    private double[] upper(final double[] intoSecond) {
        double[] into = intoSecond;
        for (int layer = 2; layer < network.layers(); layer++) {
            final double[] next = above[layer + 1];
            add(next, network.bias(layer));
            for (int unit = 0; unit < into.length; unit++) {
                addRow(next, layer, unit, activation(into[unit]));
            }
            into = next;
        }
        return into;
    }

    private void addRow(final double[] sum, final int layer, final int unit, final double factor) {
        if (factor == 0) {
            return;
        }
        final float[] kernel = network.kernel(layer);
        final int from = unit * sum.length;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * kernel[from + i];
        }
    }

    private static void add(final double[] sum, final float[] biases) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = biases[i];
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import java.util.Arrays;
import java.util.List;

/**
 * The forward pass of many rows at once through networks of few weights. Each unit is calculated for all rows together,
 * from those inputs that it has a weight to: what pruning has dropped costs nothing, and what is left is arithmetic on
 * long arrays. {@link ForwardPass} adds whole rows of a kernel instead, zeros and all, which is faster as long as most
 * weights are there.
 *
 * <p>Terms are added in the order of the inputs, one by one, so each output has the bits that {@link ForwardPass} gives:
 * what one adds and the other leaves out is zero. Holds scratch space, so an instance belongs to one thread.
 */
public final class BlockPass {

    /** Rows that are calculated at once. */
    public static final int ROWS = 128;

    private final UnitFunction hidden;
    private final List<Layer> layers;
    private final float[][][] outputs;
    private final int[] inputs;
    private final float[] weights;

    /**
     * The weights of a layer that are not zero, unit by unit.
     *
     * @param starts for each unit the position of its first weight, and that behind the last of all
     * @param inputs for each weight what it is multiplied with
     * @param weights the weights
     * @param biases one a unit
     */
    public record Layer(int[] starts, int[] inputs, float[] weights, float[] biases) {

        /**
         * @param flat a kernel, row by row
         * @param biases one a unit that it leads to (copied)
         * @param names for each row of the kernel the input that it belongs to, ascending
         * @return the layer
         */
        public static Layer of(final float[] flat, final float[] biases, final int[] names) {
            final int units = biases.length;
            final int[] starts = new int[units + 1];
            for (int w = 0; w < flat.length; w++) {
                starts[w % units + 1] += flat[w] != 0 ? 1 : 0;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            final int[] inputs = new int[starts[units]];
            final float[] weights = new float[inputs.length];
            final int[] next = starts.clone();
            for (int w = 0; w < flat.length; w++) {
                if (flat[w] != 0) {
                    final int at = next[w % units]++;
                    inputs[at] = names[w / units];
                    weights[at] = flat[w];
                }
            }
            return new Layer(starts, inputs, weights, biases.clone());
        }

        private int units() {
            return biases.length;
        }

        private int mostInputs() {
            int most = 0;
            for (int unit = 0; unit < units(); unit++) {
                most = Math.max(most, starts[unit + 1] - starts[unit]);
            }
            return most;
        }
    }

    /** Rows as arrays, one a feature that any of them has. */
    public static final class Rows {

        private final int[] places;
        private final int[] features;
        private float[][] values = new float[0][];
        private int used;

        /** @param features number of features that rows may have */
        public Rows(final int features) {
            places = new int[features];
            Arrays.fill(places, -1);
            this.features = new int[features];
        }

        /**
         * @param row which row, from 0 to {@link #ROWS} - 1
         * @param of features that are not zero, ascending
         * @param factors their values, or null if all are 1
         * @param from first position
         * @param to position after the last
         */
        public void put(final int row, final int[] of, final float[] factors, final int from, final int to) {
            for (int p = from; p < to; p++) {
                final int feature = of[p];
                if (places[feature] < 0) {
                    places[feature] = place(feature);
                }
                values[places[feature]][row] = factors == null ? 1f : factors[p];
            }
        }

        private int place(final int feature) {
            if (used == values.length) {
                values = Arrays.copyOf(values, Math.max(256, 2 * used));
            }
            if (values[used] == null) {
                values[used] = new float[ROWS];
            }
            features[used] = feature;
            return used++;
        }

        /** Makes all of them empty. */
        public void clear() {
            for (int place = 0; place < used; place++) {
                Arrays.fill(values[place], 0f);
                places[features[place]] = -1;
            }
            used = 0;
        }
    }

    /**
     * @param hidden activation of all hidden layers
     * @param layers from the first to that of the outputs; several passes may share them
     */
    public BlockPass(final UnitFunction hidden, final List<Layer> layers) {
        this.hidden = hidden;
        this.layers = layers;
        outputs = layers.stream().map(layer -> new float[layer.units()][ROWS]).toArray(float[][][]::new);
        final int most = layers.stream().mapToInt(Layer::mostInputs).max().orElse(0);
        inputs = new int[most];
        weights = new float[most];
    }

    /**
     * @param rows the rows, whose features are named as the inputs of the first layer
     * @return for each output its values, one a row (not a copy)
     */
    public float[][] run(final Rows rows) {
        final int last = layers.size() - 1;
        for (int l = 0; l <= last; l++) {
            final Layer layer = layers.get(l);
            for (int unit = 0; unit < layer.units(); unit++) {
                final float[] sum = outputs[l][unit];
                Arrays.fill(sum, layer.biases[unit]);
                final int start = layer.starts[unit];
                final int end = layer.starts[unit + 1];
                if (l == 0) {
                    RowSums.addScaled(sum, weights, rows.values, inputs, 0, present(rows, layer, start, end));
                } else {
                    RowSums.addScaled(sum, layer.weights, outputs[l - 1], layer.inputs, start, end);
                }
                if (l < last) {
                    hidden.apply(sum);
                }
            }
        }
        return outputs[last];
    }

    /** Selects what is multiplied with a feature that any row has. */
    private int present(final Rows rows, final Layer layer, final int start, final int end) {
        int count = 0;
        for (int w = start; w < end; w++) {
            final int place = rows.places[layer.inputs[w]];
            inputs[count] = place;
            weights[count] = layer.weights[w];
            count += place >= 0 ? 1 : 0;
        }
        return count;
    }
}

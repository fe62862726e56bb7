/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.network.Network;

/** Gives a network the inputs back that it does not read. */
final class WideInputs {

    private WideInputs() {
    }

    /**
     * @param network a network
     * @param inputs for each of its inputs the position among all features, strictly ascending
     * @param width number of all features
     * @return a network that reads all features, with zero weights for those that do not matter
     * @throws IllegalArgumentException if an input is out of order or range
     */
    static Network widen(final Network network, final int[] inputs, final int width) {
        final int units = network.size(1);
        final float[] kernel = new float[Math.multiplyExact(width, units)];
        int previous = -1;
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] <= previous || inputs[i] >= width) {
                throw new IllegalArgumentException("input " + inputs[i] + " is out of order or outside 0 to "
                    + (width - 1));
            }
            previous = inputs[i];
            System.arraycopy(network.kernel(0), i * units, kernel, inputs[i] * units, units);
        }
        final int[] sizes = network.sizes();
        sizes[0] = width;
        final float[][] kernels = new float[network.layers()][];
        final float[][] biases = new float[network.layers()][];
        for (int l = 0; l < kernels.length; l++) {
            kernels[l] = l == 0 ? kernel : network.kernel(l);
            biases[l] = network.bias(l);
        }
        return new Network(sizes, network.hidden(), kernels, biases);
    }
}

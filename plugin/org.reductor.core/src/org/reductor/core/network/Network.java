/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/**
 * A fully connected network with one or more hidden layers and a linear output layer.
 *
 * <p>Layer {@code l} has a kernel of {@code sizes[l] x sizes[l + 1]} floats, stored row by row (all weights that leave
 * one unit stand together, so that a sparse input touches few, contiguous stretches), and {@code sizes[l + 1]} biases.
 * The arrays are handed out without a copy for training and scoring.
 */
public final class Network {

    private final int[] sizes;
    private final Activation hidden;
    private final float[][] kernels;
    private final float[][] biases;

    /**
     * A network around the given arrays (not copied).
     *
     * @param sizes number of inputs, of units in each hidden layer, and of outputs
     * @param hidden activation of all hidden layers
     * @param kernels one kernel a layer
     * @param biases one bias vector a layer
     * @throws IllegalArgumentException if a length does not fit the sizes
     */
    public Network(final int[] sizes, final Activation hidden, final float[][] kernels, final float[][] biases) {
        this.sizes = sizes.clone();
        this.hidden = Objects.requireNonNull(hidden, "hidden");
        this.kernels = kernels;
        this.biases = biases;
        if (sizes.length < 2 || kernels.length != sizes.length - 1 || biases.length != sizes.length - 1) {
            throw new IllegalArgumentException("A network of the sizes " + Arrays.toString(sizes) + " cannot have "
                + kernels.length + " kernels and " + biases.length + " bias vectors.");
        }
        for (int l = 0; l < kernels.length; l++) {
            if (kernels[l].length != (long)sizes[l] * sizes[l + 1] || biases[l].length != sizes[l + 1]) {
                throw new IllegalArgumentException("Layer " + l + " joins " + sizes[l] + " to " + sizes[l + 1]
                    + " units but has " + kernels[l].length + " weights and " + biases[l].length + " biases.");
            }
        }
    }

    /**
     * A new network with Glorot-uniform kernels (Glorot and Bengio 2010, as Keras' default) and zero biases.
     *
     * @param sizes number of inputs, of units in each hidden layer, and of outputs
     * @param hidden activation of all hidden layers
     * @param seed seed of the kernels; equal seeds give equal networks
     * @return the network
     */
    public static Network glorotUniform(final int[] sizes, final Activation hidden, final long seed) {
        final Random random = new Random(seed);
        final float[][] kernels = new float[sizes.length - 1][];
        final float[][] biases = new float[sizes.length - 1][];
        for (int l = 0; l < kernels.length; l++) {
            final double limit = Math.sqrt(6.0 / (sizes[l] + sizes[l + 1]));
            kernels[l] = new float[Math.multiplyExact(sizes[l], sizes[l + 1])];
            for (int i = 0; i < kernels[l].length; i++) {
                kernels[l][i] = (float)((2 * random.nextDouble() - 1) * limit);
            }
            biases[l] = new float[sizes[l + 1]];
        }
        return new Network(sizes, hidden, kernels, biases);
    }

    /** @return a network with arrays of its own */
    public Network copy() {
        return new Network(sizes, hidden, deepCopy(kernels), deepCopy(biases));
    }

    /** @return number of inputs, of units in each hidden layer, and of outputs */
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return number of kernels */
    public int layers() {
        return kernels.length;
    }

    /**
     * @param level 0 for the inputs, 1 for the first hidden layer, ..., {@link #layers()} for the outputs
     * @return number of units
     */
    public int size(final int level) {
        return sizes[level];
    }

    /** @return activation of all hidden layers */
    public Activation hidden() {
        return hidden;
    }

    /**
     * @param layer 0 for the kernel that leaves the inputs
     * @return the weights, {@code size(layer) x size(layer + 1)} row by row (not a copy)
     */
    public float[] kernel(final int layer) {
        return kernels[layer];
    }

    /**
     * @param layer 0 for the first hidden layer's biases
     * @return the biases (not a copy)
     */
    public float[] bias(final int layer) {
        return biases[layer];
    }

    private static float[][] deepCopy(final float[][] arrays) {
        final float[][] copy = new float[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            copy[i] = arrays[i].clone();
        }
        return copy;
    }
}

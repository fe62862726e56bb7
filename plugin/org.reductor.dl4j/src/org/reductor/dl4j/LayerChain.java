/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Limits;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts a fully connected network together from the layers of a file, in their order. What changes units one by one and
 * linearly (a normalisation) moves into the weights next to it. What does not fit is refused, naming the layer.
 */
final class LayerChain {

    private final List<Dense> layers = new ArrayList<>();
    private Affine pending;

    /** Kernel row by row, one row an input; the activation may come with a layer of its own. */
    private static final class Dense {

        private final String name;
        private final int inputs;
        private final float[] kernel;
        private final float[] bias;
        private Activation activation = Activation.LINEAR;
        /** The layer that applies a softmax to its units, or null. */
        private String softmax;

        private Dense(final String name, final int inputs, final float[] kernel, final float[] bias) {
            this.name = name;
            this.inputs = inputs;
            this.kernel = kernel;
            this.bias = bias;
        }

        /** Whether its units are still sums, which no function has been applied to. */
        private boolean linear() {
            return activation == Activation.LINEAR && softmax == null;
        }
    }

    /** What units are multiplied by, and then what is added. */
    private record Affine(String name, double[] factors, double[] shifts) {
    }

    /**
     * @param name of the layer
     * @param inputs units below
     * @param kernel {@code inputs x bias.length} weights, row by row
     * @param bias one a unit
     */
    void dense(final String name, final int inputs, final float[] kernel, final float[] bias)
        throws ModelFormatException {
        final int below = layers.isEmpty() ? inputs : last().bias.length;
        if (inputs != below || kernel.length != (long)inputs * bias.length || inputs == 0 || bias.length == 0) {
            throw new ModelFormatException("The file is damaged: layer '" + name + "' has " + kernel.length
                + " weights and " + bias.length + " biases behind " + below + " units.");
        }
        final Dense dense = new Dense(name, inputs, kernel.clone(), bias.clone());
        if (pending != null) {
            requireUnits(pending, inputs);
            foldIntoRows(dense, pending);
            pending = null;
        }
        layers.add(dense);
    }

    /**
     * A layer that multiplies each unit by a factor and adds a shift.
     *
     * @param name of the layer
     * @param factors one a unit, or one for all
     * @param shifts one a unit, or one for all
     */
    void affine(final String name, final double[] factors, final double[] shifts) throws ModelFormatException {
        final Affine affine = new Affine(name, factors, shifts);
        if (!layers.isEmpty() && last().linear()) {
            requireUnits(affine, last().bias.length);
            foldIntoColumns(last(), affine);
        } else if (pending == null) {
            pending = affine;
        } else {
            throw doesNotFit(name, "follows '" + pending.name() + "' without a dense layer between them");
        }
    }

    /**
     * @param name of the layer
     * @param activation what it makes of the units below
     */
    void activation(final String name, final Activation activation) throws ModelFormatException {
        if (activation == Activation.LINEAR) {
            return;
        }
        sums(name, words(activation)).activation = activation;
    }

    /**
     * Makes probabilities that add up to 1 of the units below, which only the output may do.
     *
     * @param name of the layer
     */
    void softmax(final String name) throws ModelFormatException {
        sums(name, "softmax").softmax = name;
    }

    private Dense sums(final String name, final String function) throws ModelFormatException {
        if (layers.isEmpty() || !last().linear() || pending != null) {
            throw doesNotFit(name,
                "applies " + function + " to units that have had their activation, or to the inputs");
        }
        return last();
    }

    /**
     * @return the network, once all layers are in
     * @throws IllegalArgumentException if it is larger than Reductor's networks can be
     */
    Network finish() throws ModelFormatException {
        if (layers.size() < 2) {
            throw new ModelFormatException(layers.isEmpty() ? "The network has no dense layer."
                : "The network has no hidden layer, only '" + last().name + "': a linear model has nothing to prune.");
        }
        requireOutputs();
        if (last().softmax != null && last().bias.length == 2) {
            layers.add(logOdds(layers.remove(layers.size() - 1)));
        }
        final Activation hidden = layers.get(0).activation;
        final int[] sizes = new int[layers.size() + 1];
        final float[][] kernels = new float[layers.size()][];
        final float[][] biases = new float[layers.size()][];
        sizes[0] = layers.get(0).inputs;
        for (int l = 0; l < kernels.length; l++) {
            final Dense dense = layers.get(l);
            if (l < kernels.length - 1 && dense.softmax != null) {
                throw doesNotFit(dense.softmax, "applies the activation 'softmax', which only the output of Reductor's "
                    + "networks does");
            }
            if (l < kernels.length - 1 && dense.activation != hidden) {
                throw doesNotFit(dense.name, "applies " + words(dense.activation) + " and '" + layers.get(0).name
                    + "' " + words(hidden) + ", while all hidden layers of Reductor's networks have the same "
                    + "activation");
            }
            sizes[l + 1] = dense.bias.length;
            kernels[l] = dense.kernel;
            biases[l] = dense.bias;
            requireFinite(dense);
        }
        Limits.requireNetwork(sizes);
        return new Network(sizes, hidden, kernels, biases);
    }

    private void requireOutputs() throws ModelFormatException {
        if (last().activation != Activation.LINEAR && last().activation != Activation.SIGMOID) {
            throw doesNotFit(last().name, "is the output and applies " + words(last().activation)
                + ", while outputs of Reductor's networks are linear, sigmoid or softmax");
        }
        if (last().softmax != null && last().bias.length < 2) {
            throw doesNotFit(last().softmax, "applies softmax to a single output, which makes 1 of everything");
        }
        if (pending != null) {
            throw doesNotFit(pending.name(), "comes after the output");
        }
    }

    /** @return what its outputs go through, once it is finished */
    Link link() {
        if (last().softmax != null) {
            return Link.SOFTMAX;
        }
        return last().activation == Activation.SIGMOID ? Link.LOGISTIC : Link.LINE;
    }

    /** Two classes as one output: softmax of two is the logistic function of their difference. */
    private static Dense logOdds(final Dense two) {
        final float[] kernel = new float[two.kernel.length / 2];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = two.kernel[2 * i + 1] - two.kernel[2 * i];
        }
        final Dense one = new Dense(two.name, two.inputs, kernel, new float[]{two.bias[1] - two.bias[0]});
        one.activation = Activation.SIGMOID;
        return one;
    }

    private static void requireFinite(final Dense dense) throws ModelFormatException {
        for (final float[] array : List.of(dense.kernel, dense.bias)) {
            for (final float value : array) {
                if (!Float.isFinite(value)) {
                    throw new ModelFormatException("Layer '" + dense.name + "' has a weight that is " + value
                        + ". Its training has diverged; train it again with a smaller learning rate.");
                }
            }
        }
    }

    /** The units behind the layer: y = f * (x W + b) + s. */
    private static void foldIntoColumns(final Dense dense, final Affine affine) {
        final int width = dense.bias.length;
        for (int i = 0; i < dense.kernel.length; i++) {
            dense.kernel[i] = (float)(dense.kernel[i] * at(affine.factors(), i % width));
        }
        for (int unit = 0; unit < width; unit++) {
            dense.bias[unit] =
                (float)(dense.bias[unit] * at(affine.factors(), unit) + at(affine.shifts(), unit));
        }
    }

    /** The units before the layer: y = (f * x + s) W + b. */
    private static void foldIntoRows(final Dense dense, final Affine affine) {
        final int width = dense.bias.length;
        final double[] bias = new double[width];
        for (int i = 0; i < dense.kernel.length; i++) {
            bias[i % width] += at(affine.shifts(), i / width) * dense.kernel[i];
            dense.kernel[i] = (float)(dense.kernel[i] * at(affine.factors(), i / width));
        }
        for (int unit = 0; unit < width; unit++) {
            dense.bias[unit] = (float)(dense.bias[unit] + bias[unit]);
        }
    }

    private static double at(final double[] values, final int unit) {
        return values[values.length == 1 ? 0 : unit];
    }

    private static void requireUnits(final Affine affine, final int units) throws ModelFormatException {
        for (final double[] values : List.of(affine.factors(), affine.shifts())) {
            if (values.length != 1 && values.length != units) {
                throw new ModelFormatException("The file is damaged: layer '" + affine.name() + "' has "
                    + values.length + " values for " + units + " units.");
            }
        }
    }

    private Dense last() {
        return layers.get(layers.size() - 1);
    }

    /**
     * @param layer name of a layer
     * @param why what is the matter with it, as the rest of a sentence
     * @return what to throw
     */
    static ModelFormatException doesNotFit(final String layer, final String why) {
        return new ModelFormatException("Layer '" + layer + "' does not fit: it " + why + ".");
    }

    private static String words(final Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

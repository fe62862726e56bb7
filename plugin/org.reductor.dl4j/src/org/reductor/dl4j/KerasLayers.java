/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Activation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Adds the layers of a Keras model to a chain, each with its weights. */
final class KerasLayers {

    private static final Set<String> LAYERS = Set.of("ReLU", "LeakyReLU", "ELU", "Softmax");

    /** Slope below zero of a LeakyReLU layer that does not name it. */
    private static final double LAYER_SLOPE = 0.3;

    /** The same for the function leaky_relu, whose slope cannot be set. */
    private static final double FUNCTION_SLOPE = 0.2;

    private final LayerChain chain = new LayerChain();

    /** Whether a sample is still a table or more, which a dense layer would take row by row. */
    private boolean deep;

    private final KerasWeights weights;

    /** @param weights where the layers' weights are */
    KerasLayers(final KerasWeights weights) {
        this.weights = weights;
    }

    LayerChain chain() {
        return chain;
    }

    /** @param layer the next layer towards the output */
    void add(final KerasConfig.Layer layer) throws ModelFormatException {
        final JsonNode config = layer.config();
        final String name = layer.name();
        // Older versions tell the shape of a sample at the first layer, newer ones at an input layer.
        deep |= Math.max(config.path("batch_input_shape").size(), config.path("batch_shape").size()) > 2;
        switch (layer.type()) {
            case "InputLayer", "Dropout", "GaussianDropout", "AlphaDropout", "GaussianNoise",
                "ActivityRegularization" -> {
                // Nothing happens there when a trained network predicts.
            }
            case "Flatten" -> deep = false;
            case "Dense" -> {
                if (deep) {
                    throw LayerChain.doesNotFit(name, "is applied to each row of a table, and Reductor's networks "
                        + "take one row of features a sample. Put a Flatten layer before it");
                }
                dense(name, config);
                activation(name, config.path("activation"));
            }
            case "Activation" -> activation(name, config.path("activation"));
            case "ReLU", "LeakyReLU", "ELU", "Softmax" -> activationLayer(name, layer.type(), config);
            case "BatchNormalization" -> batchNormalization(name, config);
            case "Normalization" -> normalization(name, config);
            case "Rescaling" -> chain.affine(name, numbers(name, config, "scale", 1),
                numbers(name, config, "offset", 0));
            case "Lambda" -> throw LayerChain.doesNotFit(name, "is a Lambda, which holds program code; code in a file "
                + "is never run. Replace it by standard layers");
            default -> throw LayerChain.doesNotFit(name, "is a '" + layer.type() + "', and Reductor's networks are "
                + "fully connected: Dense, activations, Dropout, BatchNormalization, Normalization and Rescaling can "
                + "be read");
        }
    }

    private void dense(final String name, final JsonNode config) throws ModelFormatException {
        final KerasWeights.Array kernel = weights.array(name, "kernel", "W");
        if (kernel.shape().length != 2) {
            throw new ModelFormatException("The file is damaged: the kernel of layer '" + name + "' has the shape "
                + Arrays.toString(kernel.shape()) + ".");
        }
        final int units = (int)kernel.shape()[1];
        // Keras 1 calls the setting bias.
        final boolean biased = config.path("use_bias").asBoolean(config.path("bias").asBoolean(true));
        chain.dense(name, (int)kernel.shape()[0], kernel.floats(),
            biased ? weights.array(name, "bias", "b").floats() : new float[units]);
    }

    /** A name, or in newer files an object: a function with its name, or a layer with its settings. */
    private void activation(final String name, final JsonNode node) throws ModelFormatException {
        final String type = node.path("class_name").asText();
        if (LAYERS.contains(type)) {
            activationLayer(name, type, node.path("config"));
            return;
        }
        final JsonNode function = "function".equals(type) ? node.path("config") : node;
        final String text = function.isMissingNode() || function.isNull() ? "linear"
            : function.isTextual() ? function.asText() : function.toString();
        switch (text) {
            case "linear" -> chain.activation(name, Activation.LINEAR);
            case "relu" -> chain.activation(name, Activation.RELU);
            case "elu" -> chain.activation(name, Activation.ELU);
            case "tanh" -> chain.activation(name, Activation.TANH);
            case "sigmoid" -> chain.activation(name, Activation.SIGMOID);
            case "softmax" -> chain.softmax(name);
            case "leaky_relu" -> leakyRelu(name, FUNCTION_SLOPE);
            default -> throw LayerChain.doesNotFit(name, "applies the activation '" + text
                + "'; Reductor knows relu, leaky relu (slope 0.01), elu, tanh, sigmoid and linear, and for "
                + "the output softmax");
        }
    }

    private void activationLayer(final String name, final String type, final JsonNode config)
        throws ModelFormatException {
        switch (type) {
            case "ReLU" -> relu(name, config);
            case "LeakyReLU" -> leakyRelu(name,
                number(name, config, "negative_slope", number(name, config, "alpha", LAYER_SLOPE)));
            case "Softmax" -> {
                requireValue(name, "axis", number(name, config, "axis", -1), -1);
                chain.softmax(name);
            }
            default -> {
                requireValue(name, "alpha", number(name, config, "alpha", 1), 1);
                chain.activation(name, Activation.ELU);
            }
        }
    }

    private static double number(final String name, final JsonNode config, final String field, final double otherwise)
        throws ModelFormatException {
        final double[] numbers = numbers(name, config, field, otherwise);
        if (numbers.length > 1) {
            throw LayerChain.doesNotFit(name, "has a " + field + " for each unit");
        }
        return numbers[0];
    }

    /** One number, or a list of them; some versions wrap those that come from NumPy. */
    private static double[] numbers(final String name, final JsonNode config, final String field,
        final double... otherwise) throws ModelFormatException {
        final JsonNode node = config.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        final DoubleStream.Builder numbers = DoubleStream.builder();
        collect(node, numbers);
        final double[] found = numbers.build().toArray();
        if (found.length == 0) {
            throw new ModelFormatException("The file is damaged: the " + field + " of layer '" + name + "' is " + node
                + ", which is no number.");
        }
        return found;
    }

    private static void collect(final JsonNode node, final DoubleStream.Builder numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        }
        node.forEach(child -> collect(child, numbers));
    }

    private void relu(final String name, final JsonNode config) throws ModelFormatException {
        requireValue(name, "threshold", number(name, config, "threshold", 0), 0);
        if (config.hasNonNull("max_value")) {
            throw LayerChain.doesNotFit(name, "cuts its units off at " + config.path("max_value"));
        }
        final double slope = number(name, config, "negative_slope", 0);
        if (slope == 0) {
            chain.activation(name, Activation.RELU);
        } else {
            leakyRelu(name, slope);
        }
    }

    private void leakyRelu(final String name, final double slope) throws ModelFormatException {
        requireValue(name, "negative slope", slope, 0.01);
        chain.activation(name, Activation.LEAKY_RELU);
    }

    private static void requireValue(final String name, final String what, final double value, final double known)
        throws ModelFormatException {
        if (!(Math.abs(value - known) <= 1e-6)) {
            throw LayerChain.doesNotFit(name, "has the " + what + " " + value + "; Reductor knows only " + known);
        }
    }

    private void batchNormalization(final String name, final JsonNode config) throws ModelFormatException {
        final float[] mean = weights.array(name, "moving_mean", "running_mean").floats();
        final float[] variance = weights.array(name, "moving_variance", "running_std").floats();
        final double epsilon = number(name, config, "epsilon", 1e-3);
        final float[] gamma = config.path("scale").asBoolean(true) ? weights.array(name, "gamma").floats() : null;
        final float[] beta = config.path("center").asBoolean(true) ? weights.array(name, "beta").floats() : null;
        normalize(name, mean, variance, epsilon, gamma, beta);
    }

    /** Keras' preprocessing layer: divides by the standard deviation, or by its backend's epsilon if that is less. */
    private void normalization(final String name, final JsonNode config) throws ModelFormatException {
        if (config.path("invert").asBoolean(false)) {
            throw LayerChain.doesNotFit(name, "is a Normalization that inverts");
        }
        final boolean stored = weights.has(name, "mean");
        final float[] mean = stored ? weights.array(name, "mean").floats() : floats(name, config, "mean");
        final float[] variance = stored ? weights.array(name, "variance").floats() : floats(name, config, "variance");
        for (int i = 0; i < variance.length; i++) {
            variance[i] = (float)Math.max(variance[i], 1e-14);
        }
        normalize(name, mean, variance, 0, null, null);
    }

    private static float[] floats(final String name, final JsonNode config, final String field)
        throws ModelFormatException {
        final double[] numbers = numbers(name, config, field);
        final float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)numbers[i];
        }
        return floats;
    }

    private void normalize(final String name, final float[] mean, final float[] variance, final double epsilon,
        final float[] gamma, final float[] beta) throws ModelFormatException {
        for (final float[] other : new float[][]{variance, gamma, beta}) {
            if (other != null && other.length != mean.length) {
                throw new ModelFormatException("The file is damaged: layer '" + name + "' has " + mean.length
                    + " means, but another array of it has " + other.length + " values.");
            }
        }
        final double[] factors = new double[mean.length];
        final double[] shifts = new double[mean.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (gamma == null ? 1 : gamma[i]) / Math.sqrt(variance[i] + epsilon);
            shifts[i] = (beta == null ? 0 : beta[i]) - mean[i] * factors[i];
        }
        chain.affine(name, factors, shifts);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Activation;

import java.util.Arrays;

/**
 * Adds the layers of a DL4J network to a chain. All parameters stand one after the other in one array: for a dense
 * layer the weights, column by column, and the biases; for a normalisation scale, shift, mean and variance.
 */
final class Dl4jLayers {

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";

    private final LayerChain chain;
    private final double[] parameters;
    private int next;
    private int number;

    Dl4jLayers(final LayerChain chain, final double[] parameters) {
        this.chain = chain;
        this.parameters = parameters;
    }

    /** @param layer settings of the next layer towards the output */
    void add(final JsonNode layer) throws ModelFormatException {
        final String type = className(layer, LAYERS);
        final String name = layer.path("layerName").asText("layer " + number);
        number++;
        switch (type) {
            case "DenseLayer", "OutputLayer" -> {
                dense(name, layer);
                activation(name, layer.path("activationFn"));
            }
            case "DropoutLayer" -> {
                // Nothing happens there when a trained network predicts.
            }
            case "ActivationLayer", "LossLayer" -> activation(name, layer.path("activationFn"));
            case "BatchNormalization" -> batchNormalization(name, layer);
            default -> throw LayerChain.doesNotFit(name, "is a '" + type + "', and Reductor's networks are fully "
                + "connected: DenseLayer, OutputLayer, ActivationLayer, DropoutLayer, LossLayer and BatchNormalization "
                + "can be read");
        }
    }

    /** @throws ModelFormatException if there are more parameters than the layers have */
    void requireAllRead() throws ModelFormatException {
        if (next != parameters.length) {
            throw new ModelFormatException("The file is damaged: its layers have " + next + " parameters, but it holds "
                + parameters.length + ".");
        }
    }

    private void dense(final String name, final JsonNode layer) throws ModelFormatException {
        if (layer.path("hasLayerNorm").asBoolean(false)) {
            throw LayerChain.doesNotFit(name, "normalises over its units (hasLayerNorm)");
        }
        final int inputs = size(name, layer, "nin");
        final int units = size(name, layer, "nout");
        final double[] columns = take(name, (long)inputs * units);
        final float[] kernel = new float[columns.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float)columns[i % units * inputs + i / units];
        }
        final double[] bias =
            layer.path("hasBias").asBoolean(true) ? take(name, units) : new double[units];
        chain.dense(name, inputs, kernel, floats(bias));
    }

    private void batchNormalization(final String name, final JsonNode layer) throws ModelFormatException {
        final int units = size(name, layer, "nout");
        requireLeft(name, 2L * units); // mean and variance; all else of that length is not on the word of the file
        final boolean locked = layer.path("lockGammaBeta").asBoolean(false);
        final double[] gamma = locked ? constant(units, layer.path("gamma").asDouble(1)) : take(name, units);
        final double[] beta = locked ? constant(units, layer.path("beta").asDouble(0)) : take(name, units);
        final double[] mean = take(name, units);
        final double[] spread = take(name, units);
        final boolean logarithm = layer.path("useLogStd").asBoolean(false);
        final double epsilon = layer.path("eps").asDouble(1e-5);
        for (int unit = 0; unit < units; unit++) {
            final double variance = logarithm ? Math.pow(10, 2 * spread[unit]) : spread[unit];
            gamma[unit] /= Math.sqrt(variance + epsilon);
            beta[unit] -= mean[unit] * gamma[unit];
        }
        // It also names an activation, which DL4J does not apply there.
        chain.affine(name, gamma, beta);
    }

    private void activation(final String name, final JsonNode function) throws ModelFormatException {
        final String type = className(function, ACTIVATIONS);
        switch (type) {
            case "Identity" -> chain.activation(name, Activation.LINEAR);
            case "ReLU" -> {
                for (final String field : new String[]{"max", "negativeSlope", "threshold"}) {
                    if (function.hasNonNull(field) && function.path(field).asDouble() != 0) {
                        throw LayerChain.doesNotFit(name, "is a relu with the " + field + " " + function.path(field));
                    }
                }
                chain.activation(name, Activation.RELU);
            }
            case "LReLU" -> {
                requireAlpha(name, function, 0.01);
                chain.activation(name, Activation.LEAKY_RELU);
            }
            case "ELU" -> {
                requireAlpha(name, function, 1);
                chain.activation(name, Activation.ELU);
            }
            case "TanH" -> chain.activation(name, Activation.TANH);
            case "Sigmoid" -> chain.activation(name, Activation.SIGMOID);
            case "Softmax" -> chain.softmax(name);
            default -> throw LayerChain.doesNotFit(name, "applies the activation '" + type
                + "'; Reductor knows relu, leaky relu (slope 0.01), elu, tanh, sigmoid and identity, and for "
                + "the output softmax");
        }
    }

    private static void requireAlpha(final String name, final JsonNode function, final double known)
        throws ModelFormatException {
        final double alpha = function.path("alpha").asDouble(known);
        if (!(Math.abs(alpha - known) <= 1e-6)) {
            throw LayerChain.doesNotFit(name, "has the alpha " + alpha + "; Reductor knows only " + known);
        }
    }

    private static String className(final JsonNode node, final String prefix) throws ModelFormatException {
        final String name = node.path("@class").asText();
        if (name.isEmpty()) {
            throw new ModelFormatException("The configuration names no class where one of '" + prefix
                + "' is expected. A file of DL4J before 1.0.0-beta4 looks so: load and save it with a newer DL4J.");
        }
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static int size(final String name, final JsonNode layer, final String field) throws ModelFormatException {
        final JsonNode size = layer.path(field);
        if (!size.canConvertToInt() || size.asInt() < 1) {
            throw new ModelFormatException("The file is damaged: layer '" + name + "' has the size " + size + ".");
        }
        return size.asInt();
    }

    private void requireLeft(final String name, final long count) throws ModelFormatException {
        if (count > parameters.length - next) {
            throw new ModelFormatException("The file is damaged: layer '" + name + "' needs " + count
                + " parameters, and " + (parameters.length - next) + " are left.");
        }
    }

    private double[] take(final String name, final long count) throws ModelFormatException {
        requireLeft(name, count);
        next += (int)count;
        return Arrays.copyOfRange(parameters, next - (int)count, next);
    }

    private static double[] constant(final int length, final double value) {
        final double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] floats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }
}

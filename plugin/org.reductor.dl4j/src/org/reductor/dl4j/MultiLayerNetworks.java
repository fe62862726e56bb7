/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Link;

/** A network of ours as a network of DL4J, and its weights back. */
final class MultiLayerNetworks {

    private MultiLayerNetworks() {
    }

    /**
     * @param network the weights
     * @param updater how DL4J is to move them
     * @return a network to be trained with gradients from outside, which DL4J allows only without an output layer
     */
    static MultiLayerNetwork forTraining(final Network network, final IUpdater updater) {
        // The gradients that we hand over are those of the mean over the batch already: no mini-batch division.
        return of(network, new NeuralNetConfiguration.Builder().updater(updater).miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE).inferenceWorkspaceMode(WorkspaceMode.NONE),
            new DenseLayer.Builder().activation(Activation.IDENTITY));
    }

    /**
     * @param network the weights
     * @param link what all outputs go through
     * @return a network to be used, or to be trained further with Adam and squared errors or, for classes,
     *         cross-entropy
     */
    static MultiLayerNetwork forUse(final Network network, final Link link) {
        return of(network, new NeuralNetConfiguration.Builder().updater(new Adam()), switch (link) {
            case LINE -> new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
            case LOGISTIC -> new OutputLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID);
            case SOFTMAX -> new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
        });
    }

    private static MultiLayerNetwork of(final Network network, final NeuralNetConfiguration.Builder builder,
        final FeedForwardLayer.Builder<?> output) {
        final NeuralNetConfiguration.ListBuilder list = builder.seed(0).list();
        final int last = network.layers() - 1;
        for (int l = 0; l < last; l++) {
            list.layer(new DenseLayer.Builder().nIn(network.size(l)).nOut(network.size(l + 1))
                .activation(activation(network.hidden())).build());
        }
        output.nIn(network.size(last)).nOut(network.size(last + 1));
        list.layer(output.build());
        final MultiLayerConfiguration configuration = list.build();
        final MultiLayerNetwork result = new MultiLayerNetwork(configuration);
        result.init();
        for (int l = 0; l < network.layers(); l++) {
            assign(result.getLayer(l).getParam("W"), network.kernel(l), network.size(l), network.size(l + 1));
            assign(result.getLayer(l).getParam("b"), network.bias(l), network.size(l + 1));
        }
        return result;
    }

    private static void assign(final INDArray parameter, final float[] values, final long... shape) {
        try (INDArray array = Nd4j.create(values, shape, 'c')) {
            parameter.assign(array.reshape(parameter.shape()));
        }
    }

    /**
     * @param from a network of dense layers
     * @param to receives its weights
     */
    static void copy(final MultiLayerNetwork from, final Network to) {
        for (int l = 0; l < to.layers(); l++) {
            final Layer layer = from.getLayer(l);
            copy(layer.getParam("W"), to.kernel(l));
            copy(layer.getParam("b"), to.bias(l));
        }
    }

    private static void copy(final INDArray parameter, final float[] to) {
        System.arraycopy(Nd4j.toFlattened('c', parameter).toFloatVector(), 0, to, 0, to.length);
    }

    private static Activation activation(final org.reductor.core.network.Activation activation) {
        return switch (activation) {
            case RELU -> Activation.RELU;
            case LEAKY_RELU -> Activation.LEAKYRELU;
            case ELU -> Activation.ELU;
            case TANH -> Activation.TANH;
            case SIGMOID -> Activation.SIGMOID;
            case LINEAR -> Activation.IDENTITY;
        };
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.dl4j.Dl4jFixture.BRIDGE;
import static org.reductor.dl4j.Dl4jFixture.LIMIT;
import static org.reductor.dl4j.Dl4jFixture.dense;
import static org.reductor.dl4j.Dl4jFixture.network;
import static org.reductor.dl4j.Dl4jFixture.output;
import static org.reductor.dl4j.Dl4jFixture.recipe;
import static org.reductor.dl4j.Dl4jFixture.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.model.ModelFormatException;

/** Networks and descriptions of DL4J that do not fit, and how they are named. */
class Dl4jUnfitFileTest {

    @TempDir
    private Path folder;

    private Dl4jFixture files;

    @BeforeEach
    void open() {
        files = new Dl4jFixture(folder);
    }

    @Test
    void softmaxIsForOutputsOfSeveralUnitsOnly() throws IOException {
        final Path hidden = files.save(network(dense(3, 2, Activation.SOFTMAX), output(2)));
        assertThatThrownBy(() -> BRIDGE.read(hidden, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'layer0' does not fit: it applies the activation 'softmax', which only");
        final Path one = files.save(network(dense(3, 2, Activation.RELU), dense(2, 1, Activation.SOFTMAX)));
        assertThatThrownBy(() -> BRIDGE.read(one, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'layer1' does not fit: it applies softmax to a single output");
        final Path twice = files.save(network(dense(3, 2, Activation.RELU), dense(2, 2, Activation.SOFTMAX),
            new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()));
        assertThatThrownBy(() -> BRIDGE.read(twice, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("applies softmax to units that have had their activation");
    }

    @Test
    void scaledTargetsOfClassesAreRefused() throws IOException {
        final Path file = files.save(network(dense(3, 5, Activation.TANH), dense(5, 1, Activation.SIGMOID)));
        final NormalizerStandardize normalizer = new NormalizerStandardize();
        normalizer.fitLabel(true);
        normalizer.fit(new DataSet(rows(20, 3), rows(20, 1)));
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("normalizer scales the targets").hasMessageContaining("fitLabel(false)");
    }

    @Test
    void recurrentLayerIsNamed() throws IOException {
        final Path file = files.save(network(new LSTM.Builder().name("memory").nIn(3).nOut(2).build(),
            new RnnOutputLayer.Builder(LossFunction.MSE).nIn(2).nOut(1).activation(Activation.IDENTITY).build()));
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'memory' does not fit: it is a 'LSTM'");
    }

    /** The class of a layer is compared, never loaded. */
    @Test
    void unknownClassIsNamedAndNotLoaded() throws IOException {
        final Path file = files.changed(files.save(network(dense(3, 2, Activation.RELU), output(2))),
            "configuration.json", "org.deeplearning4j.nn.conf.layers.DenseLayer", "com.example.Evil");
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'com.example.Evil'");
    }

    @Test
    void activationThatDoesNotFitIsNamed() throws IOException {
        final Path file = files.save(network(dense(3, 2, Activation.SWISH), output(2)));
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).hasMessageContaining("'layer0' does not fit")
            .hasMessageContaining("'Swish'");
    }

    @Test
    void preprocessorsAreRefused() throws IOException {
        final NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
        list.layer(dense(12, 2, Activation.RELU)).layer(output(2));
        list.inputPreProcessor(0, new CnnToFeedForwardPreProcessor(2, 2, 3));
        final MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        assertThatThrownBy(() -> BRIDGE.read(files.save(network), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("CnnToFeedForwardPreProcessor");
    }

    /** A recipe of absurd width, or one without inputs: neither memory nor luck may be needed. */
    @Test
    void descriptionThatDoesNotFitIsRefused() throws IOException {
        final Path file = Dl4jWriterTest.export(Dl4jWriterTest.pruned(1), Dl4jLayout.COMPACT, folder);
        final String width = "\"width\" : " + Dl4jWriterTest.WIDTH;
        for (final String absurd : List.of("\"width\" : 2000000000", "\"width\" : 50000000")) {
            assertThatThrownBy(() -> BRIDGE.read(files.changed(file, "reductor.json", width, absurd), LIMIT))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining("at most 2,000,000");
        }
        assertThatThrownBy(() -> BRIDGE.read(files.changed(file, "reductor.json", width, "\"width\" : 1900000"), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("10,000,000 bytes");
        for (final String absurd : List.of("\"inputz\"", "\"inputs\" : [ \"x\" ], \"inputz\"")) {
            assertThatThrownBy(() -> BRIDGE.read(files.changed(file, "reductor.json", "\"inputs\"", absurd), LIMIT))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining("does not describe the network");
        }
    }
}

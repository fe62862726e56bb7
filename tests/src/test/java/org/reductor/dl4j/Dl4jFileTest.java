/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.dl4j.Dl4jFixture.BRIDGE;
import static org.reductor.dl4j.Dl4jFixture.LIMIT;
import static org.reductor.dl4j.Dl4jFixture.dense;
import static org.reductor.dl4j.Dl4jFixture.doubles;
import static org.reductor.dl4j.Dl4jFixture.network;
import static org.reductor.dl4j.Dl4jFixture.output;
import static org.reductor.dl4j.Dl4jFixture.predictions;
import static org.reductor.dl4j.Dl4jFixture.recipe;
import static org.reductor.dl4j.Dl4jFixture.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.AbstractDataSetNormalizer;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.reductor.core.data.Task;
import org.reductor.core.exchange.ForeignNetwork;

/** What is read predicts what DL4J itself predicts from the file. */
class Dl4jFileTest {

    @TempDir
    private Path folder;

    private Dl4jFixture files;

    @BeforeEach
    void open() {
        files = new Dl4jFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"RELU", "LEAKYRELU", "ELU", "TANH", "SIGMOID", "IDENTITY"})
    void predictionsAreThoseOfTheSavedNetwork(final Activation activation) throws IOException {
        final MultiLayerNetwork network =
            network(dense(6, 5, activation), new DropoutLayer(0.5), dense(5, 4, activation), output(4));
        final INDArray rows = rows(7, 6);
        assertThat(predictions(BRIDGE.read(files.save(network), LIMIT), rows))
            .containsExactly(doubles(network.output(rows)), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID,XENT,1", "SIGMOID,XENT,3", "SOFTMAX,MCXENT,2", "SOFTMAX,MCXENT,4", "IDENTITY,MSE,3"})
    void classesAndSeveralOutputsArePredictedAsByTheSavedNetwork(final Activation activation, final LossFunction loss,
        final int outputs) throws IOException {
        final INDArray rows = rows(7, 6);
        for (final boolean ownLayer : new boolean[]{false, true}) {
            final MultiLayerNetwork network = ownLayer
                ? network(dense(6, 5, Activation.RELU), dense(5, outputs, Activation.IDENTITY),
                    new LossLayer.Builder(loss).activation(activation).build())
                : network(dense(6, 5, Activation.RELU),
                    new OutputLayer.Builder(loss).nIn(5).nOut(outputs).activation(activation).build());
            final ForeignNetwork read = BRIDGE.read(files.save(network), LIMIT);
            // Of two classes we tell the probability of the second.
            final INDArray theirs = network.output(rows);
            final INDArray expected =
                activation == Activation.SOFTMAX && outputs == 2 ? theirs.getColumn(1) : theirs;
            assertThat(predictions(read, rows)).containsExactly(doubles(expected), within(1e-6));
            assertThat(read.named()).isFalse();
            final List<Task> tasks = read.model(recipe(6), "y", Map.of()).networks().heads().tasks();
            assertThat(tasks).isEqualTo(switch (activation) {
                case SOFTMAX -> List.of(Task.classes("y", List.of("0", "1", "2", "3").subList(0, outputs)));
                case SIGMOID -> IntStream.rangeClosed(1, outputs)
                    .mapToObj(i -> Task.classes(outputs == 1 ? "y" : "y " + i, List.of("0", "1"))).toList();
                default -> List.of(Task.number("y 1"), Task.number("y 2"), Task.number("y 3"));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void batchNormalisationMovesIntoTheWeights(final boolean logarithm) throws IOException {
        final MultiLayerNetwork network = network(
            new BatchNormalization.Builder().nOut(6).useLogStd(logarithm).build(), dense(6, 5, Activation.IDENTITY),
            new BatchNormalization.Builder().nOut(5).useLogStd(logarithm).lockGammaBeta(true).gamma(2).beta(1).build(),
            new ActivationLayer(Activation.TANH), output(5));
        final String spread = logarithm ? "log10stdev" : "var";
        network.getLayer(0).getParam("mean").assign(0.4);
        network.getLayer(0).getParam(spread).assign(Nd4j.createFromArray(.1f, .2f, .3f, .4f, .5f, .6f));
        network.getLayer(0).getParam("gamma").assign(3);
        network.getLayer(0).getParam("beta").assign(-1);
        network.getLayer(2).getParam("mean").assign(Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f));
        final INDArray rows = rows(7, 6);
        assertThat(predictions(BRIDGE.read(files.save(network), LIMIT), rows))
            .containsExactly(doubles(network.output(rows)), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standardize", "standardize target", "min-max", "min-max target"})
    void normaliserMovesIntoTheWeightsAndTheTargetsScale(final String kind) throws IOException {
        final MultiLayerNetwork network = network(dense(3, 5, Activation.TANH),
            new OutputLayer.Builder(LossFunction.MSE).nIn(5).nOut(2).activation(Activation.IDENTITY).build());
        final INDArray seen = rows(20, 3).mul(10).add(4);
        seen.getColumn(1).assign(7); // one column is constant
        final AbstractDataSetNormalizer<?> normalizer =
            kind.startsWith("s") ? new NormalizerStandardize() : new NormalizerMinMaxScaler(-1, 2);
        normalizer.fitLabel(kind.endsWith("target"));
        normalizer.fit(new DataSet(seen, rows(20, 2).mul(5).add(50)));
        final Path file = files.save(network);
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        // As it comes out of the file: constant columns are treated otherwise before.
        final AbstractDataSetNormalizer<?> saved = ModelSerializer.restoreNormalizerFromFile(file.toFile());
        final INDArray scaled = seen.dup();
        saved.transform(scaled);
        final INDArray expected = network.output(scaled).dup();
        saved.revertLabels(expected);
        assertThat(predictions(BRIDGE.read(file, LIMIT), seen)).containsExactly(doubles(expected), within(2e-5));
    }

    /** What only training needs is passed over; DL4J itself says what the network predicts. */
    @Test
    void networkWithoutBiasWithDropoutNoiseConstraintsAndALossLayerIsRead() throws IOException {
        final MultiLayerNetwork network = network(
            new DenseLayer.Builder().nIn(6).nOut(5).hasBias(false).activation(Activation.RELU).dropOut(0.5)
                .weightNoise(new DropConnect(0.7)).constrainWeights(new MaxNormConstraint(0.5, 1)).build(),
            new DenseLayer.Builder().nIn(5).nOut(1).hasBias(false).activation(Activation.IDENTITY).build(),
            new LossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build());
        final INDArray rows = rows(7, 6);
        assertThat(predictions(BRIDGE.read(files.save(network), LIMIT), rows))
            .containsExactly(doubles(network.output(rows)), within(1e-6));
    }
}

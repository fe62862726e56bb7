/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.reductor.dl4j.KerasFixture.plain;
import static org.reductor.dl4j.KerasFixture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Link;
import org.reductor.dl4j.KerasFixture.Layout;

/** Files of all versions of Keras are read, and predict what they should. */
class KerasFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.h5");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void weightsOfEveryVersionAreFound(final Layout layout) throws IOException {
        final ForeignNetwork read = read(plain(layout).write(file()));
        final Network network = read.network();
        assertThat(network.sizes()).containsExactly(5, 4, 3, 1);
        assertThat(network.hidden()).isEqualTo(Activation.RELU);
        assertThat(network.kernel(0)).containsExactly(KerasFixture.values(20, "dense".hashCode()));
        assertThat(network.bias(2)).containsExactly(KerasFixture.values(1, "dense_2".hashCode() + 1));
        assertThat(read.origin().get("source")).startsWith("Keras ").contains(layout.name().substring(6));
        assertThat(read.origin()).containsEntry("sourceLayers", "dense, dense_1, dense_2")
            .containsEntry("sourceFile", "model.h5");
        assertThat(read.origin().get("sourceSha256")).hasSize(64);
    }

    /** DL4J's own reader of Keras files is the judge: with all that moves into weights, the answers are the same. */
    @Test
    void predictionsAreThoseOfTheLibrarysOwnReader() throws Exception {
        final Path file = new KerasFixture(Layout.KERAS_2).dense("first", 6, 5, "linear")
            .layer("BatchNormalization", "norm", "\"axis\": [1], \"momentum\": 0.99, \"epsilon\": 0.001, "
                + "\"center\": true, \"scale\": true")
            .array("norm", "gamma", new float[]{1, 2, 3, 4, 5}, 5).array("norm", "beta", new float[]{0, 1, -1, 2, 0}, 5)
            .array("norm", "moving_mean", new float[]{.1f, .2f, .3f, .4f, .5f}, 5)
            .array("norm", "moving_variance", new float[]{1, .5f, 2, 4, .1f}, 5)
            .layer("Activation", "act", "\"activation\": \"tanh\"").layer("Dropout", "drop", "\"rate\": 0.5")
            .dense("second", 5, 4, "tanh").dense("last", 4, 1, "linear").write(file());
        final Network ours = read(file).network();
        assertThat(ours.sizes()).containsExactly(6, 5, 4, 1);
        final MultiLayerNetwork theirs =
            KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
        try (INDArray rows = Nd4j.create(KerasFixture.values(30, 7), new long[]{5, 6}, 'c')) {
            final float[] expected = theirs.output(rows).toFloatVector();
            final float[] actual = MultiLayerNetworks.forUse(ours, Link.LINE).output(rows).toFloatVector();
            assertThat(actual).containsExactly(expected, within(1e-6f));
        }
    }

    /** Reference by hand: (x - mean) / sqrt(variance), scaled, through relu, normalised, through the output. */
    @Test
    void normalisationOfInputsAndOfUnitsMovesIntoTheWeights() throws IOException {
        final Network network = read(new KerasFixture(Layout.KERAS_3)
            .layer("InputLayer", "in", "\"batch_shape\": [null, 2]")
            .layer("Normalization", "z", "\"axis\": [-1]").array("z", "mean", new float[]{1, 2}, 2)
            .array("z", "variance", new float[]{4, .25f}, 2)
            .array("h", "kernel", new float[]{1, 2, 3, 4}, 2, 2).array("h", "bias", new float[]{-1, 1}, 2)
            .layer("Dense", "h", "\"activation\": \"relu\"")
            .array("n", "moving_mean", new float[]{1, 0}, 2).array("n", "moving_variance", new float[]{3, 8}, 2)
            .layer("BatchNormalization", "n", "\"epsilon\": 1.0, \"scale\": false, \"center\": false")
            .array("o", "kernel", new float[]{10, 100}, 2, 1).array("o", "bias", new float[]{7}, 1)
            .layer("Dense", "o", "\"activation\": null").layer("Rescaling", "r", "\"scale\": 2.0, \"offset\": 5.0")
            .write(file())).network();
        final double[] x = {3, 4};
        final double[] z = {(x[0] - 1) / 2, (x[1] - 2) / .5};
        final double[] h = {Math.max(0, z[0] + 3 * z[1] - 1), Math.max(0, 2 * z[0] + 4 * z[1] + 1)};
        final double expected = 2 * (10 * (h[0] - 1) / 2 + 100 * h[1] / 3 + 7) + 5;
        double output = network.bias(1)[0];
        for (int u = 0; u < 2; u++) {
            output += network.kernel(1)[u]
                * Math.max(0, x[0] * network.kernel(0)[u] + x[1] * network.kernel(0)[2 + u] + network.bias(0)[u]);
        }
        assertThat(output).isCloseTo(expected, within(1e-3));
        assertThat(network.kernel(0)[0]).isEqualTo(.5f);
        assertThat(network.kernel(1)).containsExactly(10, 200f / 3);
        assertThat(network.bias(1)[0]).isEqualTo(2 * (7 - 5) + 5f);
    }

    /** Keras divides by 1e-7 then; a division by zero would leave no network. */
    @Test
    void constantInputIsNormalisedAsKerasDoes() throws IOException {
        final Network network = read(new KerasFixture(Layout.KERAS_2).layer("Normalization", "z", "")
            .array("z", "mean", new float[]{3}, 1).array("z", "variance", new float[]{0}, 1).dense("a", 1, 1, "relu")
            .dense("b", 1, 1, "linear").write(file())).network();
        assertThat(network.kernel(0)[0])
            .isCloseTo(KerasFixture.values(1, "a".hashCode())[0] * 1e7f, withinPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"elu,ELU", "tanh,TANH", "sigmoid,SIGMOID", "linear,LINEAR", "relu,RELU"})
    void activationsAreUnderstood(final String keras, final Activation ours) throws IOException {
        assertThat(read(new KerasFixture(Layout.KERAS_2).dense("a", 3, 2, keras)
            .dense("b", 2, 1, "linear").write(file())).network().hidden()).isEqualTo(ours);
    }

    @Test
    void leakyReluLayerWithOurSlopeFits() throws IOException {
        assertThat(read(new KerasFixture(Layout.KERAS_3).dense("a", 3, 2, "linear")
            .layer("LeakyReLU", "leak", "\"negative_slope\": 0.01").dense("b", 2, 1, "linear").write(file())).network()
            .hidden()).isEqualTo(Activation.LEAKY_RELU);
    }

    @Test
    void functionalModelThatIsAChainIsRead() throws IOException {
        final String config = """
            {"class_name": "Functional", "config": {"name": "model", "layers": [
              {"class_name": "InputLayer", "name": "in", "config": {"name": "in"}, "inbound_nodes": []},
              {"class_name": "Dense", "name": "dense_2", "config": {"name": "dense_2", "activation": "linear"},
               "inbound_nodes": [[["dense_1", 0, 0, {}]]]},
              {"class_name": "Dense", "name": "dense", "config": {"name": "dense", "activation": "relu"},
               "inbound_nodes": [[["in", 0, 0, {}]]]},
              {"class_name": "Dense", "name": "dense_1", "config": {"name": "dense_1", "activation": "relu"},
               "inbound_nodes": [{"args": [{"class_name": "__keras_tensor__", "config":
                 {"shape": [null, 4], "keras_history": ["dense", 0, 0]}}], "kwargs": {}}]}]}}""";
        assertThat(read(plain(Layout.KERAS_2).write(file(), config, "model_weights")).network().sizes())
            .containsExactly(5, 4, 3, 1);
        final String branch = config.replace("[\"dense\", 0, 0]", "[\"in\", 0, 0]");
        assertThatThrownBy(() -> read(plain(Layout.KERAS_2).write(file(), branch, "model_weights")))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("'dense_1'")
            .hasMessageContaining("second branch behind 'in'");
    }

    @Test
    void weightsAloneNeedTheArchitectureBesideThem() throws IOException {
        final KerasFixture fixture = plain(Layout.KERAS_2);
        final Path file = fixture.writeWeights(file());
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no Keras architecture").hasMessageContaining("model.json");
        Files.writeString(folder.resolve("model.json"), fixture.sequential());
        assertThat(read(file).network().sizes()).containsExactly(5, 4, 3, 1);
    }

    /** DL4J's own reader is the judge again. */
    @ParameterizedTest
    @CsvSource({"sigmoid,1,LOGISTIC", "sigmoid,3,LOGISTIC", "softmax,4,SOFTMAX", "linear,3,LINE"})
    void classesAndSeveralOutputsAreReadAsTheLibraryDoes(final String activation, final int outputs, final Link link)
        throws Exception {
        final Path file = new KerasFixture(Layout.KERAS_2).dense("first", 6, 5, "relu")
            .dense("last", 5, outputs, activation).write(file());
        final ForeignNetwork read = read(file);
        assertThat(read.heads().commonLink()).contains(link);
        assertThat(read.heads().outputs()).isEqualTo(outputs);
        final MultiLayerNetwork theirs = KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
        final CsrMatrix.Builder rows = CsrMatrix.builder(6);
        for (int row = 0; row < 5; row++) {
            rows.addRow(new int[]{0, 1, 2, 3, 4, 5}, KerasFixture.values(6, row));
        }
        final CsrMatrix matrix = rows.build();
        final Predictor predictor =
            new Predictor(read.model(Dl4jFixture.recipe(6), "assay", Map.of()).networks());
        assertThat(predictor.heads().get(0).task().name())
            .isEqualTo(predictor.heads().size() > 1 ? "assay 1" : "assay");
        final double[] actual = new double[outputs];
        for (int row = 0; row < 5; row++) {
            predictor.predict(matrix, row, row + 1, actual);
            try (INDArray input = Nd4j.create(matrix.denseRow(row), new long[]{1, 6}, 'c')) {
                assertThat(actual).containsExactly(Dl4jFixture.doubles(theirs.output(input)), within(1e-6));
            }
        }
    }

    /** By hand: softmax of two is the logistic function of their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"dense", "layer", "keras 3"})
    void softmaxOfTwoClassesBecomesTheLogOddsOfTheSecond(final String kind) throws IOException {
        final KerasFixture fixture = new KerasFixture("keras 3".equals(kind) ? Layout.KERAS_3 : Layout.KERAS_2)
            .dense("first", 3, 2, "relu").dense("last", 2, 2, "layer".equals(kind) ? "linear" : "softmax");
        final ForeignNetwork read =
            read(("layer".equals(kind) ? fixture.layer("Softmax", "prob", "\"axis\": -1") : fixture).write(file()));
        final float[] kernel = KerasFixture.values(4, "last".hashCode());
        final float[] bias = KerasFixture.values(2, "last".hashCode() + 1);
        assertThat(read.network().kernel(1)).containsExactly(kernel[1] - kernel[0], kernel[3] - kernel[2]);
        assertThat(read.network().bias(1)).containsExactly(bias[1] - bias[0]);
        assertThat(read.heads().get(0).task().classes()).containsExactly("0", "1");
    }

    @Test
    void namesOfLayersMayHaveSlashes() throws IOException {
        assertThat(read(new KerasFixture(Layout.KERAS_2).dense("block/a", 3, 2, "relu").dense("block/b", 2, 1, "linear")
            .write(file())).network().kernel(0)).containsExactly(KerasFixture.values(6, "block/a".hashCode()));
    }

    @Test
    void denseLayerMayHaveNoBiasButNotLackOne() throws IOException {
        final KerasFixture without = new KerasFixture(Layout.KERAS_2)
            .array("a", "kernel", KerasFixture.values(6, 1), 3, 2)
            .layer("Dense", "a", "\"activation\": \"relu\", \"use_bias\": false").dense("b", 2, 1, "linear");
        assertThat(read(without.write(file())).network().bias(0)).containsExactly(0, 0);
        final KerasFixture lost = new KerasFixture(Layout.KERAS_2)
            .array("a", "kernel", KerasFixture.values(6, 1), 3, 2)
            .layer("Dense", "a", "\"activation\": \"relu\", \"use_bias\": true").dense("b", 2, 1, "linear");
        assertThatThrownBy(() -> read(lost.write(file()))).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no 'bias' of layer 'a'");
    }

    @Test
    void rescalingMayHaveANumberForEachInput() throws IOException {
        final Network network = read(new KerasFixture(Layout.KERAS_3)
            .layer("Rescaling", "r", "\"scale\": {\"class_name\": \"__numpy__\", \"config\": {\"value\": [2, 4], "
                + "\"dtype\": \"float32\"}}, \"offset\": 0.0")
            .array("a", "kernel", new float[]{1, 1}, 2, 1).array("a", "bias", new float[]{0}, 1)
            .layer("Dense", "a", "\"activation\": \"relu\"").dense("b", 1, 1, "linear").write(file())).network();
        assertThat(network.kernel(0)).containsExactly(2, 4);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.dl4j.KerasFixture.plain;
import static org.reductor.dl4j.KerasFixture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.model.ModelFormatException;
import org.reductor.dl4j.KerasFixture.Layout;

/** Layers and models of Keras that do not fit, named with the way out where there is one. */
class KerasUnfitFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.h5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Conv1D | 'filters': 3 | 'odd' does not fit: it is a 'Conv1D'",
        "LSTM | 'units': 3 | 'odd' does not fit: it is a 'LSTM'",
        "Lambda | 'function': ['4wEAAAA', null, null] | 'odd' does not fit: it is a Lambda, which holds program code",
        "LeakyReLU | 'alpha': 0.30000001192092896 | 'odd' does not fit: it has the negative slope 0.3",
        "ReLU | 'max_value': 6.0 | 'odd' does not fit: it cuts its units off at 6.0",
        "Activation | 'activation': 'softmax' | 'odd' does not fit: it applies the activation 'softmax'",
        "MyLayer | 'units': 3 | 'odd' does not fit: it is a 'MyLayer'",
        "Activation | 'activation': 'tanh' | all hidden layers of Reductor's networks have the same activation",
    })
    void layerThatDoesNotFitIsNamed(final String type, final String config, final String message) {
        assertThatThrownBy(() -> read(new KerasFixture(Layout.KERAS_2).dense("dense", 5, 4, "relu")
            .dense("dense_1", 4, 4, "linear").layer(type, "odd", config.replace('\'', '"'))
            .dense("dense_2", 4, 1, "linear").write(file())))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
    }

    @Test
    void customObjectOfKerasThreeIsRefused() {
        final String config = plain(Layout.KERAS_3).sequential().replaceFirst("\"class_name\": \"Dense\"",
            "\"class_name\": \"Dense\", \"registered_name\": \"my_package>Dense\"");
        assertThatThrownBy(() -> read(plain(Layout.KERAS_3).write(file(), config, "model_weights")))
            .isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'dense' does not fit: it is a custom object ('my_package>Dense')");
    }

    /** As TensorFlow's model optimisation toolkit saves a model that is still wrapped for its training. */
    @ParameterizedTest
    @CsvSource({"PruneLowMagnitude,prune_low_magnitude_dense,tfmot.sparsity.keras.strip_pruning",
        "tensorflow_model_optimization>PruneLowMagnitude,wrapped,tfmot.sparsity.keras.strip_pruning",
        "ClusterWeights,cluster_dense,tfmot.clustering.keras.strip_clustering"})
    void layersThatAreStillWrappedComeWithTheWayToUnwrapThem(final String type, final String name, final String strip) {
        final String registered = "\"registered_name\": \"tensorflow_model_optimization>" + type + "\", \"config\"";
        final KerasFixture fixture = new KerasFixture(Layout.KERAS_2)
            .layer(type, name, "\"layer\": {\"class_name\": \"Dense\", \"config\": {\"name\": \"dense\"}}")
            .dense("dense_2", 4, 1, "linear");
        for (final String config : List.of(fixture.sequential(),
            fixture.sequential().replaceFirst("\"config\"(?=: \\{\"name\": \"" + name + ")", registered))) {
            assertThatThrownBy(() -> read(fixture.write(file(), config, "model_weights")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Layer '" + name + "' does not fit").hasMessageContaining(strip + "(model)");
        }
    }

    @Test
    void weightsThatWereSavedWrappedAreNotCalledMissing() throws IOException {
        final KerasFixture unwrapped = plain(Layout.KERAS_2);
        Files.writeString(folder.resolve("model.json"), unwrapped.sequential());
        final KerasFixture wrapped = new KerasFixture(Layout.KERAS_2).dense("prune_low_magnitude_dense", 5, 4, "relu");

        assertThatThrownBy(() -> read(wrapped.writeWeights(file())))
            .isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no 'kernel' of layer 'dense', only of 'prune_low_magnitude_dense'")
            .hasMessageContaining("tfmot.sparsity.keras.strip_pruning(model)");
    }

    @Test
    void outputThatIsNoLinkIsRefused() {
        assertThatThrownBy(() -> read(new KerasFixture(Layout.KERAS_2).dense("a", 3, 2, "relu")
            .dense("out", 2, 1, "tanh").write(file()))).hasMessageContaining("'out' does not fit")
                .hasMessageContaining("applies tanh").hasMessageContaining("linear, sigmoid or softmax");
    }

    @Test
    void newerZipFormatIsNamed() throws IOException {
        final Path file = folder.resolve("model.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final String entry : List.of("metadata.json", "config.json", "model.weights.h5")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(new byte[]{1, 2, 3});
            }
        }
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("newer format of Keras 3").hasMessageContaining("model.save(\"NAME.h5\")");
    }

    /** A dense layer would be applied to each of the five rows by itself. */
    @Test
    void denseLayerOnTablesNeedsToBeFlattenedBefore() throws IOException {
        assertThatThrownBy(() -> read(new KerasFixture(Layout.KERAS_3)
            .layer("InputLayer", "in", "\"batch_shape\": [null, 5, 4]").dense("a", 4, 3, "relu")
            .dense("b", 3, 1, "linear").write(file()))).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("'a' does not fit: it is applied to each row of a table");
        assertThat(read(new KerasFixture(Layout.KERAS_3).layer("InputLayer", "in", "\"batch_shape\": [null, 5, 4]")
            .layer("Flatten", "flat", "").dense("a", 20, 3, "relu").dense("b", 3, 1, "linear").write(file()))
                .network().size(0)).isEqualTo(20);
    }

    @Test
    void functionalModelWithASecondOutputOrASharedLayerIsRefused() {
        final String config = """
            {"class_name": "Functional", "config": {"name": "model", "layers": [
              {"class_name": "InputLayer", "name": "in", "config": {"name": "in"}, "inbound_nodes": []},
              {"class_name": "Dense", "name": "dense", "config": {"name": "dense", "activation": "relu"},
               "inbound_nodes": [[["in", 0, 0, {}]]]},
              {"class_name": "Dense", "name": "dense_1", "config": {"name": "dense_1", "activation": "relu"},
               "inbound_nodes": [[["dense", 0, 0, {}]]]},
              {"class_name": "Dense", "name": "dense_2", "config": {"name": "dense_2", "activation": "linear"},
               "inbound_nodes": [[["dense_1", 0, 0, {}]]]}],
              "input_layers": [["in", 0, 0]], "output_layers": [["dense_1", 0, 0], ["dense_2", 0, 0]]}}""";
        assertThatThrownBy(() -> read(plain(Layout.KERAS_2).write(file(), config, "model_weights")))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("'dense_1' does not fit: it is an output");
        final String shared = config.replace("[[[\"dense\", 0, 0, {}]]]",
            "[[[\"dense\", 0, 0, {}]], [[\"dense_1\", 0, 0, {}]]]");
        assertThatThrownBy(() -> read(plain(Layout.KERAS_2).write(file(), shared, "model_weights")))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("'dense_1' does not fit: it reads 2 layers");
    }
}

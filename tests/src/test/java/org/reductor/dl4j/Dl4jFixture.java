/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;

/** Writes files of DL4J, sound ones and changed ones, and predicts with what is read. */
final class Dl4jFixture {

    static final long LIMIT = 10_000_000;

    static final Dl4jBridge BRIDGE = new Dl4jBridge();

    private final Path folder;

    /** @param folder where files are written */
    Dl4jFixture(final Path folder) {
        Nd4jRuntime.load();
        this.folder = folder;
    }

    static MultiLayerNetwork network(final Layer... layers) {
        final NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(5).list();
        for (final Layer layer : layers) {
            list.layer(layer);
        }
        final MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        return network;
    }

    static DenseLayer dense(final int inputs, final int units, final Activation activation) {
        return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(activation).biasInit(0.3).build();
    }

    static OutputLayer output(final int inputs) {
        return new OutputLayer.Builder(LossFunction.MSE).nIn(inputs).nOut(1).activation(Activation.IDENTITY).build();
    }

    static INDArray rows(final int count, final int width) {
        return Nd4j.create(KerasFixture.values(count * width, 11), new long[]{count, width}, 'c');
    }

    /** The predictions of our network, in the user's units. */
    static double[] predictions(final ForeignNetwork read, final INDArray rows) {
        final int width = read.network().size(0);
        final NetworkModel model = read.model(recipe(width), "y", Map.of());
        final CsrMatrix.Builder builder = CsrMatrix.builder(width);
        final float[] values = Nd4j.toFlattened('c', rows).toFloatVector();
        for (int row = 0; row < rows.rows(); row++) {
            final int[] columns = new int[width];
            final float[] own = new float[width];
            for (int i = 0; i < width; i++) {
                columns[i] = i;
                own[i] = values[row * width + i];
            }
            builder.addRow(columns, own);
        }
        final Predictor predictor = new Predictor(model.networks());
        final double[] predictions = new double[rows.rows() * predictor.width()];
        predictor.predict(builder.build(), 0, rows.rows(), predictions);
        return predictions;
    }

    static double[] doubles(final INDArray array) {
        return Nd4j.toFlattened('c', array).toDoubleVector();
    }

    static FeatureRecipe recipe(final int width) {
        return new FeatureRecipe(List.of(FeatureBlock.of("bits", FeatureBlock.BIT_VECTOR, width, Map.of())));
    }

    Path save(final MultiLayerNetwork network) throws IOException {
        final Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    static int indexOf(final byte[] bytes, final String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    static Map<String, byte[]> entries(final Path file) throws IOException {
        final Map<String, byte[]> entries = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    Path changed(final Path file, final String entry, final String from, final String to) throws IOException {
        final Map<String, byte[]> entries = entries(file);
        final String text = new String(entries.get(entry), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        entries.put(entry, text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        return write(entries);
    }

    Path write(final Map<String, byte[]> entries) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return Files.write(folder.resolve("changed.zip"), bytes.toByteArray());
    }
}

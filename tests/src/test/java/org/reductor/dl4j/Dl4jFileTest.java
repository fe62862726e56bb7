/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.stream.IntStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
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
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;

class Dl4jFileTest {

    private static final long LIMIT = 10_000_000;

    private static final Dl4jBridge BRIDGE = new Dl4jBridge();

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadNatives() {
        Nd4jRuntime.load();
    }

    private static MultiLayerNetwork network(final Layer... layers) {
        final NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(5).list();
        for (final Layer layer : layers) {
            list.layer(layer);
        }
        final MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        return network;
    }

    private static DenseLayer dense(final int inputs, final int units, final Activation activation) {
        return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(activation).biasInit(0.3).build();
    }

    private static OutputLayer output(final int inputs) {
        return new OutputLayer.Builder(LossFunction.MSE).nIn(inputs).nOut(1).activation(Activation.IDENTITY).build();
    }

    private Path save(final MultiLayerNetwork network) throws IOException {
        final Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    private static INDArray rows(final int count, final int width) {
        return Nd4j.create(KerasFixture.values(count * width, 11), new long[]{count, width}, 'c');
    }

    /** The predictions of our network, in the user's units. */
    private static double[] predictions(final ForeignNetwork read, final INDArray rows) {
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

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"RELU", "LEAKYRELU", "ELU", "TANH", "SIGMOID", "IDENTITY"})
    void predictionsAreThoseOfTheSavedNetwork(final Activation activation) throws IOException {
        final MultiLayerNetwork network =
            network(dense(6, 5, activation), new DropoutLayer(0.5), dense(5, 4, activation), output(4));
        final INDArray rows = rows(7, 6);
        assertThat(predictions(BRIDGE.read(save(network), LIMIT), rows))
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
            final ForeignNetwork read = BRIDGE.read(save(network), LIMIT);
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

    @Test
    void softmaxIsForOutputsOfSeveralUnitsOnly() throws IOException {
        final Path hidden = save(network(dense(3, 2, Activation.SOFTMAX), output(2)));
        assertThatThrownBy(() -> BRIDGE.read(hidden, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'layer0' does not fit: it applies the activation 'softmax', which only");
        final Path one = save(network(dense(3, 2, Activation.RELU), dense(2, 1, Activation.SOFTMAX)));
        assertThatThrownBy(() -> BRIDGE.read(one, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'layer1' does not fit: it applies softmax to a single output");
        final Path twice = save(network(dense(3, 2, Activation.RELU), dense(2, 2, Activation.SOFTMAX),
            new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()));
        assertThatThrownBy(() -> BRIDGE.read(twice, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("applies softmax to units that have had their activation");
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
        assertThat(predictions(BRIDGE.read(save(network), LIMIT), rows))
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
        final Path file = save(network);
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        // As it comes out of the file: constant columns are treated otherwise before.
        final AbstractDataSetNormalizer<?> saved = ModelSerializer.restoreNormalizerFromFile(file.toFile());
        final INDArray scaled = seen.dup();
        saved.transform(scaled);
        final INDArray expected = network.output(scaled).dup();
        saved.revertLabels(expected);
        assertThat(predictions(BRIDGE.read(file, LIMIT), seen)).containsExactly(doubles(expected), within(2e-5));
    }

    @Test
    void scaledTargetsOfClassesAreRefused() throws IOException {
        final Path file = save(network(dense(3, 5, Activation.TANH), dense(5, 1, Activation.SIGMOID)));
        final NormalizerStandardize normalizer = new NormalizerStandardize();
        normalizer.fitLabel(true);
        normalizer.fit(new DataSet(rows(20, 3), rows(20, 1)));
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("normalizer scales the targets").hasMessageContaining("fitLabel(false)");
    }

    @Test
    void fileWithSerialisedObjectsIsRefusedUnread() throws IOException {
        final Path file = save(network(dense(3, 2, Activation.RELU), output(2)));
        ModelSerializer.addObjectToFile(file.toFile(), "labels", new Explosive());
        Explosive.read = false;
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("serialised Java objects").hasMessageContaining("labels");
        assertThat(Explosive.read).isFalse();
    }

    /** Tells whether it was deserialised. */
    private static final class Explosive implements Serializable {

        private static final long serialVersionUID = 1L;

        private static boolean read;

        private Object readResolve() {
            read = true;
            return this;
        }
    }

    @Test
    void recurrentLayerIsNamed() throws IOException {
        final Path file = save(network(new LSTM.Builder().name("memory").nIn(3).nOut(2).build(),
            new RnnOutputLayer.Builder(LossFunction.MSE).nIn(2).nOut(1).activation(Activation.IDENTITY).build()));
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'memory' does not fit: it is a 'LSTM'");
    }

    /** The class of a layer is compared, never loaded. */
    @Test
    void unknownClassIsNamedAndNotLoaded() throws IOException {
        final Path file = changed(save(network(dense(3, 2, Activation.RELU), output(2))), "configuration.json",
            "org.deeplearning4j.nn.conf.layers.DenseLayer", "com.example.Evil");
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'com.example.Evil'");
    }

    @Test
    void activationThatDoesNotFitIsNamed() throws IOException {
        final Path file = save(network(dense(3, 2, Activation.SWISH), output(2)));
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).hasMessageContaining("'layer0' does not fit")
            .hasMessageContaining("'Swish'");
    }

    @Test
    void unpackedSizeIsLimited() throws IOException {
        final Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[100_000]);
            }
        }
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("Unpacked up to 'coefficients.bin' the file is larger than 10,000,000 bytes");
        assertThatThrownBy(() -> BRIDGE.read(file, 1000)).hasMessageContaining("1,000 are allowed");
    }

    /** Within the limit that the user sets, but a thousand times as large as the file. */
    @Test
    void aSmallFileCannotUnpackToHundredsOfMegabytes() throws IOException {
        final Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            for (int i = 0; i < 27; i++) {
                zip.write(new byte[10_000_000]);
            }
        }
        assertThat(Files.size(file)).isLessThan(300_000);
        assertThatThrownBy(() -> BRIDGE.read(file, 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("unpacks to 270,000,000").hasMessageContaining("at most 268,435,456 are plausible");
    }

    @Test
    void anEntryMustHaveTheSizeThatItAnnounces() throws IOException {
        final Path file = save(network(dense(3, 2, Activation.RELU), output(2)));
        for (final int absurd : new int[]{1, 100_000, Integer.MAX_VALUE, -1}) {
            final byte[] bytes = Files.readAllBytes(file);
            final int entry = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("coefficients.bin",
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002")) - 46;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, absurd);
            final Path changed = Files.write(folder.resolve("changed.zip"), bytes);
            assertThatThrownBy(() -> BRIDGE.read(changed, 4_000_000_000L)).as("%d bytes", absurd)
                .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void aConfigurationIsShort() throws IOException {
        final Map<String, byte[]> entries = entries(save(network(dense(3, 2, Activation.RELU), output(2))));
        entries.put("configuration.json", new byte[17_000_000]);
        assertThatThrownBy(() -> BRIDGE.read(write(entries), 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("at most 16,777,216 are plausible");
    }

    /** Sixteen gigabytes of constants, for a number in the configuration. */
    @Test
    void normalisationCannotHaveMoreUnitsThanTheFileHasParameters() throws IOException {
        final MultiLayerNetwork network = network(dense(6, 5, Activation.IDENTITY),
            new BatchNormalization.Builder().nOut(5).lockGammaBeta(true).gamma(2).beta(1).build(),
            new ActivationLayer(Activation.TANH), output(5));
        final String text = new String(entries(save(network)).get("configuration.json"), StandardCharsets.UTF_8);
        final int layer = text.indexOf("BatchNormalization");
        final int size = text.indexOf("\"nout\" : 5", layer);
        final Map<String, byte[]> entries = entries(folder.resolve("network.zip"));
        entries.put("configuration.json", (text.substring(0, size) + "\"nout\" : 2147483647"
            + text.substring(size + "\"nout\" : 5".length())).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> BRIDGE.read(write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("needs 4294967294 parameters");
    }

    @Test
    void damageIsNoticed() throws IOException {
        final MultiLayerNetwork network = network(dense(3, 2, Activation.RELU), output(2));
        final Path file = save(network);
        assertThatThrownBy(() -> BRIDGE.read(changed(file, "configuration.json", "\"nin\" : 3", "\"nin\" : 4"), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("parameters");
        assertThatThrownBy(() -> BRIDGE.read(changed(file, "configuration.json", "{", "["), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("not valid JSON");
        final Map<String, byte[]> entries = entries(file);
        final byte[] coefficients = entries.get("coefficients.bin");
        entries.put("coefficients.bin", Arrays.copyOf(coefficients, coefficients.length - 3));
        assertThatThrownBy(() -> BRIDGE.read(write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("ends too early");
        // The length of the values, made absurd: nothing may be allocated for it.
        final byte[] absurd = coefficients.clone();
        absurd[indexOf(coefficients, "FLOAT") - 10] = 0x7F;
        entries.put("coefficients.bin", absurd);
        assertThatThrownBy(() -> BRIDGE.read(write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("announces an array of");
        entries.remove("coefficients.bin");
        assertThatThrownBy(() -> BRIDGE.read(write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no 'coefficients.bin'");
        final Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file), 200));
        assertThatThrownBy(() -> BRIDGE.read(cut, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("damaged");
    }

    /** A recipe of absurd width, or one without inputs: neither memory nor luck may be needed. */
    @Test
    void descriptionThatDoesNotFitIsRefused() throws IOException {
        final Path file = Dl4jWriterTest.export(Dl4jWriterTest.pruned(1), Dl4jLayout.COMPACT, folder);
        final String width = "\"width\" : " + Dl4jWriterTest.WIDTH;
        for (final String absurd : List.of("\"width\" : 2000000000", "\"width\" : 50000000")) {
            assertThatThrownBy(() -> BRIDGE.read(changed(file, "reductor.json", width, absurd), LIMIT))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining("at most 2,000,000");
        }
        assertThatThrownBy(() -> BRIDGE.read(changed(file, "reductor.json", width, "\"width\" : 1900000"), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("10,000,000 bytes");
        for (final String absurd : List.of("\"inputz\"", "\"inputs\" : [ \"x\" ], \"inputz\"")) {
            assertThatThrownBy(() -> BRIDGE.read(changed(file, "reductor.json", "\"inputs\"", absurd), LIMIT))
                .isInstanceOf(ModelFormatException.class).hasMessageContaining("does not describe the network");
        }
    }

    /** Two gigabytes of values in an entry of some bytes. */
    @Test
    void normaliserCannotAnnounceMoreThanItHolds() throws IOException {
        final MultiLayerNetwork network = network(dense(3, 2, Activation.RELU), output(2));
        final NormalizerStandardize normalizer = new NormalizerStandardize();
        normalizer.fit(new DataSet(rows(20, 3), rows(20, 1)));
        final Path file = save(network);
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        final Map<String, byte[]> entries = entries(file);
        final byte[] absurd = entries.get("normalizer.bin");
        absurd[indexOf(absurd, "FLOAT") - 6] = 0x0F;
        entries.put("normalizer.bin", absurd);
        final Path changed = write(entries);
        assertThatThrownBy(() -> BRIDGE.read(changed, 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("announces an array of");
        entries.put("normalizer.bin", new byte[]{0, 3, (byte)0xFF, (byte)0xFF, (byte)0xFF});
        final Path none = write(entries);
        assertThatThrownBy(() -> BRIDGE.read(none, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("damaged");
    }

    @Test
    void preprocessorsAreRefused() throws IOException {
        final NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
        list.layer(dense(12, 2, Activation.RELU)).layer(output(2));
        list.inputPreProcessor(0, new CnnToFeedForwardPreProcessor(2, 2, 3));
        final MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        assertThatThrownBy(() -> BRIDGE.read(save(network), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("CnnToFeedForwardPreProcessor");
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
        assertThat(predictions(BRIDGE.read(save(network), LIMIT), rows))
            .containsExactly(doubles(network.output(rows)), within(1e-6));
    }

    private static int indexOf(final byte[] bytes, final String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private Path changed(final Path file, final String entry, final String from, final String to) throws IOException {
        final Map<String, byte[]> entries = entries(file);
        final String text = new String(entries.get(entry), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        entries.put(entry, text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        return write(entries);
    }

    private static Map<String, byte[]> entries(final Path file) throws IOException {
        final Map<String, byte[]> entries = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path write(final Map<String, byte[]> entries) throws IOException {
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

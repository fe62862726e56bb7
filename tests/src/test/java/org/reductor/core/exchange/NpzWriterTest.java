/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Heads;

class NpzWriterTest {

    private static final Pattern HEADER =
        Pattern.compile("\\{'descr': '<(..)', 'fortran_order': False, 'shape': \\((?:(\\d+),)?\\), } *\n");

    private static Map<String, byte[]> archive(final NetworkModel model) throws IOException {
        return Archive.entries(Archive.bytes(NpzWriter::write, model));
    }

    /** The values of an array, which must have the type. */
    private static ByteBuffer values(final Map<String, byte[]> archive, final String name, final String type) {
        final byte[] bytes = archive.get(name + ".npy");
        assertThat(new String(bytes, 0, 8, StandardCharsets.ISO_8859_1)).isEqualTo("\u0093NUMPY\u0001\u0000");
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8);
        final byte[] text = new byte[buffer.getShort()];
        buffer.get(text);
        assertThat(buffer.position() % 64).isZero();
        final Matcher header = HEADER.matcher(new String(text, StandardCharsets.US_ASCII));
        assertThat(header.matches()).isTrue();
        assertThat(header.group(1)).isEqualTo(type);
        final int length = header.group(2) == null ? 1 : Integer.parseInt(header.group(2));
        assertThat(buffer.remaining()).isEqualTo(length * Character.digit(type.charAt(1), 10));
        return buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] ints(final Map<String, byte[]> archive, final String name) {
        final ByteBuffer buffer = values(archive, name, "i4");
        final int[] ints = new int[buffer.remaining() / 4];
        buffer.asIntBuffer().get(ints);
        return ints;
    }

    private static float[] floats(final Map<String, byte[]> archive, final String name) {
        final ByteBuffer buffer = values(archive, name, "f4");
        final float[] floats = new float[buffer.remaining() / 4];
        buffer.asFloatBuffer().get(floats);
        return floats;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, 0})
    void theArraysAreTheNetworks(final double kept) throws IOException {
        final NetworkModel model = RandomModel.pruned(2, kept, Activation.RELU, 50, 12, 5, 1);
        final Map<String, byte[]> archive = archive(model);
        final Mask mask = model.networks().masks().get(0);
        assertThat(ints(archive, "network0_inputs")).containsExactly(mask.units(0));
        for (int l = 0; l < 3; l++) {
            for (int n = 0; n < 2; n++) {
                final String layer = "network" + n + "_layer" + l;
                assertThat(ints(archive, layer + "_units")).containsExactly(mask.units(l + 1));
                final int[] shape = ints(archive, layer + "_shape");
                assertThat(shape).containsExactly(mask.sizes()[l], mask.sizes()[l + 1]);
                final int[] starts = ints(archive, layer + "_indptr");
                final int[] columns = ints(archive, layer + "_indices");
                assertThat(columns).hasSize(mask.keptWeights(l));
                final Network network = model.networks().network(n);
                final float[] data = floats(archive, layer + "_data");
                final float[] kernel = new float[shape[0] * shape[1]];
                for (int row = 0; row < shape[0]; row++) {
                    for (int i = starts[row]; i < starts[row + 1]; i++) {
                        kernel[row * shape[1] + columns[i]] = data[i];
                    }
                }
                assertThat(kernel).containsExactly(network.kernel(l));
                assertThat(floats(archive, layer + "_bias")).containsExactly(network.bias(l));
            }
        }
        assertThat(values(archive, "network1_target_center", "f8").getDouble()).isEqualTo(6.5);
        assertThat(values(archive, "network1_target_scale", "f8").getDouble()).isEqualTo(1.3);
    }

    /** As someone would with NumPy, following the texts of network.json. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3})
    void classesAndSeveralTargetsCanBePredictedFromTheArrays(final double kept) throws IOException {
        final Heads heads = RandomModel.severalHeads();
        assertPredicted(RandomModel.pruned(heads, 2, kept, Activation.RELU, 50, 12, heads.outputs()));
    }

    @Test
    void networksWithMasksAndScalesOfTheirOwnCanBePredictedFromTheArrays() throws IOException {
        assertPredicted(RandomModel.apart(2, 0.3, Activation.RELU, 50, 12, 1));
    }

    private static void assertPredicted(final NetworkModel model) throws IOException {
        final Heads heads = model.networks().heads();
        final Map<String, byte[]> archive = archive(model);
        final JsonNode targets = new ObjectMapper().readTree(archive.get("network.json")).get("targets");
        final Predictor predictor = new Predictor(model.networks());
        final double[] expected = new double[predictor.width()];
        predictor.predict(new int[]{1, 7, 20, 33, 49}, null, expected);
        final double[] actual = new double[predictor.width()];
        for (int n = 0; n < 2; n++) {
            final DoubleBuffer centers = values(archive, "network" + n + "_target_center", "f8").asDoubleBuffer();
            final DoubleBuffer scales = values(archive, "network" + n + "_target_scale", "f8").asDoubleBuffer();
            assertThat(centers.remaining()).isEqualTo(heads.outputs());
            assertThat(scales.remaining()).isEqualTo(heads.outputs());
            assertThat(ints(archive, "network" + n + "_layer1_units")).hasSize(heads.outputs());
            double[] units = features(ints(archive, "network" + n + "_inputs"), 1, 7, 20, 33, 49);
            units = layer(archive, n, 0, units);
            for (int i = 0; i < units.length; i++) {
                units[i] = Math.max(0, units[i]);
            }
            final double[] outputs = layer(archive, n, 1, units);
            int next = 0;
            for (final JsonNode target : targets) {
                final int classes = target.get("classes").size();
                if (classes == 0) {
                    actual[n * outputs.length + next] = outputs[next] * scales.get(next) + centers.get(next);
                } else if (classes == 2) {
                    actual[n * outputs.length + next] = 1 / (1 + Math.exp(-outputs[next]));
                } else {
                    final int first = next;
                    final double sum =
                        IntStream.range(0, classes).mapToDouble(c -> Math.exp(outputs[first + c])).sum();
                    for (int c = 0; c < classes; c++) {
                        actual[n * outputs.length + first + c] = Math.exp(outputs[first + c]) / sum;
                    }
                }
                next += classes > 2 ? classes : 1;
            }
            assertThat(next).isEqualTo(outputs.length);
        }
        assertThat(actual).containsExactly(expected, within(1e-4));
    }

    private static double[] features(final int[] inputs, final int... set) {
        return Arrays.stream(inputs).mapToDouble(input -> Arrays.binarySearch(set, input) >= 0 ? 1 : 0).toArray();
    }

    /** The sums of one layer of one network. */
    private static double[] layer(final Map<String, byte[]> archive, final int network, final int layer,
        final double[] below) {
        final int[] starts = ints(archive, "network" + network + "_layer" + layer + "_indptr");
        final int[] columns = ints(archive, "network" + network + "_layer" + layer + "_indices");
        final float[] data = floats(archive, "network" + network + "_layer" + layer + "_data");
        final float[] bias = floats(archive, "network" + network + "_layer" + layer + "_bias");
        final double[] sums = new double[bias.length];
        for (int unit = 0; unit < bias.length; unit++) {
            sums[unit] = bias[unit];
        }
        for (int row = 0; row < below.length; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sums[columns[i]] += data[i] * below[row];
            }
        }
        return sums;
    }

    @Test
    void theJsonNamesEveryArrayAndWhatTheNetworksAre() throws IOException {
        final NetworkModel model = RandomModel.pruned(2, 0.5, Activation.TANH, 30, 8, 1);
        final Map<String, byte[]> archive = archive(model);
        final JsonNode json = new ObjectMapper().readTree(archive.get("network.json"));
        assertThat(json.at("/architecture/hidden").asText()).isEqualTo("TANH");
        assertThat(json.at("/targets/0/name").asText()).isEqualTo("yield \u00b5");
        assertThat(json.at("/weights/original").asInt()).isEqualTo(248);
        assertThat(json.at("/fingerprint").asText()).isEqualTo(model.fingerprint());
        assertThat(json.at("/recipe/0/kind").asText()).isEqualTo("morgan");
        assertThat(json.at("/provenance/settings/seed").asText()).isEqualTo("4");
        final List<String> explained = List.of(String.join(", ", (Iterable<String>)json.get("contents")::fieldNames)
            .split(", "));
        assertThat(archive.keySet()).allSatisfy(entry -> assertThat(explained.contains(
            entry.replace(".npy", "").replaceAll("layer\\d", "layerL").replaceAll("network\\d", "networkN"))
            || "network.json".equals(entry)).as(entry).isTrue());
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        assertThat(Archive.bytes(NpzWriter::write, RandomModel.pruned(2, 0.1, Activation.RELU, 300, 40, 1)))
            .isEqualTo(Archive.bytes(NpzWriter::write, RandomModel.pruned(2, 0.1, Activation.RELU, 300, 40, 1)));
    }
}

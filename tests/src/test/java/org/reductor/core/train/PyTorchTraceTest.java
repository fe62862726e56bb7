/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.OneNumber;

/** Both engines against trainings that PyTorch did with the same batches; benchmarks/peers/trace.py recorded them. */
class PyTorchTraceTest {

    private static final JsonNode TRACE = read();

    private static JsonNode read() {
        try (InputStream in = PyTorchTraceTest.class.getResourceAsStream("/pytorch-trace.json")) {
            return new ObjectMapper().readTree(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> cases() {
        return StreamSupport.stream(TRACE.path("cases").spliterator(), false).flatMap(recorded -> Arrays
            .stream(OwnEngine.values()).map(engine -> Arguments.of(recorded.path("name").asText(), engine, recorded)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cases")
    void lossesAndWeightsAreThoseOfPyTorch(final String name, final OwnEngine engine, final JsonNode recorded) {
        final int[] sizes = ints(recorded.path("sizes"));
        final Network network = network(sizes, Activation.valueOf(recorded.path("activation").asText()));
        final int[] rows = IntStream.range(0, TRACE.path("rows").asInt()).toArray();
        final int batchSize = TRACE.path("batchSize").asInt();
        final TrainingSettings settings = TrainingSettings.defaults().withBatchSize(batchSize)
            .withLoss(Objectives.of(recorded.path("loss").asText()))
            .withOptimizer(new Optimizer(Optimizer.Kind.valueOf(recorded.path("optimizer").asText()),
                recorded.path("learningRate").asDouble(), recorded.path("momentum").asDouble(),
                recorded.path("weightDecay").asDouble()));
        final TrainingTask task = new TrainingTask(
            new BatchPlan(rows, batchSize, 0, epoch -> ints(TRACE.path("orders").get(epoch))), rows,
            OneNumber.of(floats(TRACE.path("targets")), settings.loss()));
        final CsrMatrix features = features(recorded.path("valued").asBoolean());
        final Epochs epochs = engine.begin(network, features, Mask.full(sizes), settings, task, () -> false);
        for (int epoch = 0; epoch < 2; epoch++) {
            assertThat(epochs.run(epoch)).as("loss of epoch %d", epoch)
                .isCloseTo(recorded.path("epochLosses").get(epoch).asDouble(), within(1e-6));
            epochs.copyTo(network);
            final JsonNode checks = recorded.path("checks").get(epoch);
            for (int l = 0; l < network.layers(); l++) {
                compare(network.kernel(l), checks.path("kernels").get(l));
                compare(network.bias(l), checks.path("biases").get(l));
            }
        }
    }

    private static void compare(final float[] weights, final JsonNode sums) {
        double sum = 0;
        double squares = 0;
        for (final float weight : weights) {
            sum += weight;
            squares += (double)weight * weight;
        }
        // Rounding errors of the weights, below 1e-6 each, do not add up in one direction.
        assertThat(sum).isCloseTo(sums.get(0).asDouble(), within(1e-6 * Math.sqrt(weights.length)));
        assertThat(squares).isCloseTo(sums.get(1).asDouble(), within(1e-5 * Math.max(1e-2, squares)));
    }

    private static Network network(final int[] sizes, final Activation activation) {
        final String key = Arrays.toString(sizes).replaceAll("[\\[\\] ]", "");
        final JsonNode weights = TRACE.path("networks").path(key);
        final float[][] kernels = new float[sizes.length - 1][];
        final float[][] biases = new float[sizes.length - 1][];
        for (int l = 0; l < kernels.length; l++) {
            kernels[l] = floats(weights.path("kernels").get(l));
            biases[l] = floats(weights.path("biases").get(l));
        }
        return new Network(sizes, activation, kernels, biases);
    }

    private static CsrMatrix features(final boolean valued) {
        final CsrMatrix.Builder builder = CsrMatrix.builder(TRACE.path("columns").asInt());
        for (int row = 0; row < TRACE.path("rows").asInt(); row++) {
            final int[] columns = ints(TRACE.path("features").get(row));
            if (valued) {
                builder.addRow(columns, floats(TRACE.path("values").get(row)));
            } else {
                builder.addBinaryRow(columns);
            }
        }
        return builder.build();
    }

    private static int[] ints(final JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    /** Of the shortest decimal texts of the floats, so that the bits are PyTorch's. */
    private static float[] floats(final JsonNode list) {
        final float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.parseFloat(list.get(i).asText());
        }
        return floats;
    }
}

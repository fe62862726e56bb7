/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.Limits;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Writes networks as an ONNX model (onnx.ai), which ONNX Runtime and many other programs run.
 *
 * <p>Input: {@code features}, float, one row a sample, as many columns as the recipe makes features. Outputs, all
 * float, with a column for each prediction that {@link org.reductor.core.objective.Heads#predict} makes (a number in
 * the user's units, the probability of the second of two classes, the probability of each of more classes):
 * {@code prediction} (rows x predictions), the mean of the networks; {@code spread} (rows x predictions), their sample
 * standard deviation, NaN for a single network; {@code members} (rows x networks * predictions), one network after the
 * other. They agree with {@link org.reductor.core.network.Predictor} but for the rounding of float sums in another
 * order. Features that no weight reads must still be finite.
 *
 * <p>The file shrinks as the networks do: of a pruned kernel it holds just the kept weights, and once for all networks
 * that share a mask their positions, which standard operators expand when the model is loaded. The recipe, the scale of the
 * targets and the provenance are in the model's metadata, under names that start with {@code reductor}.
 */
public final class OnnxWriter {

    /** The operators are of this set or older (ONNX 1.8, ONNX Runtime 1.6): a model should run where it is needed. */
    private static final int OPERATOR_SET = 13;
    private static final int IR_VERSION = 7;

    /** Version of the graph's inputs and outputs. */
    private static final int MODEL_VERSION = 1;

    private static final String FEATURES = "features";

    private final NetworkEnsemble networks;
    private final OnnxGraph graph = new OnnxGraph("reductor");

    private OnnxWriter(final NetworkModel model) {
        networks = model.networks();
    }

    /**
     * Writes a model. Equal models give equal bytes but for what their provenance records.
     *
     * @param model what to write
     * @param out where to; not closed
     * @throws IllegalArgumentException if the networks are larger than the 2 GB that ONNX allows; nothing is written
     *             then
     * @throws IOException if writing fails
     */
    public static void write(final NetworkModel model, final OutputStream out) throws IOException {
        // Before memory is taken: the kept weights are most of the file.
        requireRoom(model.networks().allKeptWeights() * Float.BYTES);
        final ProtoMessage proto = new OnnxWriter(model).proto(model);
        requireRoom(proto.size());
        proto.writeTo(out);
    }

    static void requireRoom(final long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The ONNX model would have %,d bytes, and "
                + "the format allows 2 GB. Export single networks, or prune further.", bytes));
        }
        Limits.requireHeap(bytes, "the ONNX model, which is put together in memory",
            "Export single networks, prune further, or give Java more memory.");
    }

    private ProtoMessage proto(final NetworkModel model) {
        graph.input(FEATURES, networks.inputs(), "The features of the recipe, in its order; 0 where one is absent.");
        final int members = networks.size();
        final int predictions = networks.heads().outputs();
        new OnnxResult(graph, networks.members().stream().map(Member::heads).toList()).add(outputs());
        graph.output("prediction", predictions, "Predicted " + networks.heads().names()
            + ": the mean of the networks.");
        graph.output("spread", predictions, OnnxMetadata.spread(members));
        graph.output("members", (long)members * predictions, "The prediction of each network.");
        final ProtoMessage proto = new ProtoMessage().number(1, IR_VERSION).text(2, "Reductor")
            .text(3, model.provenance().versions().getOrDefault("reductor", "")).number(5, MODEL_VERSION)
            .text(6, OnnxMetadata.description(model)).message(7, graph.proto())
            .message(8, new ProtoMessage().text(1, "").number(2, OPERATOR_SET));
        OnnxMetadata.of(model)
            .forEach((key, value) -> proto.message(14, new ProtoMessage().text(1, key).text(2, value)));
        return proto;
    }

    /** Adds all networks; returns the names of their outputs, which are in the units of the training. */
    private List<String> outputs() {
        final String[] outputs = new String[networks.size()];
        final List<Mask> masks = networks.masks();
        for (int m = 0; m < masks.size(); m++) {
            final Mask mask = masks.get(m);
            final int[] numbers = IntStream.range(0, networks.size())
                .filter(n -> networks.members().get(n).mask() == mask).toArray();
            final OnnxSelection selection = new OnnxSelection(graph, masks.size() == 1 ? "" : "mask" + m + "/");
            final String inputs = selection.inputs(mask, FEATURES);
            for (final int n : numbers) {
                outputs[n] = inputs;
            }
            for (int l = 0; l < mask.layers(); l++) {
                final String[] kernels = selection.kernels(mask, networks, numbers, l);
                for (int i = 0; i < numbers.length; i++) {
                    outputs[numbers[i]] = layer(numbers[i], l, outputs[numbers[i]], kernels[i]);
                }
            }
        }
        return List.of(outputs);
    }

    private String layer(final int number, final int layer, final String below, final String kernel) {
        final Network network = networks.network(number);
        final String name = "network" + number + "/layer" + layer;
        final String sum =
            graph.node("Gemm", name + "/sum", below, kernel, OnnxSelection.bias(graph, name, network.bias(layer)));
        return layer == network.layers() - 1 ? sum : activation(network.hidden(), name + "/units", sum);
    }

    private String activation(final Activation activation, final String name, final String sum) {
        return switch (activation) {
            case RELU -> graph.node("Relu", name, sum);
            case LEAKY_RELU -> graph.node("LeakyRelu", List.of(OnnxGraph.attribute("alpha", 0.01f)), name, sum);
            case ELU -> graph.node("Elu", List.of(OnnxGraph.attribute("alpha", 1f)), name, sum);
            case TANH -> graph.node("Tanh", name, sum);
            case SIGMOID -> graph.node("Sigmoid", name, sum);
            case LINEAR -> sum;
        };
    }
}

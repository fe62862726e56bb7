/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

class OnnxWriterTest {

    private static final int ROWS = 40;

    private static byte[] onnx(final NetworkModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxWriter.write(model, out);
        return out.toByteArray();
    }

    private static CsrMatrix rows(final int columns, final boolean binary) {
        final Random random = new Random(8);
        final CsrMatrix.Builder builder = CsrMatrix.builder(columns);
        for (int row = 0; row < ROWS; row++) {
            final int[] set = IntStream.range(0, columns).filter(i -> random.nextInt(5) == 0).toArray();
            if (binary) {
                builder.addBinaryRow(set);
            } else {
                final float[] values = new float[set.length];
                for (int i = 0; i < set.length; i++) {
                    values[i] = (float)random.nextGaussian();
                }
                builder.addRow(set, values);
            }
        }
        return builder.build();
    }

    private static float[][] dense(final CsrMatrix matrix) {
        final float[][] dense = new float[matrix.rows()][matrix.columns()];
        for (int row = 0; row < dense.length; row++) {
            final int[] columns = matrix.rowColumns(row);
            final float[] values = matrix.rowValues(row);
            for (int i = 0; i < columns.length; i++) {
                dense[row][columns[i]] = values == null ? 1 : values[i];
            }
        }
        return dense;
    }

    private static OrtSession session(final byte[] onnx) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(onnx, options);
        }
    }

    /** ONNX Runtime must see in the file what the predictor sees in memory, but for what no float can say. */
    private static void assertAgreement(final NetworkModel model, final boolean binary)
        throws IOException, OrtException {
        final CsrMatrix rows = rows(model.networks().inputs(), binary);
        final Predictor predictor = new Predictor(model.networks());
        try (OrtSession session = session(onnx(model));
            OnnxTensor features = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), dense(rows));
            OrtSession.Result result = session.run(Map.of("features", features))) {
            final float[][] prediction = (float[][])result.get("prediction").orElseThrow().getValue();
            final float[][] spread = (float[][])result.get("spread").orElseThrow().getValue();
            final float[][] members = (float[][])result.get("members").orElseThrow().getValue();
            final int width = predictor.heads().outputs();
            assertThat(prediction).hasDimensions(ROWS, width);
            assertThat(spread).hasDimensions(ROWS, width);
            assertThat(members).hasDimensions(ROWS, predictor.width());
            final double[] all = new double[predictor.width()];
            for (int row = 0; row < ROWS; row++) {
                predictor.predict(rows, row, row + 1, all);
                for (int p = 0; p < width; p++) {
                    final int column = p;
                    final double[] expected =
                        IntStream.range(0, predictor.members()).mapToDouble(n -> all[n * width + column]).toArray();
                    assertThat((double)prediction[row][p]).isCloseTo(Predictor.mean(expected),
                        tolerance(Predictor.mean(expected)));
                    assertThat((double)spread[row][p]).isCloseTo(Predictor.spread(expected), within(1e-5));
                }
                for (int i = 0; i < all.length; i++) {
                    assertThat((double)members[row][i]).isCloseTo(all[i], tolerance(all[i]));
                }
            }
        }
    }

    private static Offset<Double> tolerance(final double expected) {
        return within(1e-5 + Math.ulp((float)expected) / 2);
    }

    static Stream<Arguments> prunedNetworks() {
        final List<Arguments> all = new ArrayList<>();
        for (final int[] sizes : new int[][]{{300, 40, 1}, {300, 40, 20, 1}}) {
            for (final double kept : new double[]{1, 0.5, 0.1, 0.001, 0}) {
                for (final int members : new int[]{1, 4}) {
                    for (final boolean binary : new boolean[]{true, false}) {
                        all.add(Arguments.of(sizes, kept, members, binary));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("prunedNetworks")
    void onnxRuntimePredictsAsReductorDoes(final int[] sizes, final double kept, final int members,
        final boolean binary) throws IOException, OrtException {
        assertAgreement(RandomModel.pruned(members, kept, Activation.RELU, sizes), binary);
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationIsThatOfReductor(final Activation activation) throws IOException, OrtException {
        for (final double kept : new double[]{1, 0.1, 0}) {
            assertAgreement(RandomModel.pruned(3, kept, activation, 60, 30, 10, 1), false);
        }
    }

    static Stream<Arguments> targets() {
        final List<Arguments> all = new ArrayList<>();
        for (final Heads heads : List.of(new Heads(List.of(RandomModel.classes(RandomModel.TOXIC))),
            new Heads(List.of(RandomModel.classes(RandomModel.SOLUBILITY))),
            new Heads(List.of(RandomModel.number("a", new AffineScale(6.5, 1.3)),
                RandomModel.number("b", new AffineScale(-1000, 27)))),
            new Heads(Collections.nCopies(12, RandomModel.classes(RandomModel.TOXIC))), RandomModel.severalHeads())) {
            for (final double kept : new double[]{1, 0.1, 0}) {
                for (final int members : new int[]{1, 4}) {
                    all.add(Arguments.of(heads, kept, members));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void classesAndSeveralTargetsArePredictedAsReductorDoes(final Heads heads, final double kept, final int members)
        throws IOException, OrtException {
        assertAgreement(RandomModel.pruned(heads, members, kept, Activation.RELU, 100, 30, 12, heads.outputs()), true);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.4, 0.02})
    void networksWithMasksAndScalesOfTheirOwnArePredictedAsReductorDoes(final double kept)
        throws IOException, OrtException {
        assertAgreement(RandomModel.apart(3, kept, Activation.RELU, 300, 40, 9, 1), true);
        assertAgreement(RandomModel.apart(2, kept, Activation.TANH, 30, 12, 1), false);
    }

    @Test
    void probabilitiesOfClassesAddUpToOneAndFarOutputsAreCertain() throws IOException, OrtException {
        final Heads heads = new Heads(
            List.of(RandomModel.classes(RandomModel.TOXIC), RandomModel.classes(RandomModel.SOLUBILITY)));
        final Network network = new Network(new int[]{1, 1, 4}, Activation.LINEAR,
            new float[][]{{1}, {0, 0, 0, 0}}, new float[][]{{0}, {-3000, 2000, 0, 1999}});
        try (OrtSession session = session(onnx(RandomModel.of(
            new NetworkEnsemble(Mask.full(1, 1, 4), List.of(network), heads))));
            OnnxTensor features =
                OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new float[][]{{1}});
            OrtSession.Result result = session.run(Map.of("features", features))) {
            final float[][] prediction = (float[][])result.get("prediction").orElseThrow().getValue();
            assertThat(prediction[0]).containsExactly(new float[]{0, 0.7310586f, 0, 0.2689414f}, within(1e-6f));
        }
    }

    @Test
    void theDescriptionSaysWhatEachColumnIs() throws IOException, OrtException {
        final Heads heads = RandomModel.severalHeads();
        try (OrtSession session =
            session(onnx(RandomModel.pruned(heads, 2, 1, Activation.RELU, 30, 8, heads.outputs())))) {
            assertThat(session.getMetadata().getDescription()).contains("Each output predicts in 12 columns "
                + "'yield \u00b5' in its units; 'boiling point' in its units; the probability that 'toxic' is 'yes' "
                + "and not 'no'; the probability that 'active' is '1' and not '0'; the probabilities that 'solubility' "
                + "is 'low', 'medium', 'high'; the probabilities that 'phase' is 'I', 'II', 'III', 'IV'; 'logD' in "
                + "its units.");
            assertThat(session.getMetadata().getCustomMetadata().get("reductor.targets"))
                .contains("\"classes\":[\"low\",\"medium\",\"high\"]");
        }
    }

    /** If anything behind the networks were done in single precision, the spread would be off by the roundings. */
    @ParameterizedTest
    @ValueSource(doubles = {50, -1000})
    void aTargetFarFromZeroCostsNoPrecision(final double center) throws IOException, OrtException {
        assertAgreement(RandomModel.scaled(RandomModel.pruned(5, 0.2, Activation.RELU, 300, 40, 1),
            new AffineScale(center, 27)), true);
    }

    @Test
    void aSingleNetworkHasNoSpreadAndTheModelSaysSo() throws IOException, OrtException {
        final NetworkModel model = RandomModel.pruned(1, 0.5, Activation.RELU, 300, 40, 1);
        try (OrtSession session = session(onnx(model));
            OnnxTensor features = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), dense(rows(300, true)));
            OrtSession.Result result = session.run(Map.of("features", features))) {
            for (final float[] spread : (float[][])result.get("spread").orElseThrow().getValue()) {
                assertThat(spread).containsExactly(Float.NaN);
            }
            assertThat(session.getMetadata().getDescription())
                .endsWith("'spread': Not a number: a single network has no spread.");
        }
        try (OrtSession session = session(onnx(RandomModel.pruned(2, 0.5, Activation.RELU, 300, 40, 1)))) {
            assertThat(session.getMetadata().getDescription())
                .endsWith("'spread': Sample standard deviation of the networks' predictions.");
        }
    }

    /** Compaction leaves no such masks, but other ways to make one may. */
    static Stream<Mask> oddMasks() {
        final Mask tiny = Mask.full(1, 1, 1);
        return Stream.of(tiny, Mask.full(3, 1),
            // Levels without units, above and below others; no flag set without any unit gone.
            new Mask(new int[]{5, 3, 2, 1}, new int[][]{{}, {0, 2}, {1}, {0}},
                new boolean[][]{{}, {true, false}, {true}}),
            new Mask(new int[]{5, 3, 2, 1}, new int[][]{{1, 4}, {}, {0, 1}, {0}},
                new boolean[][]{{}, {}, {true, true}}),
            new Mask(new int[]{5, 3, 2, 1}, new int[][]{{1, 4}, {0, 1}, {}, {0}},
                new boolean[][]{{true, true, false, true}, {}, {}}),
            new Mask(new int[]{40, 30, 1}, new int[][]{IntStream.range(0, 40).toArray(),
                IntStream.range(0, 30).toArray(), {0}}, new boolean[][]{new boolean[1200], new boolean[30]}),
            only(0), only(999), only(500));
    }

    /** One weight of a thousand, at the first, the last or another place. */
    private static Mask only(final int place) {
        final boolean[] kept = new boolean[1000];
        kept[place] = true;
        return new Mask(new int[]{50, 20, 1}, new int[][]{IntStream.range(0, 50).toArray(),
            IntStream.range(0, 20).toArray(), {0}}, new boolean[][]{kept, Mask.full(20, 1).kept(0)});
    }

    @ParameterizedTest
    @MethodSource("oddMasks")
    void levelsWithoutUnitsAndLoneWeightsAreNoSpecialCase(final Mask mask) throws IOException, OrtException {
        assertAgreement(RandomModel.under(mask, 1, Activation.SIGMOID), true);
        assertAgreement(RandomModel.under(mask, 3, Activation.ELU), false);
    }

    @Test
    void ninetyPercentFewerWeightsMakeTheFileAtLeastEightTimesSmaller() throws IOException {
        for (final int members : new int[]{1, 5}) {
            final int unpruned = onnx(RandomModel.pruned(members, 1, Activation.RELU, 2048, 256, 1)).length;
            assertThat(onnx(RandomModel.pruned(members, 0.1, Activation.RELU, 2048, 256, 1)).length)
                .isLessThan(unpruned / 8);
            // Harder: no unit dies, so that nothing but the packing makes it small.
            final Mask alive = Mask.full(2048, 256, 1);
            final Random random = new Random(2);
            for (int i = 0; i < alive.kept(0).length; i++) {
                alive.kept(0)[i] = random.nextInt(10) == 0;
            }
            assertThat(onnx(RandomModel.under(alive, members, Activation.RELU)).length).isLessThan(unpruned / 8);
        }
    }

    @Test
    void aRuntimeReadsWhatTheModelIs() throws IOException, OrtException {
        final NetworkModel model = RandomModel.pruned(2, 0.5, Activation.RELU, 30, 8, 1);
        try (OrtSession session = session(onnx(model))) {
            final var metadata = session.getMetadata();
            final Map<String, String> custom = metadata.getCustomMetadata();
            assertThat(metadata.getProducerName()).isEqualTo("Reductor");
            assertThat(metadata.getDescription()).contains("Predicts yield \u00b5 with the mean of 2 networks",
                "29 of kind 'morgan' from column 'smiles, \"drawn\"'; 1 of kind 'numeric' from column 'pH'");
            assertThat(FeatureRecipe.fromJson(custom.get("reductor.recipe"))).isEqualTo(model.recipe());
            assertThat(custom).containsEntry("reductor.targets",
                "[{\"name\":\"yield \u00b5\",\"unit\":\"\",\"classes\":[],"
                    + "\"objective\":\"RMSE\",\"centers\":[6.5,6.5],\"scales\":[1.3,1.3]}]")
                .containsEntry("reductor.members", "2").containsEntry("reductor.weights.original", "248")
                .containsEntry("reductor.weights.kept", Long.toString(model.networks().keptWeights()))
                .containsEntry("reductor.fingerprint", model.fingerprint());
            assertThat(custom.get("reductor.provenance")).contains("\"dataSha256\":\"0123abcd\"", "\"seed\":\"4\"");
            assertThat(session.getInputNames()).containsExactly("features");
            assertThat(session.getOutputNames()).containsExactly("prediction", "spread", "members");
        }
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        assertThat(onnx(RandomModel.pruned(2, 0.1, Activation.TANH, 300, 40, 1)))
            .isEqualTo(onnx(RandomModel.pruned(2, 0.1, Activation.TANH, 300, 40, 1)));
    }

    @Test
    void moreThanTheFormatHoldsIsRefusedBeforeMemoryIsTaken() {
        assertThatThrownBy(() -> OnnxWriter.requireRoom(3_000_000_000L)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("3,000,000,000 bytes").hasMessageContaining("the format allows 2 GB")
            .hasMessageContaining("Export single networks");
    }

    @Test
    void numbersAreEncodedAsProtobufsDocumentationSays() throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProtoMessage().number(1, 150).text(2, "testing").message(3, new ProtoMessage().number(1, 150)).number(4, -2)
            .real(5, 1).writeTo(out);
        assertThat(out.toByteArray()).inHexadecimal().containsExactly(0x08, 0x96, 0x01, 0x12, 0x07, 't', 'e', 's', 't',
            'i', 'n', 'g', 0x1a, 0x03, 0x08, 0x96, 0x01, 0x20, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
            0x01, 0x2d, 0, 0, 0x80, 0x3f);
        assertThat(Arrays.stream(new long[]{0, 127, 128}).map(v -> new ProtoMessage().number(1, v).size()).toArray())
            .containsExactly(2, 2, 3);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Task;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;

/** Networks of ours for DL4J: what it makes of their files, and what comes back. */
class Dl4jWriterTest {

    private static final long LIMIT = 10_000_000;

    static final int WIDTH = 30;

    private static final Dl4jBridge BRIDGE = new Dl4jBridge();

    @TempDir
    private Path folder;

    static NetworkModel pruned(final int members) {
        return pruned(Heads.number("pKi", new AffineScale(6.5, 1.3)), members);
    }

    private static NetworkModel pruned(final Heads heads, final int members) {
        return pruned(8, heads, members);
    }

    private static NetworkModel pruned(final int seed, final Heads heads, final int members) {
        final int[] sizes = {WIDTH, 12, 8, heads.outputs()};
        final Random random = new Random(seed);
        final Mask full = Mask.full(sizes);
        final boolean[][] kept = new boolean[full.layers()][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = new boolean[full.kept(l).length];
            for (int i = 0; i < kept[l].length; i++) {
                kept[l][i] = random.nextInt(10) < 3;
            }
        }
        final boolean[] varies = new boolean[WIDTH];
        Arrays.fill(varies, 3, WIDTH, true);
        final Compaction compaction = Compaction.of(full, kept, varies, new float[WIDTH]);
        final List<Network> networks = new ArrayList<>();
        for (int n = 0; n < members; n++) {
            networks.add(compaction.apply(
                Network.glorotUniform(sizes, Activation.SIGMOID, 30 + n)));
        }
        return new NetworkModel(new NetworkEnsemble(compaction.mask(), networks, heads),
            Dl4jFixture.recipe(WIDTH), List.of(), Provenance.imported(WIDTH, new TreeMap<>(), Map.of()));
    }

    static Path export(final NetworkModel model, final Dl4jLayout layout, final Path folder) throws IOException {
        final Path file = folder.resolve(layout + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            BRIDGE.writeDl4j(model, layout, out);
        }
        return file;
    }

    /** For each row the mean of each prediction over the networks. */
    private static double[] means(final NetworkModel model, final CsrMatrix features) {
        final Predictor predictor = new Predictor(model.networks());
        final int outputs = model.networks().heads().outputs();
        final double[] all = new double[features.rows() * predictor.width()];
        predictor.predict(features, 0, features.rows(), all);
        final double[] means = new double[features.rows() * outputs];
        for (int i = 0; i < means.length; i++) {
            final int first = i / outputs * predictor.width() + i % outputs;
            means[i] = Predictor.mean(
                IntStream.range(0, predictor.members()).mapToDouble(n -> all[first + n * outputs]).toArray());
        }
        return means;
    }

    private static CsrMatrix bits() {
        final Random random = new Random(2);
        final CsrMatrix.Builder builder = CsrMatrix.builder(WIDTH);
        for (int row = 0; row < 9; row++) {
            builder.addBinaryRow(
                IntStream.range(0, WIDTH).filter(i -> random.nextInt(3) == 0).toArray());
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource(Dl4jLayout.class)
    void exportedNetworksPredictInDl4jAsHere(final Dl4jLayout layout) throws IOException {
        assertAgreement(pruned(3), layout);
    }

    @ParameterizedTest
    @EnumSource(Dl4jLayout.class)
    void networksWithMasksAndScalesOfTheirOwnPredictInDl4jAsHere(final Dl4jLayout layout) throws IOException {
        final NetworkModel model = pruned(1);
        assertAgreement(new NetworkModel(new NetworkEnsemble(IntStream.range(0, 3).mapToObj(n -> pruned(n,
            Heads.number("pKi", new AffineScale(6 + n, 1 + 0.1 * n)), 1).networks().members().get(0)).toList()),
            model.recipe(), List.of(), model.provenance()), layout);
    }

    private void assertAgreement(final NetworkModel model, final Dl4jLayout layout) throws IOException {
        final MultiLayerNetwork theirs =
            ModelSerializer.restoreMultiLayerNetwork(export(model, layout, folder).toFile(), false);
        final CsrMatrix bits = bits();
        final int[] inputs = layout == Dl4jLayout.COMPACT ? model.networks().inputsRead()
            : IntStream.range(0, WIDTH).toArray();
        final float[] rows = new float[bits.rows() * inputs.length];
        for (int row = 0; row < bits.rows(); row++) {
            final float[] dense = bits.denseRow(row);
            for (int i = 0; i < inputs.length; i++) {
                rows[row * inputs.length + i] = dense[inputs[i]];
            }
        }
        assertThat(theirs.layerInputSize(0)).isEqualTo(inputs.length);
        assertThat(theirs.getLayer(0).getParam("b").length())
            .isEqualTo(layout == Dl4jLayout.COMPACT
                ? model.networks().members().stream().mapToLong(member -> member.mask().units(1).length).sum()
                : 12L * model.networks().size());
        final double[] expected = means(model, bits);
        assertThat(Dl4jFixture.doubles(theirs.output(Nd4j.create(rows, new long[]{bits.rows(), inputs.length}, 'c'))))
            .containsExactly(expected, within(1e-5));
    }

    private static Head head(final String name, final String... classes) {
        return classes.length == 0 ? new Head(Task.number(name), Objectives.HUBER, new AffineScale(3, 1.2))
            : new Head(Task.classes(name, List.of(classes)), Objectives.FOCAL, AffineScale.IDENTITY);
    }

    static Stream<Arguments> targets() {
        final Head binary = head("toxic", "no", "yes");
        return Stream.of(Arguments.of(new Heads(List.of(binary)), 1),
            Arguments.of(new Heads(List.of(binary, head("active", "1", "0"), binary)), 1),
            Arguments.of(new Heads(List.of(head("colour", "red", "green", "blue", "none"))), 1),
            Arguments.of(new Heads(List.of(head("a"), new Head(new Task("b", "nM", List.of()), Objectives.RMSE,
                new AffineScale(-7, .5)))), 1),
            Arguments.of(new Heads(List.of(head("a"), head("b"), head("c"))), 4));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void classesAndSeveralTargetsPredictInDl4jAsHereAndComeBack(final Heads heads, final int members)
        throws IOException {
        final NetworkModel model = pruned(heads, members);
        for (final Dl4jLayout layout : Dl4jLayout.values()) {
            assertAgreement(model, layout);
            final ForeignNetwork read = BRIDGE.read(export(model, layout, folder), LIMIT);
            assertThat(read.named()).isTrue();
            assertThat(read.heads()).isEqualTo(heads.inUserUnits());
            assertThat(means(read.model(read.recipe(), null, Map.of()), bits()))
                .containsExactly(means(model, bits()), within(2e-5));
        }
    }

    @Test
    void targetsThatOneOutputLayerCannotHoldAreRefused() {
        for (final Heads heads : List.of(new Heads(List.of(head("pKi"), head("toxic", "no", "yes"))),
            new Heads(List.of(head("pKi", "a", "b", "c"), head("toxic", "d", "e", "f"))))) {
            assertThatThrownBy(() -> export(pruned(heads, 1), Dl4jLayout.COMPACT, folder))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("predict pKi and toxic")
                .hasMessageContaining("Export to ONNX");
        }
    }

    @Test
    void severalNetworksOfClassesAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> export(pruned(new Heads(List.of(head("toxic", "no", "yes"))), 3), Dl4jLayout.COMPACT,
            folder)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 networks for 'toxic'")
                .hasMessageContaining("--network");
    }

    @ParameterizedTest
    @EnumSource(Dl4jLayout.class)
    void exportedNetworksComeBackWithTheirRecipeAndStayPruned(final Dl4jLayout layout) throws IOException {
        final NetworkModel model = pruned(2);
        final ForeignNetwork read = BRIDGE.read(export(model, layout, folder), LIMIT);
        assertThat(read.recipe()).isEqualTo(model.recipe());
        final NetworkModel back = read.model(read.recipe(), null, Map.of());
        assertThat(back.target()).isEqualTo("pKi");
        assertThat(back.networks().keptWeights()).isEqualTo(2 * model.networks().keptWeights());
        assertThat(back.networks().masks().get(0).units(0)).containsExactly(model.networks().masks().get(0).units(0));
        final double[] expected = means(model, bits());
        assertThat(means(back, bits())).containsExactly(expected, within(1e-5));
    }

    @Test
    void equalModelsGiveEqualFiles() throws IOException {
        final byte[] first = Files.readAllBytes(export(pruned(2), Dl4jLayout.COMPACT, folder));
        assertThat(Files.readAllBytes(export(pruned(2), Dl4jLayout.COMPACT, folder))).isEqualTo(first);
    }

    @Test
    void networksThatAreTooLargeSideBySideAreRefused() {
        final int[] sizes = {WIDTH, 1000, 1000, 1};
        final Network network = Network.glorotUniform(sizes, Activation.RELU, 1);
        final NetworkEnsemble networks =
            new NetworkEnsemble(Mask.full(sizes), Collections.nCopies(50, network),
                Heads.number("pKi", AffineScale.IDENTITY));
        final NetworkModel model = new NetworkModel(networks, Dl4jFixture.recipe(WIDTH), List.of(),
            Provenance.imported(WIDTH, new TreeMap<>(), Map.of()));
        assertThatThrownBy(() -> export(model, Dl4jLayout.COMPACT, folder)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("50 networks").hasMessageContaining("Export them one by one");
    }
}

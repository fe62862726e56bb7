/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Targets;
import org.reductor.core.exchange.OnnxWriter;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Optimizer;
import org.reductor.dl4j.KerasFixture.Layout;

/** The way through: a Keras file over measured molecules is imported, pruned to a tenth, exported and run elsewhere. */
class KerasToOnnxTest {

    private static final Path MOLECULES = Path.of("../test-workflows/affinity/data/chembl2321810.csv");

    private static final int BITS = 2048;

    private static final FeatureRecipe RECIPE =
        Featurizer.recipe("smiles", FingerprintKind.MORGAN, BITS, 2);

    private static Dataset data;

    @BeforeAll
    static void readMolecules() throws Exception {
        final List<String> lines = Files.readAllLines(MOLECULES);
        final CsrMatrix.Builder features = CsrMatrix.builder(BITS);
        final double[] targets = new double[lines.size() - 1];
        final Featurizer featurizer = new Featurizer(RECIPE);
        for (int row = 0; row < targets.length; row++) {
            final String[] cells = lines.get(row + 1).split(",");
            features.add(featurizer.features(cells[1]));
            targets[row] = Double.parseDouble(cells[2]);
        }
        data = new Dataset(features.build(), Targets.of("target", targets));
    }

    private static PruningSettings settings(final int rounds) {
        final PruningSettings d = PruningSettings.defaults();
        return new PruningSettings(d.training().withHiddenUnits(256).withEpochs(3, 3)
            .withOptimizer(Optimizer.adam(2e-3)), 2, 0.1, rounds, d.perturbation(), Criteria.SCALED_MAGNITUDE,
            new DropSchedule(DropSchedule.Kind.GEOMETRIC, 0.55),
            new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 100), d.start(), 1, 2);
    }

    /** A trained network as Keras would store it. */
    private static Path kerasFile(final Path file) {
        final NetworkEnsemble trained = PruningRun.run(data, settings(1), RunMonitor.NONE).unpruned();
        final Network keras = new NetworkEnsemble(trained.masks().get(0), trained.networks().subList(0, 1),
            trained.heads()).asOneNetwork();
        return new KerasFixture(Layout.KERAS_2).layer("Dense", "hidden", "\"activation\": \"relu\"")
            .array("hidden", "kernel", keras.kernel(0), BITS, 256).array("hidden", "bias", keras.bias(0), 256)
            .layer("Dense", "out", "\"activation\": \"linear\"").array("out", "kernel", keras.kernel(1), 256, 1)
            .array("out", "bias", keras.bias(1), 1).write(file);
    }

    @Test
    void kerasNetworkIsPrunedToATenthAndOnnxRuntimePredictsTheSame(@TempDir final Path folder) throws Exception {
        final NetworkModel imported = new Dl4jBridge().read(kerasFile(folder.resolve("model.h5")), 100_000_000)
            .model(RECIPE, "pKi", Map.of());
        final PruningResult result =
            PruningRun.run(data, null, settings(3), imported.networks(), RunMonitor.NONE);
        final NetworkEnsemble pruned = result.pruned();
        assertThat(pruned.keptWeights()).isLessThanOrEqualTo(pruned.originalWeights() / 10);

        final byte[] onnx = onnx(pruned);
        assertThat(onnx.length).isLessThan(onnx(result.unpruned()).length / 8);
        final double[] expected = new double[data.rows() * 2];
        new Predictor(pruned).predict(data.features(), 0, data.rows(), expected);
        final float[][] actual = members(onnx);
        for (int row = 0; row < data.rows(); row++) {
            assertThat((double)actual[row][0]).isCloseTo(expected[2 * row], within(1e-5));
            assertThat((double)actual[row][1]).isCloseTo(expected[2 * row + 1], within(1e-5));
        }
    }

    private static byte[] onnx(final NetworkEnsemble networks) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxWriter.write(new NetworkModel(networks, RECIPE, List.of(),
            Provenance.imported(BITS, Map.of(), Map.of())), out);
        return out.toByteArray();
    }

    private static float[][] members(final byte[] onnx) throws OrtException {
        final float[][] rows = new float[data.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = data.features().denseRow(row);
        }
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(onnx);
            OnnxTensor tensor = OnnxTensor.createTensor(environment, rows);
            OrtSession.Result result = session.run(Map.of("features", tensor))) {
            return (float[][])result.get("members").orElseThrow().getValue();
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.train.EngineKind;
import org.reductor.dl4j.KerasFixture;
import org.reductor.dl4j.KerasFixture.Layout;
import org.reductor.knime.Locations;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.OnnxFile;
import org.reductor.knime.Tables;
import org.reductor.knime.exporter.NetworkExporterNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** The whole way of a network: trained by Keras, pruned here, used elsewhere. */
class PrunedKerasNetworkTest {

    private static final String PREDICTION = "Prediction (activity)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void kerasNetworkIsPrunedAndPredictsTheSameInOnnxRuntime(final EngineKind engine) throws Exception {
        final BufferedDataTable table = Tables.featurized(Tables.molecules(60));
        final Path keras = new KerasFixture(Layout.KERAS_3).dense("first", 128, 12, "tanh")
            .layer("Dropout", "dropout", "\"rate\": 0.5").dense("second", 12, 5, "tanh").dense("third", 5, 1, "linear")
            .write(folder.resolve("model.h5"));
        final NodeRunner imported = new NodeRunner(new NetworkImporterNodeFactory()).set(s -> {
            Locations.choose(s, keras.toString());
            s.addString("target", "activity");
        }).run(table);
        final NodeRunner learner = new NodeRunner(new ReductivePruningLearnerNodeFactory())
            .guess(table, imported.out(0)).set(s -> {
                s.addString("engine", engine.name());
                s.addString("judges", "HOLD_OUT");
                s.addInt("folds", 2);
                s.addInt("rounds", 3);
                s.addInt("batchSize", 8);
                s.addInt("maxEpochs", 20);
                s.addInt("patience", 20);
                s.addDouble("learningRate", 0.01);
                s.addString("acceptance", "TOLERANCE");
                s.addDouble("tolerance", 1000);
            }).run(table, imported.out(0));
        final NetworkModel pruned = ((NetworksPortObject)learner.out(0)).model();
        final Path onnx = folder.resolve("pruned.onnx");
        new NodeRunner(new NetworkExporterNodeFactory()).set(s -> Locations.choose(s, onnx.toString()))
            .run(learner.out(0));

        assertThat(pruned.networks().originalSizes()).containsExactly(128, 12, 5, 1);
        assertThat(pruned.networks().keptWeights()).isLessThan((128 * 12 + 12 * 5 + 5) / 2);
        final BufferedDataTable before =
            NodeRunner.plainPredictor().run(imported.out(0), table).table(0);
        final BufferedDataTable after =
            NodeRunner.plainPredictor().run(learner.out(0), table).table(0);
        final double[] predictions = Tables.numbers(after, PREDICTION);
        assertThat(error(predictions, table)).isLessThan(error(Tables.numbers(before, PREDICTION), table) / 2);
        assertThat(OnnxFile.predictions(onnx, table, "Features")).containsExactly(predictions, within(1e-5));
        assertThat(Files.size(onnx)).isLessThan(Files.size(keras));
    }

    private static double error(final double[] predictions, final BufferedDataTable table) {
        final double[] targets = Tables.numbers(table, "activity");
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += Math.pow(predictions[i] - targets[i], 2);
        }
        return Math.sqrt(sum / targets.length);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.nd4j.linalg.factory.Nd4j;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.knime.Locations;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.OnnxFile;
import org.reductor.knime.Tables;
import org.reductor.knime.TinyModel;
import org.reductor.knime.exporter.NetworkExporterParameters.Format;
import org.reductor.knime.exporter.NetworkExporterParameters.Members;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

class NetworkExporterNodeTest {

    private static BufferedDataTable table;

    /** Three pruned networks. */
    private static NetworksPortObject networks;

    private static BufferedDataTable predicted;

    @TempDir
    private Path folder;

    @BeforeAll
    static void learnAndPredict() throws Exception {
        table = Tables.featurized(Tables.molecules(40));
        networks = (NetworksPortObject)new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null)
            .set(s -> {
                s.addString("hiddenLayers", "8");
                s.addInt("folds", 3);
                s.addInt("rounds", 2);
                s.addInt("batchSize", 8);
                s.addInt("maxEpochs", 4);
                s.addDouble("dropRate", 0.5);
                s.addString("acceptance", "TOLERANCE");
                s.addDouble("tolerance", 1000);
            }).run(table, null).out(0);
        assertThat(networks.model().networks().keptWeights()).isLessThan((128 * 8 + 8) / 2);
        predicted = NodeRunner.plainPredictor()
            .set(s -> s.addBoolean("appendEachNetwork", true)).run(networks, table).table(0);
    }

    private static NodeRunner exporter(final Path file, final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(new NetworkExporterNodeFactory()).set(s -> {
            Locations.choose(s, file.toString());
            changes.accept(s);
        });
    }

    private static Path export(final Path file, final Consumer<NodeSettings> changes) throws Exception {
        exporter(file, changes).run(networks);
        return file;
    }

    private static double[] predictions(final String column) {
        return Tables.numbers(predicted, column);
    }

    private static void assertNothingElse(final Path file) throws Exception {
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static List<String> entries(final Path zip) throws Exception {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void onnxRuntimePredictsWhatThePredictorDoes() throws Exception {
        final Path file = export(folder.resolve("a model.onnx"), s -> { });
        assertThat(OnnxFile.predictions(file, table, "Features"))
            .containsExactly(predictions("Prediction (activity)"), within(1e-5));
        assertNothingElse(file);
    }

    @Test
    void dl4jPredictsWhatThePredictorDoes() throws Exception {
        final Path file = export(folder.resolve("model.zip"), s -> {
            s.addString("format", "DL4J");
            s.addString("pruned", "ZERO");
        });
        final MultiLayerNetwork theirs = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        final double[] outputs =
            Nd4j.toFlattened('c', theirs.output(Nd4j.create(OnnxFile.rows(table, "Features")))).toDoubleVector();
        assertThat(outputs).containsExactly(predictions("Prediction (activity)"), within(1e-5));
        assertNothingElse(file);
    }

    @Test
    void dl4jGetsTheSurvivingFeaturesOnlyUnlessToldOtherwise() throws Exception {
        final Path file = export(folder.resolve("model.zip"), s -> s.addString("format", "DL4J"));
        final MultiLayerNetwork theirs = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        assertThat(theirs.layerInputSize(0)).isEqualTo(networks.model().networks().inputsRead().length)
            .isLessThan(128);
        assertThat(entries(file)).contains("configuration.json", "coefficients.bin", "reductor.json");
    }

    @Test
    void arraysAndTablesAreZipFilesWithADescription() throws Exception {
        final Path npz = export(folder.resolve("model.npz"), s -> s.addString("format", "NPZ"));
        final Path csv = export(folder.resolve("model.csv.zip"), s -> s.addString("format", "CSV"));
        assertThat(entries(npz)).anyMatch(name -> name.endsWith(".npy")).anyMatch(name -> name.endsWith(".json"))
            .noneMatch(name -> name.endsWith(".csv"));
        assertThat(entries(csv)).anyMatch(name -> name.endsWith(".csv")).anyMatch(name -> name.endsWith(".json"))
            .noneMatch(name -> name.endsWith(".npy"));
    }

    @Test
    void oneNetworkIsTheOneOfThatNumber() throws Exception {
        for (int number = 1; number <= 3; number++) {
            final int member = number;
            final Path file = export(folder.resolve(number + ".onnx"), s -> {
                s.addString("members", "ONE");
                s.addInt("member", member);
            });
            assertThat(OnnxFile.predictions(file, table, "Features"))
                .containsExactly(predictions("Prediction (activity) #" + number), within(1e-5));
        }
        assertThat(predictions("Prediction (activity) #1")).isNotEqualTo(predictions("Prediction (activity) #2"));
    }

    /** The file has what the networks say; the predictor corrects it. */
    @ParameterizedTest
    @EnumSource(Members.class)
    void calibrationThatStaysBehindIsTold(final Members members) throws Exception {
        final NodeRunner told = classes(members, new ProbabilityMap(2, .5, .1));
        assertThat(told.warnings()).singleElement().asString().startsWith("The file gives probabilities of classes as "
            + "the networks do.").contains("'Calibrate probabilities'");
        assertThat(classes(members, new ProbabilityMap(2, 1, 0)).warnings()).isEmpty();
    }

    private NodeRunner classes(final Members members, final ProbabilityMap map) throws Exception {
        return exporter(folder.resolve("classes.onnx"), s -> {
            s.addString("members", members.name());
            s.addString("ifExists", "OVERWRITE");
        }).run(new NetworksPortObject(TinyModel.classes(map)));
    }

    @Test
    void numberBeyondTheNetworksIsRefusedBeforeTheNodeRuns() throws Exception {
        final NodeRunner node = exporter(folder.resolve("model.onnx"), s -> {
            s.addString("members", "ONE");
            s.addInt("member", 4);
        });
        assertThatThrownBy(() -> node.configure(networks)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("number of the network is 4, but there are 3 networks")
            .hasMessageContaining("from 1 to 3");
        node.set(s -> s.addString("members", "ALL")).run(networks);
        assertThatThrownBy(() -> node.set(s -> {
            s.addString("members", "ONE");
            s.addInt("member", 0);
        }).configure(networks)).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("is 0");
    }

    @ParameterizedTest
    @EnumSource
    void existingFileIsKeptOrReplacedAsChosen(final Format format) throws Exception {
        final Path file = Files.writeString(folder.resolve("model" + format.format().extension()), "precious");
        assertThatThrownBy(() -> export(file, s -> s.addString("format", format.name())))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("exists already");
        assertThat(file).hasContent("precious");
        export(file, s -> {
            s.addString("format", format.name());
            s.addString("ifExists", "OVERWRITE");
        });
        assertThat(Files.size(file)).isGreaterThan(1000);
        assertNothingElse(file);
    }

    @Test
    void missingFolderIsMadeOrReportedAsChosen() throws Exception {
        final Path file = folder.resolve("new").resolve("model.onnx");
        assertThatThrownBy(() -> export(file, s -> s.addBoolean("createFolders", false)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("does not exist");
        assertThat(folder).isEmptyDirectory();
        assertNothingElse(export(file, s -> { }));
    }

    @Test
    void whatCannotBeAFileIsOneErrorAndLeavesNothing() throws Exception {
        final Path file = Files.writeString(folder.resolve("file"), "x");
        final Path inner = Files.createDirectory(folder.resolve("model.onnx"));
        assertThatThrownBy(() -> export(inner, s -> s.addString("ifExists", "OVERWRITE")))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("is a folder");
        Files.delete(inner);
        assertThatThrownBy(() -> export(file.resolve("model.onnx"), s -> { })).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("is a file. Give another path.");
        assertThatThrownBy(() -> export(Path.of(" "), s -> { })).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("has no path");
        assertThat(file).hasContent("x");
        assertNothingElse(file);
    }

    @ParameterizedTest
    @CsvSource({"ONNX,model.zip,is that of a DL4J file,.onnx", "DL4J,model.csv.zip,is that of a CSV file,.zip",
        "CSV,model.zip,is that of a DL4J file,.csv.zip", "NPZ,model,has another ending,.npz"})
    void nameOfAnotherFormatIsRefusedBeforeTheNodeRuns(final String format, final String name, final String why,
        final String ending) {
        assertThatThrownBy(() -> exporter(folder.resolve(name), s -> s.addString("format", format)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(name)
            .hasMessageContaining("to be written as " + format).hasMessageContaining(why)
            .hasMessageContaining("end in " + ending);
    }

    @Test
    void endingOfAUrlIsThatOfItsPath() throws Exception {
        final NodeRunner node = exporter(folder.resolve("model.onnx"), s -> Locations.choose(s, "CUSTOM_URL", "1000",
            folder.resolve("Model.ONNX").toUri() + "?version=2"));
        assertThatThrownBy(() -> node.set(s -> s.addString("format", "NPZ")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("is that of a ONNX file");
    }

    @Test
    void relativePathLiesInTheWorkflowDataArea() throws Exception {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(folder, null));
        try {
            export(Path.of("models/first.onnx"), s -> { });
        } finally {
            NodeContext.removeLastContext();
        }
        assertNothingElse(folder.resolve("data").resolve("models").resolve("first.onnx"));
    }
}

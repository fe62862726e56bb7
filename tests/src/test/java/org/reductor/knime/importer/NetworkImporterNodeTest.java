/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.dl4j.KerasFixture;
import org.reductor.dl4j.KerasFixture.Layout;
import org.reductor.knime.Locations;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.TinyModel;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.exporter.NetworkExporterNodeFactory;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

class NetworkImporterNodeTest {

    /** Molecules with fingerprints of 128 bits that know how they were made. */
    private static BufferedDataTable table;

    @TempDir
    private Path folder;

    @BeforeAll
    static void featurize() throws Exception {
        table = Tables.featurized(Tables.molecules(30));
    }

    private static KerasFixture keras(final int inputs) {
        return new KerasFixture(Layout.KERAS_2).dense("first", inputs, 6, "relu").dense("second", 6, 1, "linear");
    }

    private Path file() {
        return folder.resolve("model.h5");
    }

    private static NodeRunner importer(final Path file, final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(new NetworkImporterNodeFactory()).set(s -> {
            Locations.choose(s, file.toString());
            s.addString("target", "pKi");
            changes.accept(s);
        });
    }

    private static NodeRunner importer(final Path file) throws Exception {
        return importer(file, s -> { });
    }

    private static NetworkModel model(final NodeRunner node) {
        return ((NetworksPortObject)node.out(0)).model();
    }

    private static double[] predictions(final NodeRunner importer, final BufferedDataTable rows) throws Exception {
        return Tables.numbers(NodeRunner.plainPredictor().run(importer.out(0), rows).table(0),
            "Prediction (pKi)");
    }

    @Test
    void kerasFileBecomesNetworksWithTheTargetsName() throws Exception {
        final NodeRunner node = importer(keras(128).write(file())).run(table);
        final NetworkModel model = model(node);
        assertThat(node.configure(table)[0]).as("what is in the file is not known yet").isNull();
        assertThat(model.target()).isEqualTo("pKi");
        assertThat(model.networks().networks()).hasSize(1);
        assertThat(model.networks().masks().get(0).sizes()).containsExactly(128, 6, 1);
        assertThat(model.networks().network(0).kernel(0))
            .containsExactly(KerasFixture.values(128 * 6, "first".hashCode()));
        assertThat(model.provenance().settings().get("source")).startsWith("Keras 2");
        assertThat(model.provenance().versions()).containsKeys("reductor", "rdkit");
        assertThat(((NetworksPortObject)node.out(0)).state()).isEmpty();
    }

    @Test
    void severalOutputsOfClassesAreNumberedBehindTheTargetsName() throws Exception {
        final Path file = new KerasFixture(Layout.KERAS_2).dense("first", 128, 6, "relu")
            .dense("second", 6, 2, "sigmoid").write(file());
        final List<String> classes = List.of("0", "1");
        assertThat(model(importer(file).run(table)).networks().heads().tasks())
            .containsExactly(Task.classes("pKi 1", classes), Task.classes("pKi 2", classes));
    }

    @Test
    void recipeIsThatOfTheConnectedTable() throws Exception {
        final FeatureRecipe recipe =
            RecipeProperty.of(table.getDataTableSpec().getColumnSpec("Features")).orElseThrow();
        final NodeRunner node = importer(keras(128).write(file())).run(table);
        assertThat(model(node).recipe()).isEqualTo(recipe);
        // So that molecules will do for predictions.
        assertThat(predictions(node, Tables.molecules(30))).isEqualTo(predictions(node, table));
    }

    @Test
    void columnOfAnotherNodeIsAskedForAgainByName() throws Exception {
        final BufferedDataTable bits = Tables.of(List.of(FeatureCells.column("bits", true)), new Object[]{null},
            new Object[]{BitCells.cell(new int[]{1, 3}, 5)});
        assertThat(model(importer(keras(5).write(file())).run(bits)).recipe())
            .isEqualTo(RecipeProperty.foreign(FeatureCells.column("bits", true), 5));
    }

    @Test
    void columnOfNumbersIsAskedForAgainAsNumbers() throws Exception {
        final BufferedDataTable numbers = Tables.of(List.of(FeatureCells.column("descriptors", false)),
            new Object[]{DoubleVectorCellFactory.createCell(new double[]{.5, 0, -1, 2, 0})});
        final NodeRunner node = importer(keras(5).write(file())).run(numbers);
        assertThat(model(node).recipe())
            .isEqualTo(RecipeProperty.foreign(FeatureCells.column("descriptors", false), 5));
        assertThat(predictions(node, numbers)).hasSize(1).doesNotContain(Double.NaN);
    }

    @Test
    void tableWithoutRowsIsTakenAtItsWord() throws Exception {
        final BufferedDataTable none = Tables.of(List.of(FeatureCells.column("bits", true)));
        assertThat(model(importer(keras(5).write(file())).run(none)).recipe().width()).isEqualTo(5);
    }

    @Test
    void oneOfSeveralFeaturesColumnsCanBeNamed() throws Exception {
        final BufferedDataTable two =
            Tables.of(List.of(FeatureCells.column("few", true), FeatureCells.column("many", true)),
                new Object[]{BitCells.cell(new int[]{1}, 5), BitCells.cell(new int[]{1}, 50)});
        final Path file = keras(5).write(file());
        assertThat(model(importer(file, s -> s.addString("featuresColumn", "few")).run(two)).recipe().blocks().get(0)
            .column()).isEqualTo("few");
        final NodeRunner wrong = importer(file, s -> s.addString("featuresColumn", "none"));
        assertThatThrownBy(() -> wrong.configure(two)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'none' is not in the input table").hasMessageContaining("'few', 'many'");
    }

    @Test
    void tableWithoutFeaturesIsRefusedBeforeTheNodeRuns() throws Exception {
        final BufferedDataTable bare = Tables.of(List.of(text("smiles"), number("y")));
        final NodeRunner node = importer(file());
        assertThatThrownBy(() -> node.configure(bare)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no column with bit vectors or vectors of counts or numbers");
    }

    @Test
    void withoutATableTheNamedColumnWillServe() throws Exception {
        final Path file = keras(5).write(file());
        assertThat(model(importer(file, s -> s.addString("featuresName", "bits")).run()).recipe())
            .isEqualTo(RecipeProperty.foreign(FeatureCells.column("bits", true), 5));
        final NodeRunner nobody = importer(file);
        assertThatThrownBy(nobody::run).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("does not say how the 5 features of the network are made")
            .hasMessageContaining("Give a table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEFT_OUT", "ZERO"})
    void whatTheExporterWroteKnowsRecipeAndTarget(final String pruned) throws Exception {
        final NetworksPortObject exported = new NetworksPortObject(TinyModel.create());
        final Path file = folder.resolve("model.zip");
        new NodeRunner(new NetworkExporterNodeFactory()).set(s -> {
            s.addString("format", "DL4J");
            s.addString("pruned", pruned);
            Locations.choose(s, file.toString());
        }).run(exported);
        final NodeRunner node = importer(file, s -> s.addString("target", "")).run();
        assertThat(model(node).recipe()).isEqualTo(exported.model().recipe());
        assertThat(model(node).target()).isEqualTo("activity");
        final BufferedDataTable molecules = Tables.molecules(20);
        assertThat(Tables.numbers(
            NodeRunner.plainPredictor().run(node.out(0), molecules).table(0),
            "Prediction (activity)")).containsExactly(Tables.numbers(
                NodeRunner.plainPredictor().run(exported, molecules).table(0),
                "Prediction (activity)"), within(1e-5));
        assertThat(model(importer(file).run()).target()).as("the user's word counts more").isEqualTo("pKi");
        assertThatThrownBy(() -> importer(file).run(table)).isInstanceOf(KNIMEException.class)
            .hasMessage("The file says that the network's features are made in another way than those of the column "
                + "'Features'. The first difference is in block 1: width 32 in the file, width 128 there. Connect "
                + "no table, or one with the features of the file.");
    }

    @Test
    void networksThatReadTheirTargetAreRefused() throws Exception {
        final Path file = keras(1).write(file());
        final var column = FeatureCells.column("features", new FeatureRecipe(List.of(
            FeatureBlock.of("pKi", FeatureBlock.NUMERIC, 1, Map.of("center", "[0.0]", "scale", "[1.0]")))));
        final BufferedDataTable leaking =
            Tables.of(List.of(column), new Object[]{DoubleVectorCellFactory.createCell(new double[]{1})});

        assertThatThrownBy(() -> importer(file).run(leaking)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("The target column 'pKi' is also one of the features");
    }

    @Test
    void otherWidthIsOneErrorWithBothNumbers() throws Exception {
        final Path file = keras(100).write(file());
        assertThatThrownBy(() -> importer(file).run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("reads 100 features, but 128 are given");
        final BufferedDataTable foreign = Tables.of(List.of(FeatureCells.column("bits", true)),
            new Object[]{BitCells.cell(new int[]{1}, 50)});
        assertThatThrownBy(() -> importer(file).run(foreign)).hasMessageContaining("100 features, but 50 are given");
    }

    @Test
    void targetIsAskedForWhereTheFileNamesNone() throws Exception {
        final NodeRunner node = importer(keras(128).write(file()), s -> s.addString("target", " "));
        assertThatThrownBy(() -> node.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("does not say what the network predicts").hasMessageContaining("Name the target");
    }

    @Test
    void fileThatIsTooLargeIsRefused() throws Exception {
        final Path file = keras(50_000).write(file());
        final NodeRunner node = importer(file, s -> {
            s.addInt("largestSize", 1);
            s.addString("featuresName", "bits");
        });
        assertThatThrownBy(node::run).isInstanceOf(KNIMEException.class).hasMessageContaining("model.h5")
            .hasMessageContaining("1,000,000 are allowed");
        node.set(s -> s.addInt("largestSize", 2)).run();
        assertThatThrownBy(() -> node.set(s -> s.addInt("largestSize", 0)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("largest file is 0 MB");
    }

    @Test
    void whatIsNoNetworkIsRefusedByName() throws Exception {
        assertThatThrownBy(() -> importer(folder.resolve("missing.h5")).run()).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("missing.h5").hasMessageContaining("does not exist")
            .hasMessageContaining("DL4J (.zip) or Keras (.h5)");
        assertThatThrownBy(() -> importer(folder).run()).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("is a folder");
        final Path text = Files.writeString(folder.resolve("table.csv"), "smiles,y\nC,1\n");
        assertThatThrownBy(() -> importer(text).run()).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("table.csv").hasMessageContaining("neither a zip file of DL4J nor an HDF5 file");
        final Path recurrent = new KerasFixture(Layout.KERAS_2).dense("first", 5, 4, "softmax")
            .dense("second", 4, 1, "linear").write(file());
        assertThatThrownBy(() -> importer(recurrent).run()).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'first' does not fit");
    }

    @Test
    void relativePathLiesInTheWorkflowDataArea() throws Exception {
        keras(128).write(Files.createDirectory(folder.resolve("data")).resolve("model.h5"));
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(folder, null));
        try {
            assertThat(model(importer(Path.of("model.h5")).run(table)).target()).isEqualTo("pKi");
            assertThatThrownBy(() -> importer(Path.of("../model.h5")).run(table)).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("leads out of the workflow data area");
        } finally {
            NodeContext.removeLastContext();
        }
    }

    @Test
    void architectureBesideTheWeightsIsFoundInTheDataArea() throws Exception {
        final Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("model.json"), keras(128).sequential());
        keras(128).writeWeights(data.resolve("model.h5"));
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(folder, null));
        try {
            assertThat(model(importer(Path.of("model.h5")).run(table)).networks().masks().get(0).sizes())
                .containsExactly(128, 6, 1);
        } finally {
            NodeContext.removeLastContext();
        }
    }

    @Test
    void aPathIsNeeded() {
        assertThatThrownBy(() -> importer(Path.of(" "))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no path");
    }

    @Test
    void weightsOfZeroAreDroppedAndStaySoInTraining() throws Exception {
        final float[] kernel = KerasFixture.values(128 * 6, 1);
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = i % 5 == 0 ? 0 : kernel[i];
        }
        final Path file = keras(128).array("first", "kernel", kernel, 128, 6).write(file());
        final NodeRunner node = importer(file, s -> s.addString("target", "activity")).run(table);
        assertThat(model(node).networks().originalWeights()).isEqualTo(128 * 6 + 6);
        assertThat(model(node).networks().keptWeights()).isEqualTo(128 * 6 - 154 + 6);

        final NetworkModel trained = model(new NodeRunner(new NetworkLearnerNodeFactory()).guess(table, null).set(s -> {
            s.addString("judges", "HOLD_OUT");
            s.addInt("folds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 3);
        }).run(table, node.out(0)));
        final boolean[] kept = trained.networks().masks().get(0).kept(0);
        assertThat(trained.networks().keptWeights()).isEqualTo(model(node).networks().keptWeights());
        trained.networks().networks().forEach(network -> {
            assertThat(network.kernel(0)).hasSameSizeAs(kernel).isNotEqualTo(kernel);
            for (int i = 0; i < kernel.length; i++) {
                assertThat(kept[i]).isEqualTo(kernel[i] != 0);
                assertThat(kept[i] || network.kernel(0)[i] == 0).isTrue();
            }
        });
    }
}

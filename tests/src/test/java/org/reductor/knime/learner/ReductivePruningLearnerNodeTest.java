/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.modelfile.Versions;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

class ReductivePruningLearnerNodeTest {

    private static BufferedDataTable table;

    @BeforeAll
    static void featurize() throws Exception {
        table = Tables.featurized(Tables.molecules(60));
    }

    private static final Consumer<NodeSettings> SMALL = settings -> {
        settings.addString("hiddenLayers", "8");
        settings.addString("judges", "HOLD_OUT");
        settings.addInt("folds", 3);
        settings.addInt("rounds", 2);
        settings.addInt("batchSize", 8);
        settings.addInt("maxEpochs", 4);
        settings.addInt("threads", 1);
    };

    private static NodeRunner node() {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory());
    }

    private static NodeRunner small(final BufferedDataTable input) throws Exception {
        return node().guess(input, null).set(SMALL);
    }

    private static NetworkModel model(final NodeRunner node, final int index) {
        return ((NetworksPortObject)node.out(index)).model();
    }

    @Test
    void learnsPrunesAndTellsTheHistory() throws Exception {
        final NodeRunner node = small(table).run(table, null);

        assertThat(model(node, 0).networks().networks()).hasSize(3);
        assertThat(model(node, 1).networks().keptWeights()).isEqualTo(128 * 8 + 8);
        assertThat(model(node, 0).recipe())
            .isEqualTo(RecipeProperty.of(table.getDataTableSpec().getColumnSpec("Features")).orElseThrow());
        assertThat(model(node, 0).target()).isEqualTo("activity");
        assertThat(model(node, 0).history()).hasSize(3);
        assertThat(model(node, 1).history()).hasSize(1);
        assertThat(model(node, 0).provenance().versions()).containsKeys("reductor", "rdkit", "java");
        assertThat(Tables.rowIds(node.table(2))).containsExactly("Round 0", "Round 1", "Round 2");
        assertThat(node.table(2).getDataTableSpec().getColumnNames()).startsWith("Round").endsWith("Time (s)")
            .hasSize(16);
        assertThat(Tables.column(node.table(2), "Accepted").stream().map(Object::toString)).containsOnlyOnce("true");
        assertThat(Tables.column(node.table(2), "Note").get(0).toString()).startsWith("unpruned control");
        assertThat(node.warnings()).as("chains of carbon look alike to the fingerprint").singleElement().asString()
            .startsWith("36 rows have the same features as others but another value, in 3 sets");
    }

    @Test
    void specsKnowWhatThePredictorNeeds() throws Exception {
        final NodeRunner node = small(table);
        final var spec = (NetworksPortObjectSpec)node.configure(table, null)[0];
        node.run(table, null);

        assertThat(spec.target()).isEqualTo("activity");
        assertThat(spec.members()).isEqualTo(3);
        assertThat(spec.description()).isEqualTo("128 inputs, 8 hidden units, 1 output");
        assertThat(node.out(1).getSpec()).isEqualTo(spec);
        assertThat(node.configure(table, null)[2]).isEqualTo(node.table(2).getDataTableSpec());
    }

    @Test
    void sameSeedGivesTheSameNetworksAndHistoryButForTheTime() throws Exception {
        final NodeRunner first = small(table).run(table, null);
        final NodeRunner second = small(table).set(s -> s.addInt("threads", 2)).run(table, null);
        final NodeRunner other = small(table).set(s -> s.addLong("seed", 2)).run(table, null);

        assertThat(model(second, 0).fingerprint()).isEqualTo(model(first, 0).fingerprint())
            .isNotEqualTo(model(other, 0).fingerprint());
        assertThat(withoutTime(second.table(2))).isEqualTo(withoutTime(first.table(2)));
    }

    private static List<String> withoutTime(final BufferedDataTable history) {
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : history) {
            final StringBuilder text = new StringBuilder(row.getKey().getString());
            for (int i = 0; i < row.getNumCells() - 1; i++) {
                text.append('|').append(row.getCell(i));
            }
            rows.add(text.toString());
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"criterion,MAGNITUDE", "criterion,RANDOM", "criterion,RELATIVE_TO_CONTROL", "perturbation,SHIFT",
        "perturbation,NOISE", "dropSchedule,CONSTANT", "acceptance,TOLERANCE", "acceptance,PUBLISHED",
        "targetScaling,STANDARDIZE", "missingValues,FAIL", "activation,LEAKY_RELU", "activation,ELU", "activation,TANH",
        "activation,SIGMOID", "activation,LINEAR", "loss,MSE", "loss,MAE", "loss,HUBER", "optimizer,SGD",
        "roundStart,INITIAL_WEIGHTS"})
    void everyChoiceRuns(final String key, final String value) throws Exception {
        final NodeRunner node = small(table).set(s -> s.addString(key, value)).run(table, null);

        assertThat(node.table(2).size()).isPositive();
    }

    @Test
    void goesOnFromEarlierNetworks() throws Exception {
        final NodeRunner first = small(table).run(table, null);
        final NodeRunner second = small(table).run(table, first.out(0));

        assertThat(model(second, 1).networks().keptWeights())
            .isEqualTo(model(first, 0).networks().keptWeights());
    }

    @Test
    void networksOfOtherFeaturesAreRefused() throws Exception {
        final NodeRunner first = small(table).run(table, null);
        final BufferedDataTable renamed = Tables.of(
            List.of(Tables.foreignBits("bits", "bits", 64), number("y")),
            new Object[]{BitCells.cell(new int[]{1}, 64), 1.0}, new Object[]{BitCells.cell(new int[]{2}, 64), 2.0});

        assertThatThrownBy(() -> small(renamed).run(renamed, first.out(0)))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("The networks to start from read other features "
                + "than the training table has. The first difference is in block 1: column 'smiles' in the networks, "
                + "column 'bits' in the training table. Make both in the same way.");
    }

    @Test
    void fingerprintsOfOtherNodesCanBeLearned() throws Exception {
        final var column = new org.knime.core.data.DataColumnSpecCreator("bits",
            table.getDataTableSpec().getColumnSpec("Features").getType()).createSpec();
        final Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, 32), 1.0 * (i % 7)};
        }
        final BufferedDataTable foreign = Tables.of(List.of(column, number("y")), rows);

        final NodeRunner node = small(foreign);
        assertThat((NetworksPortObjectSpec)node.configure(foreign, null)[0]).satisfies(spec -> {
            assertThat(spec.recipe()).as("only the rows tell the width").isEmpty();
            assertThat(spec.description()).startsWith("an input for each feature, ");
        });
        node.run(foreign, null);
        assertThat(model(node, 0).recipe()).isEqualTo(RecipeProperty.foreign(FeatureCells.column("bits", true), 32));
        assertThat(model(node, 0).provenance().versions()).doesNotContainKey("rdkit");
    }

    @Test
    void nodesBehindALearnerConfigureBeforeTheWidthOfVectorsIsKnown() throws Exception {
        final BufferedDataTable foreign = Tables.of(List.of(FeatureCells.column("bits", true), number("y")),
            new Object[]{BitCells.cell(new int[]{1}, 32), 1.0});
        final PortObjectSpec networks =
            new NodeRunner(new NetworkLearnerNodeFactory()).guess(foreign, null).configure(foreign, null)[0];
        assertThat(configured(NodeRunner.plainPredictor(), networks, foreign.getSpec()))
            .isInstanceOfSatisfying(DataTableSpec.class, spec -> assertThat(spec.getColumnNames())
                .containsExactly("bits", "y", "Prediction (y)", "Spread (y)"));
        assertThat(configured(NodeRunner.plainPredictor().set(s -> s.addBoolean("removeFingerprints", true)), networks,
            foreign.getSpec())).as("which column goes").isNull();
        assertThat(configured(new NodeRunner(new PerturbedNetworkLearnerNodeFactory()), networks, foreign.getSpec()))
            .isNotNull();
        assertThat((NetworksPortObjectSpec)new NodeRunner(new NetworkLearnerNodeFactory()).guess(foreign, null).node()
            .configure(new PortObjectSpec[]{foreign.getSpec(), networks}, warning -> { })[0])
                .isEqualTo(networks);
    }

    private static PortObjectSpec configured(final NodeRunner node, final PortObjectSpec... in) throws Exception {
        return node.node().configure(in, warning -> { })[0];
    }

    @Test
    void aBatchLargerThanTheDataIsRefusedWithAdvice() throws Exception {
        final BufferedDataTable few = withActivity(20, i -> 1.0 * i);
        assertThatThrownBy(() -> node().guess(few, null).run(few, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("batch size is 32").hasMessageContaining("17 rows")
            .hasMessageContaining("Choose a batch size");
    }

    @Test
    void rowsWithoutTargetAreSkippedWithOneWarningOrFail() throws Exception {
        final BufferedDataTable gaps = withActivity(40, i -> i == 3 || i == 9 ? null : i == 5 ? Double.NaN : 1.0 * i);

        final NodeRunner node = small(gaps).run(gaps, null);
        assertThat(node.warnings()).singleElement().asString()
            .startsWith("3 of 40 rows were skipped. The first is Row3: The target is missing.")
            .contains("37 rows have the same features as others but another value, in 5 sets");
        assertThat(model(node, 0).provenance().rows()).isEqualTo(37);
        assertThatThrownBy(() -> small(gaps).set(s -> s.addString("missingValues", "FAIL")).run(gaps, null))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("3 of 40 rows cannot be used")
            .hasMessageContaining("let the node skip them");
    }

    private static BufferedDataTable withActivity(final int rows, final java.util.function.IntFunction<Double> activity)
        throws Exception {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = new Object[]{"C".repeat(1 + i % 12) + "O", activity.apply(i)};
        }
        return Tables.featurized(Tables.of(List.of(text("smiles"), number("activity")), cells));
    }

    @Test
    void constantTargetIsNamed() throws Exception {
        final BufferedDataTable constant = withActivity(20, i -> 5.5);

        assertThatThrownBy(() -> small(constant).run(constant, null)).isInstanceOf(KNIMEException.class)
            .hasMessage("The target column 'activity' of the training table is constant: all 20 usable rows have the "
                + "value 5.5. There is nothing to learn; choose another target column.");
    }

    @Test
    void tooFewRowsAreCounted() throws Exception {
        final BufferedDataTable few = withActivity(4, i -> 1.0 * i);

        assertThatThrownBy(() -> node().guess(few, null).set(SMALL).set(s -> s.addInt("folds", 5)).run(few, null))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("only 4 usable rows")
            .hasMessageContaining("5 folds");
        final BufferedDataTable one = withActivity(1, i -> 1.0);
        assertThatThrownBy(() -> small(one).run(one, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("only 1 usable row");
    }

    @Test
    void emptyTableAndAllMissingTargetsAreErrors() throws Exception {
        final BufferedDataTable empty = Tables.featurized(Tables.molecules(0));
        assertThatThrownBy(() -> small(empty).run(empty, null)).isInstanceOf(KNIMEException.class)
            .hasMessage("The training table has no rows. There is nothing to learn from.");

        final BufferedDataTable missing = withActivity(10, i -> null);
        assertThatThrownBy(() -> small(missing).run(missing, null)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("10 of 10 rows have no usable target or features. The first is Row0: ");
    }

    @Test
    void tableWithoutNumbersOrFingerprintsIsDescribed() throws Exception {
        final BufferedDataTable noNumbers = Tables.featurized(
            Tables.of(List.of(text("smiles"), text("activity")), new Object[]{"CCO", "high"}));
        assertThatThrownBy(() -> node().run(noNumbers, null)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("No target column is chosen. The table has no column with numbers; its columns are "
                + "'smiles'").hasMessageContaining("'Features'");

        final BufferedDataTable noBits = Tables.molecules(5);
        assertThatThrownBy(() -> node().run(noBits, null)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("No features column is chosen. The table has no column with bit vectors or");
        assertThatThrownBy(() -> small(table).set(s -> s.addString("targetColumn", "pKi")).run(table, null))
            .hasMessageContaining("'pKi' is not in the input table").hasMessageContaining("'activity'");
    }

    @Test
    void fingerprintsOfDifferentLengthAreNamed() {
        final var column = new org.knime.core.data.DataColumnSpecCreator("bits",
            table.getDataTableSpec().getColumnSpec("Features").getType()).createSpec();
        final BufferedDataTable mixed = Tables.of(List.of(column, number("y")),
            new Object[]{BitCells.cell(new int[]{1}, 64), 1.0}, new Object[]{BitCells.cell(new int[]{1}, 32), 2.0});

        assertThatThrownBy(() -> small(mixed).run(mixed, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("differ in length").hasMessageContaining("Row1");
    }

    @Test
    void presetRunsAndIsRecorded() throws Exception {
        final NodeRunner node = small(table).set(s -> s.addString("preset", "PUBLISHED")).run(table, null);

        assertThat(model(node, 0).provenance().settings()).containsEntry("maskTiming", "EPOCH_END")
            .containsEntry("targetScaling", "NONE").containsEntry("acceptance", "PUBLISHED")
            .containsEntry("hiddenUnits", "[1024]").containsEntry("folds", "5");
        assertThat(model(node, 0).networks().networks()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"folds,1", "rounds,0", "batchSize,0", "maxEpochs,0", "patience,0", "perturbedNetworks,0", "threads,-1"})
    void wholeNumbersAreChecked(final String key, final int value) {
        assertThatThrownBy(() -> node().set(s -> s.addInt(key, value))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(" " + value + ";");
    }

    @ParameterizedTest
    @CsvSource({"holdOutShare,0", "holdOutShare,0.6", "dropRate,0", "dropRate,1", "learningRate,0", "learningRate,NaN",
        "perturbationAmplitude,-1", "tolerance,-0.1", "dropout,1", "weightDecay,-1"})
    void numbersAreChecked(final String key, final double value) {
        assertThatThrownBy(() -> node().set(s -> s.addDouble(key, value))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(" " + value);
    }

    @Test
    void canBeCancelledWhileItTrains() throws Exception {
        final var cancelled = new ExecutionContext(new EmbeddedProgress() {

            private boolean training;

            @Override
            public void progress(final double fraction, final String message) {
                training = true;
            }

            @Override
            public boolean isCanceled() {
                return training;
            }
        });

        assertThatThrownBy(() -> small(table).run(cancelled, table, null))
            .isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void viewIsGivenTheHistory() throws Exception {
        final NodeRunner node = small(table).run(table, null);
        final var view = node.node().view().orElseThrow();
        final JsonNode data = new ObjectMapper().readTree(view.initialDataJson()).path("result");

        assertThat(data.path("target").asText()).isEqualTo("activity");
        assertThat(data.path("rounds")).hasSize(3);
        assertThat(data.path("rounds").get(0).path("kept").asLong()).isEqualTo(128 * 8 + 8);
        assertThat(data.path("rounds").findValuesAsText("accepted")).containsOnlyOnce("true");
    }

    @Test
    void viewBringsAllFilesOfItsPage() throws Exception {
        final var view = small(table).run(table, null).node().view().orElseThrow();
        for (final String file : List.of("pruning-history.html", "pruning-history.js", "initial-data.js", "page.css")) {
            try (var in = view.open(file)) {
                assertThat(in.readAllBytes()).as(file).isNotEmpty();
            }
        }
    }

    @Test
    void versionInModelsIsThatOfTheBundle() throws Exception {
        final Path bundle = Path.of("..", "plugin", "org.reductor.knime");
        final String manifest = Files.readString(bundle.resolve("META-INF").resolve("MANIFEST.MF"));

        assertThat(manifest).contains("Bundle-Version: " + Versions.REDUCTOR + ".qualifier");
    }
}

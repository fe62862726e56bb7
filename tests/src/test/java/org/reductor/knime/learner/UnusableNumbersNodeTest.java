/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.loop.PruningLoopStartNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** Numbers that networks cannot compute with are refused by row, before anything is trained. */
class UnusableNumbersNodeTest {

    private static final FeatureRecipe RECIPE = new FeatureRecipe(List.of(
        FeatureBlock.of("smiles", "descriptors", 3,
            Map.of(FeatureBlock.NAMES, FeatureBlock.listOf(List.of("MolWt", "Ipc", "TPSA"))))));

    private static final DataColumnSpec FEATURES = FeatureCells.column("features", RECIPE);

    /** Rows of three numbers, one of which may be odd, with a target that follows them. */
    private static BufferedDataTable table(final int rows, final int oddRow, final double feature,
        final double target) {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            final boolean odd = i == oddRow;
            cells[i] = new Object[]{
                DoubleVectorCellFactory.createCell(new double[]{i % 5, odd ? feature : i % 3, i % 7}),
                odd ? target : 1.0 * (i % 5) + i % 7};
        }
        return Tables.of(List.of(FEATURES, number("pKi")), cells);
    }

    private static void quick(final NodeSettings s) {
        s.addString("hiddenLayers", "4");
        s.addString("judges", "HOLD_OUT");
        s.addInt("folds", 2);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 3);
    }

    private static NodeRunner automatic(final BufferedDataTable table) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table).set(s -> {
            quick(s);
            s.addInt("rounds", 2);
        });
    }

    /** One row of each of the sixty is odd: wherever the split puts it, it is neither learned nor a judge. */
    @ParameterizedTest
    @ValueSource(doubles = {1e200, -1e31, 1e308})
    void targetsBeyondTheLargestAreSkippedNamingRowAndColumn(final double target) throws Exception {
        for (int odd = 0; odd < 60; odd += 6) {
            final NodeRunner node = automatic(table(60, odd, 1, target)).run(table(60, odd, 1, target));
            assertThat(node.warnings()).containsExactly("1 of 60 rows was skipped. The first is Row" + odd
                + ": The target 'pKi' is " + target + ", and at most 1.0E30 can be learned.");
            assertThat(((NetworksPortObject)node.out(0)).model().provenance().rows()).isEqualTo(59);
        }
        final BufferedDataTable table = table(60, 7, 1, target);
        assertThatThrownBy(() -> automatic(table).set(s -> s.addString("missingValues", "FAIL")).run(table))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("Row7: The target 'pKi'");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e38, -3e38, 2e15, 1e200})
    void featuresBeyondTheLargestAreSkippedNamingRowColumnAndFeature(final double feature) throws Exception {
        for (int odd = 0; odd < 60; odd += 6) {
            final BufferedDataTable table = table(60, odd, feature, 2);
            assertThat(automatic(table).run(table).warnings()).containsExactly("1 of 60 rows was skipped. The first is "
                + "Row" + odd + ": Feature 1 (smiles: Ipc) of the column 'features' is " + feature
                + ", and networks compute with at most 1.0E15: scale it, or leave it out.");
        }
    }

    @Test
    void selectionRowsAreHeldToTheSame() throws Exception {
        final BufferedDataTable training = table(60, -1, 1, 1);
        assertThat(automatic(training).run(training, null, table(9, 4, 1e38, 1)).warnings()).singleElement().asString()
            .startsWith("1 of 9 rows of the selection table was skipped. The first is Row4: Feature 1 (smiles: Ipc)");
        assertThat(automatic(training).run(training, null, table(9, 4, 1, 1e200)).warnings()).singleElement()
            .asString().contains("rows of the selection table", "Row4: The target 'pKi' is 1.0E200");
    }

    @Test
    void theStepNodesDoTheSame() throws Exception {
        final BufferedDataTable table = table(60, 11, 1e38, 2);
        final NodeRunner learner = new NodeRunner(new NetworkLearnerNodeFactory()).guess(table, null)
            .set(UnusableNumbersNodeTest::quick).run(table, null);
        assertThat(learner.warnings()).singleElement().asString().contains("Row11: Feature 1 (smiles: Ipc)");
        final NodeRunner perturbed =
            new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(learner.out(0), table);
        assertThat(perturbed.out(0)).isNotNull();
    }

    /** Largest numbers that are allowed: whatever comes of them, a model's history can be read again. */
    @Test
    void whatIsAllowedGivesAModelThatCanBeRead() throws Exception {
        final BufferedDataTable table = table(60, 11, 1e15, 1e30);
        final NetworkModel model = ((NetworksPortObject)automatic(table).run(table).out(0)).model();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        assertThat(NetworkModel.read(new ByteArrayInputStream(out.toByteArray())).history())
            .isEqualTo(model.history());
    }

    @Test
    void networksThatWouldBeTooLargeAreRefusedWhenTheNodeIsConfigured() {
        final BufferedDataTable table = Tables.of(List.of(Tables.foreignBits("bits", "bits", 300_000), number("y")));
        for (final NodeFactory<?> factory : List.of(new ReductivePruningLearnerNodeFactory(),
            new NetworkLearnerNodeFactory())) {
            assertThatThrownBy(() -> new NodeRunner(factory).guess(table).set(s -> s.addString("hiddenLayers", "1024"))
                .configure(table)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("300,000 x 1,024 x 1 units has 307,201,024 weights")
                .hasMessageContaining("fewer features or fewer hidden units");
        }
    }

    @Test
    void moreRoundsThanCanBeRecordedAreRefusedAtTheDialog() throws Exception {
        final BufferedDataTable table = table(20, -1, 1, 1);
        final NodeRunner learner = automatic(table);
        assertThatThrownBy(() -> learner.set(s -> s.addInt("rounds", 5_001)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("5,001 pruning rounds");
        assertThatThrownBy(() -> new NodeRunner(new PruningLoopStartNodeFactory()).set(s -> s.addInt("rounds", 5_001)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("5,001 pruning rounds");
    }

    @Test
    void vectorsThatAreTooLongAreRefusedByRow() throws Exception {
        final DataColumnSpec bits =
            new DataColumnSpecCreator("bits", Tables.foreignBits("bits", "bits", 1).getType()).createSpec();
        final BufferedDataTable table = Tables.of(List.of(bits, number("y")),
            new Object[]{BitCells.cell(new int[]{3}, 2_000_001), 1.0});
        assertThatThrownBy(() -> automatic(table).run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The vector of Row0 cannot be used. There are 2,000,001 features");
    }
}

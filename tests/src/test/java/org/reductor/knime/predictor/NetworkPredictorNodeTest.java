/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.network.Predictor;
import org.reductor.knime.CountsCell;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

class NetworkPredictorNodeTest {

    private static BufferedDataTable featurized;

    private static NetworksPortObject networks;

    @BeforeAll
    static void learn() throws Exception {
        featurized = Tables.featurized(Tables.molecules(40));
        networks = learn(featurized);
    }

    private static NetworksPortObject learn(final BufferedDataTable table) throws Exception {
        final var learner = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null).set(s -> {
            s.addString("hiddenLayers", "8");
            s.addInt("folds", 3);
            s.addInt("rounds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 4);
        });
        return (NetworksPortObject)learner.run(table, null).out(0);
    }

    private static NodeRunner node() throws Exception {
        return NodeRunner.plainPredictor();
    }

    private static NodeRunner withSuffix(final String suffix) throws Exception {
        return node().set(s -> s.addString("columnSuffix", suffix));
    }

    private static double value(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    @Test
    void appendsMeanAndSpreadOfTheNetworks() throws Exception {
        final NodeRunner node = node().set(s -> s.addBoolean("appendEachNetwork", true)).run(networks, featurized);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).containsExactly("id", "smiles", "activity",
            "Features", "Prediction (activity)", "Spread (activity)", "Prediction (activity) #1",
            "Prediction (activity) #2", "Prediction (activity) #3");
        assertThat(node.table(0).getDataTableSpec()).isEqualTo(node.configure(networks, featurized)[0]);
        for (int row = 0; row < 40; row++) {
            final double[] members = new double[3];
            for (int m = 0; m < 3; m++) {
                members[m] = value(Tables.column(node.table(0), "Prediction (activity) #" + (m + 1)).get(row));
            }
            assertThat(value(Tables.column(node.table(0), "Prediction (activity)").get(row)))
                .isEqualTo(Predictor.mean(members));
            assertThat(value(Tables.column(node.table(0), "Spread (activity)").get(row)))
                .isEqualTo(Predictor.spread(members));
        }
    }

    @Test
    void aSingleNetworkHasNoSpreadAndTheCellSaysWhy() throws Exception {
        final NodeRunner node = node().run(new NetworksPortObject(networks.model().member(1)), featurized);

        assertThat(Tables.column(node.table(0), "Prediction (activity)")).noneMatch(DataCell::isMissing);
        assertThat(Tables.column(node.table(0), "Spread (activity)")).allSatisfy(cell -> assertThat(
            ((MissingCell)cell).getError()).isEqualTo("There is a single network, and the spread is how far several "
                + "disagree."));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void rawMoleculesGiveTheSamePredictionsAsFingerprints() throws Exception {
        final NodeRunner fromBits = node().run(networks, featurized);
        final NodeRunner fromMolecules = node().run(networks, Tables.molecules(40));

        assertThat(Tables.column(fromMolecules.table(0), "Prediction (activity)"))
            .isEqualTo(Tables.column(fromBits.table(0), "Prediction (activity)"));
    }

    @Test
    void suffixLetsPredictorsFollowOneAnother() throws Exception {
        final NodeRunner first = withSuffix(" pruned").run(networks, featurized);
        final NodeRunner second = withSuffix(" unpruned").run(networks, first.table(0));
        final NodeRunner third = withSuffix(" pruned").run(networks, second.table(0));

        assertThat(second.table(0).getDataTableSpec().getColumnNames()).endsWith("Prediction (activity) pruned",
            "Spread (activity) pruned", "Prediction (activity) unpruned", "Spread (activity) unpruned");
        assertThat(third.table(0).getDataTableSpec().getColumnNames()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void fingerprintColumnCanBeLeftOut() throws Exception {
        final NodeRunner node = node().set(s -> s.addBoolean("removeFingerprints", true)).run(networks, featurized);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).containsExactly("id", "smiles", "activity",
            "Prediction (activity)", "Spread (activity)");
        assertThat(node.table(0).getDataTableSpec()).isEqualTo(node.configure(networks, featurized)[0]);
        assertThat(Tables.column(node.table(0), "Prediction (activity)"))
            .isEqualTo(Tables.column(node().run(networks, featurized).table(0), "Prediction (activity)"));
    }

    @Test
    void unreadableMoleculesGiveMissingPredictionsWithTheReason() throws Exception {
        final BufferedDataTable table = Tables.of(List.of(text("smiles")), new Object[]{"CCO"}, new Object[]{"C("},
            new Object[]{null}, new Object[]{"CCN"});

        final NodeRunner node = node().run(networks, table);
        final List<DataCell> predictions = Tables.column(node.table(0), "Prediction (activity)");
        assertThat(predictions.get(0).isMissing()).isFalse();
        assertThat(((MissingCell)predictions.get(1)).getError()).contains("'C(' cannot be read");
        assertThat(((MissingCell)predictions.get(2)).getError()).isEqualTo("The molecule is missing.");
        assertThat(Tables.column(node.table(0), "Spread (activity)").get(1).isMissing()).isTrue();
        assertThat(node.warnings()).containsExactly("2 of 4 rows have no prediction, because 'smiles' cannot be used "
            + "there. The first is Row1: The SMILES 'C(' cannot be read: a branch '(' is never closed.");
        assertThatThrownBy(() -> node().set(s -> s.addString("badMolecules", "FAIL")).run(networks, table))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("2 of 4 rows");
    }

    @Test
    void missingFingerprintsGiveMissingPredictions() throws Exception {
        final var column = featurized.getDataTableSpec().getColumnSpec("Features");
        final BufferedDataTable table = Tables.of(List.of(column), new Object[]{null},
            new Object[]{BitCells.cell(new int[]{3}, 128)}, new Object[]{BitCells.cell(new int[]{3}, 64)});

        final NodeRunner node = node().run(networks, table);
        final List<DataCell> predictions = Tables.column(node.table(0), "Prediction (activity)");
        assertThat(((MissingCell)predictions.get(0)).getError()).isEqualTo("The features are missing.");
        assertThat(predictions.get(1).isMissing()).isFalse();
        assertThat(((MissingCell)predictions.get(2)).getError()).contains("64 features, but the networks read 128");
    }

    @Test
    void featuresMadeInAnotherWayAreToldApartByTheFirstDifference() throws Exception {
        final var column = FeatureCells.column("features",
            Featurizer.recipe("smiles", FingerprintKind.MORGAN, 128, 3));
        final BufferedDataTable table =
            Tables.of(List.of(column, number("smiles")), new Object[]{BitCells.cell(new int[]{1}, 128), 1.0});

        assertThatThrownBy(() -> node().run(networks, table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'smiles' is there, but holds Number (Float), not text (SMILES or molblock).")
            .hasMessageContaining("Its features in 'features' are made in another way. The first difference is in "
                + "block 1: radius 2 in the networks, radius 3 in the table.");
    }

    @Test
    void moleculeColumnCanBeChosen() throws Exception {
        final BufferedDataTable table = Tables.of(List.of(text("structure")), new Object[]{"CCO"});

        assertThatThrownBy(() -> node().run(networks, table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("neither a features column that was made as in training nor the molecule column "
                + "'smiles'")
            .hasMessageContaining("'structure'");
        final NodeRunner node = node().set(s -> {
            s.addString("source", "MOLECULE_COLUMN");
            s.addString("moleculeColumn", "structure");
        }).run(networks, table);
        assertThat(value(Tables.column(node.table(0), "Prediction (activity)").get(0))).isNotNaN();
    }

    @Test
    void fingerprintsMadeOtherwiseAreNotTaken() throws Exception {
        final BufferedDataTable other = new NodeRunner(
            new org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory()).guess(Tables.molecules(3))
                .set(s -> s.addInt("length", 64)).run(Tables.molecules(3)).table(0);

        final NodeRunner node = node().run(networks, other);
        final NodeRunner expected = node().run(networks, Tables.molecules(3));
        assertThat(Tables.column(node.table(0), "Prediction (activity)"))
            .isEqualTo(Tables.column(expected.table(0), "Prediction (activity)"));
    }

    @Test
    void foreignFingerprintsAreAskedForByName() throws Exception {
        final var column = new DataColumnSpecCreator("bits",
            featurized.getDataTableSpec().getColumnSpec("Features").getType()).createSpec();
        final Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, 32), 1.0 * (i % 7)};
        }
        final BufferedDataTable table = Tables.of(List.of(column, number("y")), rows);
        final NetworksPortObject foreign = learn(table);

        assertThat(node().run(foreign, table).table(0).size()).isEqualTo(30);
        assertThatThrownBy(() -> node().run(foreign, featurized)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'bits' with 32 bits, which is not in the table");
        final BufferedDataTable numbers = Tables.of(List.of(number("bits")), new Object[]{1.0});
        assertThatThrownBy(() -> node().run(foreign, numbers)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The networks read the bit-vector column 'bits' with 32 bits. The table has a column of that "
                + "name, but it holds Number (Float). Make its vectors as for the training, as bits, or rename the "
                + "column that has them.");
        assertThatThrownBy(() -> node().set(s -> {
            s.addString("source", "MOLECULE_COLUMN");
            s.addString("moleculeColumn", "smiles");
        }).run(foreign, featurized)).hasMessageContaining("cannot be made from molecules");
    }

    @Test
    void countsOfAnotherNodeAreFeaturesLikeTheSameNumbers() throws Exception {
        final Object[][] counts = new Object[30][];
        final Object[][] numbers = new Object[30][];
        for (int i = 0; i < counts.length; i++) {
            final int[] row = {i % 7, 0, 255 - i % 3, 0, i % 2};
            counts[i] = new Object[]{new CountsCell(row), 1.0 * (i % 7)};
            numbers[i] = new Object[]{
                DoubleVectorCellFactory.createCell(Arrays.stream(row).asDoubleStream().toArray()), 1.0 * (i % 7)};
        }
        final BufferedDataTable asCounts =
            Tables.of(List.of(new DataColumnSpecCreator("counts", CountsCell.TYPE).createSpec(), number("y")), counts);
        final BufferedDataTable asNumbers =
            Tables.of(List.of(FeatureCells.column("counts", false), number("y")), numbers);
        final NetworksPortObject learned = learn(asCounts);
        assertThat(learned.model().recipe().blocks()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(FeatureBlock.COUNT_VECTOR);
            assertThat(block.width()).isEqualTo(5);
            assertThat(block.hasBits()).isTrue();
        });
        assertThat(Tables.numbers(node().run(learned, asCounts).table(0), "Prediction (y)"))
            .containsExactly(Tables.numbers(node().run(learn(asNumbers), asNumbers).table(0), "Prediction (y)"));
        assertThatThrownBy(() -> node().run(learned, asNumbers)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The networks read the vector column 'counts' with 5 counts. The table has a column of that "
                + "name, but it holds Double Vector. Make its vectors as for the training, as counts, or rename the "
                + "column that has them.");
    }

    @Test
    void aNegativeCountIsAnErrorInTrainingAndNoPredictionLater() throws Exception {
        final DataColumnSpec counts = new DataColumnSpecCreator("counts", CountsCell.TYPE).createSpec();
        final BufferedDataTable good =
            Tables.of(List.of(counts, number("y")), IntStream.range(0, 30).mapToObj(
                i -> new Object[]{new CountsCell(i % 7, 1), 1.0 * (i % 7)}).toArray(Object[][]::new));
        final BufferedDataTable bad = Tables.of(List.of(counts, number("y")), new Object[]{new CountsCell(2, 1), 2.0},
            new Object[]{new CountsCell(0, -3), 1.0});
        final String reason =
            "Feature 1 is a count of -3, and counts cannot be negative. Numbers can: make a vector of numbers.";

        assertThatThrownBy(() -> learn(bad)).isInstanceOf(KNIMEException.class)
            .hasMessage("The features column 'counts' of the training table cannot be used. In Row1: " + reason);
        final DataCell prediction = Tables.column(node().run(learn(good), bad).table(0), "Prediction (y)").get(1);
        assertThat(((MissingCell)prediction).getError()).isEqualTo(reason);
    }

    @Test
    void emptyTableAndOneRowWork() throws Exception {
        final NodeRunner empty = node().run(networks, Tables.molecules(0));
        assertThat(empty.table(0).size()).isZero();
        assertThat(empty.warnings()).containsExactly("The input table has no rows.");
        assertThat(node().run(networks, Tables.molecules(1)).table(0).size()).isEqualTo(1);
    }

    @Test
    void doesNotConfigureBeforeTheNetworksAreKnown() throws Exception {
        final var node = org.knime.node.EmbeddedNode.of(new NetworkPredictorNodeFactory());

        final var specs = node.configure(
            new org.knime.core.node.port.PortObjectSpec[]{null, featurized.getDataTableSpec()}, warning -> { });
        assertThat(specs).containsExactly((org.knime.core.node.port.PortObjectSpec)null);
    }

    @Test
    void predictionsFollowTheModel() throws Exception {
        final Predictor predictor = new Predictor(networks.model().networks());
        final double[] expected = new double[predictor.members()];
        predictor.predict(BitCells.setBits((org.knime.core.data.vector.bitvector.BitVectorValue)Tables
            .column(featurized, "Features").get(7)), null, expected);

        assertThat(value(Tables.column(node().run(networks, featurized).table(0), "Prediction (activity)").get(7)))
            .isCloseTo(Predictor.mean(expected), within(0.0));
    }
}

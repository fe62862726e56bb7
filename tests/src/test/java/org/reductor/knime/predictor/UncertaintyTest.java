/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.text;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;
import org.reductor.chem.Featurizer;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.TinyModel;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** What the Network Predictor tells beside predictions. */
class UncertaintyTest {

    private static final List<String> LATER = List.of("intervals", "coverage", "calibrate", "similarity");

    private static BufferedDataTable featurized;

    private static NetworksPortObject networks;

    @BeforeAll
    static void learn() throws Exception {
        featurized = Tables.featurized(Tables.molecules(40));
        networks = (NetworksPortObject)learner("OUT_OF_FOLD").guess(featurized, null).set(UncertaintyTest::small)
            .run(featurized, null).out(0);
    }

    private static NodeRunner learner(final String judges) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(featurized, null)
            .set(s -> s.addString("judges", judges));
    }

    private static void small(final NodeSettings s) {
        s.addString("hiddenLayers", "8");
        s.addInt("folds", 4);
        s.addInt("rounds", 2);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 20);
        s.addInt("threads", 1);
    }

    private static NodeRunner node() {
        return new NodeRunner(new NetworkPredictorNodeFactory());
    }

    @Test
    void intervalsFollowTheSpreadAndTheSimilarityComesLast() throws Exception {
        final NodeRunner node = node().run(networks, featurized);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).containsExactly("id", "smiles", "activity",
            "Features", "Prediction (activity)", "Spread (activity)", "Lower (activity)", "Upper (activity)",
            "Similarity");
        assertThat(node.table(0).getDataTableSpec()).isEqualTo(node.configure(networks, featurized)[0]);
        final double[] lower = Tables.numbers(node.table(0), "Lower (activity)");
        final double[] upper = Tables.numbers(node.table(0), "Upper (activity)");
        final double[] half = Tables.numbers(
            node().set(s -> s.addInt("coverage", 50)).run(networks, featurized).table(0), "Upper (activity)");
        for (int row = 0; row < lower.length; row++) {
            assertThat(lower[row]).isLessThan(upper[row]);
            assertThat(half[row]).isLessThan(upper[row]);
        }
        assertThat(Tables.numbers(node.table(0), "Similarity")).containsOnly(1.0);
        assertThat(Tables.column(node.table(0), "Prediction (activity)")).isEqualTo(
            Tables.column(NodeRunner.plainPredictor().run(networks, featurized).table(0), "Prediction (activity)"));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void withAHoldOutItsRowsTellOfAllNetworksTogether() throws Exception {
        final NetworksPortObject judged = (NetworksPortObject)learner("HOLD_OUT")
            .set(UncertaintyTest::small).set(s -> s.addDouble("holdOutFraction", 0.3)).run(featurized, null).out(0);
        assertThat(judged.model().calibration().orElseThrow().groups()).hasSize(1);
        final NodeRunner node = node().set(s -> s.addInt("coverage", 80)).run(judged, featurized);
        assertThat(Tables.column(node.table(0), "Upper (activity)")).noneMatch(DataCell::isMissing);
    }

    @Test
    void coverageThatNeedsMoreRowsThanThereWereGivesNoNumberButAReason() throws Exception {
        final NodeRunner node = node().set(s -> s.addInt("coverage", 99)).run(networks, featurized);

        assertThat(Tables.column(node.table(0), "Lower (activity)")).allSatisfy(cell -> assertThat(
            ((MissingCell)cell).getError()).contains("40 rows").contains("99 % need at least 99"));
        assertThat(node.warnings()).singleElement().asString().contains("'activity' there were 40 rows")
            .contains("choose a smaller coverage");
    }

    @Test
    void moleculesUnlikeThoseOfTheTrainingAreCounted() throws Exception {
        final BufferedDataTable table = Tables.of(List.of(text("smiles")), new Object[]{"CCO"},
            new Object[]{"FC(F)(F)S(=O)(=O)[O-]"}, new Object[]{"BrC#CBr"});
        final NodeRunner node = node().run(networks, table);

        final double[] similarities = Tables.numbers(node.table(0), "Similarity");
        assertThat(similarities[0]).isEqualTo(1);
        assertThat(similarities[1]).isLessThan(0.3);
        assertThat(node.warnings()).singleElement().asString().contains("2 of 3 molecules are less similar than ")
            .contains("to any training molecule");
    }

    @Test
    void nodesStoredBeforeTellWhatTheyTold() throws Exception {
        final NodeSettings now = new NodeSettings("model");
        EmbeddedNode.of(new NetworkPredictorNodeFactory()).save(now);
        final NodeSettings earlier = new NodeSettings("model");
        now.keySet().stream().filter(key -> !LATER.contains(key))
            .forEach(key -> earlier.addEntry(now.getEntry(key)));
        final NodeRunner node = node();
        node.node().validateAndLoad(earlier);

        assertThat(node.run(networks, featurized).table(0).getDataTableSpec().getColumnNames())
            .endsWith("Prediction (activity)", "Spread (activity)");
    }

    @Test
    void networksThatDoNotKnowTheirErrorsSayItOnce() throws Exception {
        final NodeRunner node = node().run(new NetworksPortObject(networks.model().member(0)), featurized);

        assertThat(Tables.column(node.table(0), "Prediction (activity)")).noneMatch(DataCell::isMissing);
        for (final String column : List.of("Lower (activity)", "Upper (activity)", "Similarity")) {
            assertThat(Tables.column(node.table(0), column)).allMatch(DataCell::isMissing);
        }
        assertThat(node.warnings()).singleElement().asString().contains("no intervals and no similarities");
    }

    @Test
    void aCoverageOutOfRangeIsRefused() {
        for (final int coverage : new int[]{49, 100}) {
            assertThatThrownBy(() -> node().set(s -> s.addInt("coverage", coverage)).run(networks, featurized))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("is " + coverage + " %");
        }
    }

    @Test
    void probabilitiesAreThoseOfTheCalibrationUnlessItIsSwitchedOff() throws Exception {
        final NetworkModel model = TinyModel.classes(new ProbabilityMap(2, .5, .1));
        final NetworksPortObject classes = new NetworksPortObject(model);
        final BufferedDataTable molecules = Tables.molecules(5);
        final double[] calibrated = Tables.numbers(node().run(classes, molecules).table(0), "P (toxic = yes)");
        final double[] raw = Tables.numbers(
            node().set(s -> s.addBoolean("calibrate", false)).run(classes, molecules).table(0), "P (toxic = yes)");

        final Predictor predictor = new Predictor(model.networks());
        final double[] predictions = new double[predictor.width()];
        final List<DataCell> smiles = Tables.column(molecules, "smiles");
        for (int row = 0; row < raw.length; row++) {
            predictor.predict(new Featurizer(model.recipe()).features(smiles.get(row).toString()).columns(), null,
                predictions);
            assertThat(raw[row]).isEqualTo(Predictor.mean(predictions));
            assertThat(calibrated[row]).isNotEqualTo(raw[row]).isEqualTo(
                model.calibration().orElseThrow().assessor(model.recipe()).probabilities(0, predictions)[0]);
        }
    }

    @Test
    void learnersOfClassesCalibrate() throws Exception {
        final Object[][] rows = new Object[80][];
        for (int i = 0; i < rows.length; i++) { // a third of the labels is wrong
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 2, 2 + i * i % 11}, 16),
                (i + (i % 3 == 0 ? 1 : 0)) % 2 == 0 ? "active" : "inactive"};
        }
        final BufferedDataTable table =
            Tables.of(List.of(Tables.foreignBits("bits", "bits", 16), text("class")), rows);
        final NetworksPortObject classes = (NetworksPortObject)new NodeRunner(new ReductivePruningLearnerNodeFactory())
            .set(UncertaintyTest::small).set(s -> {
                s.addString("fingerprintColumn", "bits");
                s.addString("targetColumn", "class");
                s.addString("judges", "OUT_OF_FOLD");
            }).run(table, null).out(0);
        assertThat(classes.model().calibration().orElseThrow().tasks()).singleElement()
            .isInstanceOfSatisfying(ProbabilityMap.class, map -> assertThat(map.classes()).isEqualTo(2));
    }
}

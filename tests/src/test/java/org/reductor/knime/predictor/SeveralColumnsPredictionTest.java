/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.ColumnChoices.select;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** Networks on reactions, categories, numbers, descriptors and counts: what they learn from and predict with. */
class SeveralColumnsPredictionTest {

    private static final String PREDICTION = "Prediction (yield)";

    private static BufferedDataTable featurized;

    private static NetworksPortObject networks;

    private static BufferedDataTable table(final int rows, final String base) {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            final String acid = "C".repeat(1 + i % 7) + "C(=O)O";
            cells[i] = new Object[]{acid, acid + ".CN>O>" + acid + "NC", base == null ? "b" + i % 3 : base, 20.0 + i,
                10.0 * (i % 7) + i % 3};
        }
        return Tables.of(List.of(text("acid"), text("rxn"), text("base"), number("temperature"), number("yield")),
            cells);
    }

    @BeforeAll
    static void learn() throws Exception {
        featurized = new NodeRunner(new MoleculeFeaturizerNodeFactory()).set(s -> {
            select(s, "moleculeColumns", "acid");
            select(s, "reactionColumns", "rxn");
            select(s, "categoricalColumns", "base");
            select(s, "numericColumns", "temperature");
            s.addString("fingerprintValues", "COUNTS");
            s.addString("secondFingerprint", "NONE");
            s.addString("thirdFingerprint", "NONE");
            s.addString("descriptorSet", "BASIC");
            s.addInt("length", 64);
        }).run(table(40, null)).table(0);
        networks = learn(featurized);
    }

    private static NetworksPortObject learn(final BufferedDataTable table) throws Exception {
        return (NetworksPortObject)new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table).set(s -> {
            s.addString("targetColumn", "yield");
            s.addString("hiddenLayers", "8");
            s.addInt("folds", 3);
            s.addInt("rounds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 4);
        }).run(table).out(0);
    }

    private static NodeRunner node() throws Exception {
        return NodeRunner.plainPredictor();
    }

    private static double value(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    @Test
    void networksKeepTheBlocksThroughTrainingAndPruning() throws Exception {
        final NetworkModel model = networks.model();
        final int width = 4 * (64 + 20) + 3 + 1;

        assertThat(model.recipe().width()).isEqualTo(width).isEqualTo(model.networks().inputs());
        assertThat(model.recipe().feature(width - 4).name()).isEqualTo("base = b0");
        final int[] surviving = model.networks().inputsRead();
        final List<String> names = new ArrayList<>();
        for (final int feature : surviving) {
            names.add(model.recipe().feature(feature).name());
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void rawColumnsGiveThePredictionsOfTheFeatures() throws Exception {
        final NodeRunner raw = node().run(networks, table(40, null));
        final NodeRunner ready = node().run(networks, featurized);

        assertThat(Tables.column(raw.table(0), PREDICTION)).isEqualTo(Tables.column(ready.table(0), PREDICTION));
        assertThat(raw.warnings()).isEmpty();
    }

    @Test
    void modelFilePredictsTheSame() throws Exception {
        final var out = new java.io.ByteArrayOutputStream();
        networks.model().write(out);
        final var copy = NetworkModel.read(new java.io.ByteArrayInputStream(out.toByteArray()));

        assertThat(copy.recipe()).isEqualTo(networks.model().recipe());
        assertThat(copy.fingerprint()).isEqualTo(networks.model().fingerprint());
    }

    @Test
    void missingColumnsAreNamedWithWhatTheyAre() {
        final var table = Tables.of(List.of(text("acid"), text("temperature"), text("smiles")),
            new Object[]{"CC", "hot", "C"});

        assertThatThrownBy(() -> node().run(networks, table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("nor the reaction column 'rxn', the categorical column 'base', the numeric column "
                + "'temperature'; its columns are 'acid'")
            .hasMessageNotContaining("molecule column 'acid'");
    }

    @Test
    void aColumnThatIsTextByOneValueNamesItWithItsRow() throws Exception {
        final BufferedDataTable table = Tables.of(
            List.of(text("acid"), text("rxn"), text("base"), text("temperature")),
            new Object[]{"CC(=O)O", "C.CN>O>CN", "b1", "30"}, new Object[]{"CC(=O)O", "C.CN>O>CN", "b1", "rt"});

        final NodeRunner node = node();
        node.configure(networks, table);
        assertThat(node.warnings()).singleElement().asString().startsWith("The numeric column 'temperature' of the "
            + "input table holds text");
        assertThatThrownBy(() -> node.run(networks, table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("1 of its 2 values is none: 'rt' in Row1");
    }

    @Test
    void charactersThatWereLostInReadingAreWarnedOf() throws Exception {
        final BufferedDataTable table = Tables.of(
            List.of(text("acid"), text("rxn"), text("base"), number("temperature")),
            new Object[]{"CC(=O)O", "C.CN>O>CN", "b1", 30.0}, new Object[]{"CC(=O)O", "C.CN>O>CN", "b\ufffd", 30.0});

        assertThat(node().run(networks, table).warnings()).singleElement().asString().startsWith("1 of 2 rows has "
            + "characters that were lost when the table was read (U+FFFD). The first is Row1: 'b\ufffd' in the column "
            + "'base'.");
    }

    @Test
    void singleMoleculeColumnCannotServeSuchNetworks() {
        assertThatThrownBy(() -> node().set(s -> {
            s.addString("source", "MOLECULE_COLUMN");
            s.addString("moleculeColumn", "acid");
        }).run(networks, table(3, null))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("do not read a single molecule column");
    }

    @Test
    void unknownCategoryIsIgnoredWithAWarningOrFails() throws Exception {
        final NodeRunner node = node().run(networks, table(4, "DBU"));

        assertThat(Tables.column(node.table(0), PREDICTION)).noneMatch(DataCell::isMissing);
        assertThat(node.warnings()).containsExactly("4 values are of categories that the training rows did not have: "
            + "such as 'DBU' in 'base'. They were ignored: trust these predictions less.");
        assertThatThrownBy(
            () -> node().set(s -> s.addString("unknownCategories", "FAIL")).run(networks, table(4, "DBU")))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("'DBU' in 'base'");
    }

    @Test
    void missingValuesOfEachKindGiveMissingPredictionsWithTheReason() throws Exception {
        final Object[] good = {"CC(=O)O", "C.CN>O>CN", "b1", 30.0};
        final Object[][] rows = new Object[5][];
        rows[0] = good;
        for (int column = 0; column < 4; column++) {
            rows[column + 1] = good.clone();
            rows[column + 1][column] = null;
        }
        final NodeRunner node = node().run(networks,
            Tables.of(List.of(text("acid"), text("rxn"), text("base"), number("temperature")), rows));

        final List<DataCell> cells = Tables.column(node.table(0), PREDICTION);
        assertThat(cells.get(0).isMissing()).isFalse();
        assertThat(cells.subList(1, 5)).extracting(cell -> ((MissingCell)cell).getError()).containsExactly(
            "Column 'acid': The molecule is missing.", "Column 'rxn': The reaction is missing.",
            "The category in column 'base' is missing.", "The number in column 'temperature' is missing.");
        assertThat(node.warnings().get(0)).startsWith("4 of 5 rows have no prediction");
    }

    @Test
    void vectorsOfNumbersFromElsewhereServeAgainByName() throws Exception {
        final var column = new DataColumnSpecCreator("v", DoubleVectorCellFactory.TYPE).createSpec();
        final Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            final DataCell vector = DoubleVectorCellFactory.createCell(
                new double[]{i % 5 - 2, 0, i == 3 ? Double.NaN : .25 * i});
            rows[i] = new Object[]{vector, 1.0 * (i % 5)};
        }
        final BufferedDataTable table = Tables.of(List.of(column, number("yield")), rows);
        final NetworksPortObject foreign = learn(table);

        assertThat(foreign.model().recipe().feature(2).name()).isEqualTo("v: value 2");
        final NodeRunner node = node().run(foreign, table);
        final List<DataCell> cells = Tables.column(node.table(0), PREDICTION);
        assertThat(value(cells.get(0))).isNotNaN();
        assertThat(((MissingCell)cells.get(3)).getError()).isEqualTo("Feature 2 is not a finite number.");
        assertThatThrownBy(() -> node().run(foreign, featurized))
            .hasMessageContaining("read the vector column 'v' with 3 numbers, which is not in the table");
    }
}

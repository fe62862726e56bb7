/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.RDKit.ROMol;
import org.RDKit.RWMol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.RoundRecord;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

class FeatureExplainerNodeTest {

    private static BufferedDataTable molecules;

    private static NetworksPortObject networks;

    @BeforeAll
    static void learn() throws Exception {
        molecules = Explained.featurized(Explained.activity(60), "MORGAN", "NONE");
        networks = Explained.learn(molecules, s -> {
        });
    }

    private static NodeRunner node() {
        return new NodeRunner(new FeatureExplainerNodeFactory());
    }

    private static List<String> texts(final BufferedDataTable table, final String column) {
        return Tables.column(table, column).stream()
            .map(cell -> cell.isMissing() ? null : ((StringValue)cell).getStringValue()).toList();
    }

    private static int whole(final DataCell cell) {
        return ((IntValue)cell).getIntValue();
    }

    private static JsonNode view(final NodeRunner node) throws Exception {
        return new ObjectMapper().readTree(node.node().view().orElseThrow().initialDataJson()).path("result");
    }

    @Test
    void everyFeatureThatIsLeftHasARowTheMostImportantFirst() throws Exception {
        final NodeRunner node = node().guess(networks, molecules).run(networks, molecules);
        final BufferedDataTable features = node.table(0);
        final int[] left = networks.model().networks().inputsRead();

        assertThat(features.size()).isEqualTo(left.length);
        assertThat(Tables.column(features, "Index").stream().map(FeatureExplainerNodeTest::whole))
            .containsExactlyInAnyOrderElementsOf(IntStream.of(left).boxed().toList());
        assertThat(Tables.numbers(features, "Importance")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(Tables.numbers(features, "Importance")[0]).isPositive();
        assertThat(Tables.column(features, "Networks")).allMatch(n -> whole(n) >= 1 && whole(n) <= 4);
        assertThat(features.getDataTableSpec()).isEqualTo(node.configure(networks, molecules)[0]);
        assertThat(node.table(1).getDataTableSpec()).isEqualTo(node.configure(networks, molecules)[1]);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void theOxygenThatDecidesIsAmongTheMostImportantFeatures() throws Exception {
        final NodeRunner node = node().run(networks, molecules);

        final List<String> smarts = texts(node.table(0), "SMARTS").subList(0, 3);
        final int oxygen = IntStream.range(0, 3).filter(i -> smarts.get(i).contains("#8")).findFirst().orElse(-1);
        assertThat(oxygen).as(smarts.toString()).isNotNegative();
        assertThat(((DoubleValue)Tables.column(node.table(0), "Mean effect").get(oxygen)).getDoubleValue())
            .isPositive();
        assertThat(texts(node.table(0), "Drawing").get(oxygen)).startsWith("<svg").contains("<circle");
    }

    @Test
    void substructuresOfABitAreCountedAndFoundInTheirExamples() throws Exception {
        final NodeRunner node = node().run(networks, molecules);
        final List<String> smarts = texts(node.table(1), "SMARTS");
        final List<String> examples = texts(node.table(1), "Examples");
        final List<DataCell> counts = Tables.column(node.table(1), "Molecules");
        final List<String> ids = Tables.rowIds(molecules);
        final List<String> texts = texts(molecules, "smiles");
        for (int i = 0; i < smarts.size(); i++) {
            final RWMol query = RWMol.MolFromSmarts(smarts.get(i));
            int found = 0;
            for (final String text : texts) {
                final ROMol molecule = RWMol.MolFromSmiles(text);
                found += molecule.hasSubstructMatch(query) ? 1 : 0;
                molecule.delete();
            }
            final ROMol example = RWMol.MolFromSmiles(texts.get(ids.indexOf(examples.get(i).split(", ")[0])));
            assertThat(example.hasSubstructMatch(query)).as(smarts.get(i)).isTrue();
            assertThat(whole(counts.get(i))).as(smarts.get(i)).isBetween(1, found);
            example.delete();
            query.delete();
        }
    }

    @Test
    void aBitThatStandsForSeveralSubstructuresShowsEachOfThem() throws Exception {
        final BufferedDataTable table = new NodeRunner(
            new MoleculeFeaturizerNodeFactory()).set(s -> {
                s.addString("moleculeColumn", "smiles");
                s.addString("secondFingerprint", "NONE");
                s.addString("thirdFingerprint", "NONE");
                s.addString("descriptorSet", "NONE");
                s.addInt("length", 16); // so that substructures must share bits
            }).run(Explained.activity(60)).table(0);
        final NetworksPortObject folded = Explained.learn(table, s -> {
        });
        final NodeRunner node = node().set(s -> s.addInt("substructures", 2)).run(folded, table);
        final int[] counts = Tables.column(node.table(0), "Substructures").stream().filter(cell -> !cell.isMissing())
            .mapToInt(FeatureExplainerNodeTest::whole).toArray();

        assertThat(Arrays.stream(counts).max().orElseThrow()).isGreaterThan(2);
        assertThat(node.table(1).size()).isEqualTo(Arrays.stream(counts).map(count -> Math.min(count, 2)).sum());
        assertThat(texts(node.table(1), "SMARTS")).doesNotContainNull().doesNotHaveDuplicates();
        for (final JsonNode feature : view(node).path("features")) {
            assertThat(feature.path("shown")).hasSize(Math.min(2, feature.path("substructures").asInt()));
        }
    }

    @Test
    void rowsThatNoNetworkKnowsAreJudgedByAllAndTheNodeSaysSo() throws Exception {
        final BufferedDataTable others = Explained.featurized(Explained.table(20, List.of(number("activity")),
            i -> new Object[]{6.0 + 0.1 * i}), "MORGAN", "NONE");

        final NodeRunner node = node().run(networks, others);
        assertThat(node.warnings()).singleElement().asString().startsWith(
            "No row is among those that the networks were trained on, so that all networks judge all rows.");
        assertThat(Tables.column(node.table(0), "Importance")).noneMatch(DataCell::isMissing);
    }

    @Test
    void networksThatDoNotKnowTheirRowsSaySo() throws Exception {
        final NetworkModel model = networks.model();
        final var provenance = model.provenance();
        final var forgetful = new NetworksPortObject(new NetworkModel(model.networks(), model.recipe(),
            List.<RoundRecord> of(), new Provenance(provenance.dataSha256(),
                provenance.rows(), provenance.features(), provenance.settings(), provenance.versions(),
                provenance.started(), provenance.seconds())));

        assertThat(node().run(forgetful, molecules).warnings()).singleElement().asString()
            .startsWith("The networks do not know which rows they were trained on.");
    }

    @Test
    void theScoreIsThatOfNetworksWhichHaveNotSeenTheRow() throws Exception {
        final var rows = SampledRows.of(molecules, 1000, NodeRunner.context());
        final var explanation =
            FeatureExplanation.of(networks.model(), molecules, new FeatureExplainerParameters(), NodeRunner.context());

        assertThat(rows.rows().size()).isEqualTo(60);
        assertThat(explanation.reliance().score()).isCloseTo(
            networks.model().history().stream().filter(r -> r.status() == RoundRecord.Status.WINNER).findFirst()
                .orElseThrow().score(), within(1e-4));
    }

    @Test
    void withoutTargetsThereAreEffectsAndDrawingsOnly() throws Exception {
        final Object[][] rows = IntStream.range(0, 12).mapToObj(i -> new Object[]{"C".repeat(1 + i) + "O"})
            .toArray(Object[][]::new);
        final NodeRunner node = node().run(networks, Tables.of(List.of(text("smiles")), rows));

        assertThat(node.warnings()).singleElement().asString().startsWith(
            "No row has a true value of 'activity' that could judge, so that there is no importance.");
        assertThat(Tables.column(node.table(0), "Importance")).allMatch(DataCell::isMissing);
        assertThat(Tables.column(node.table(0), "Mean effect")).anyMatch(cell -> !cell.isMissing());
        assertThat(view(node).path("features").path(0).path("importance").isNull()).isTrue();
    }

    @Test
    void aLargeTableIsSampledAndTheNodeSaysSo() throws Exception {
        final NodeRunner node = node().set(s -> s.addInt("rows", 25)).run(networks, molecules);

        assertThat(node.warnings()).singleElement().asString()
            .startsWith("Of 60 rows 25 were looked at, drawn at random.");
        assertThat(Tables.column(node.table(0), "Rows")).allMatch(n -> whole(n) <= 25);
    }

    @Test
    void whatHasNoAtomsIsListedWithoutADrawingAndSaysWhy() throws Exception {
        final BufferedDataTable table = Explained.featurized(Explained.activity(60), "MACCS", "BASIC");
        final NetworksPortObject none = Explained.learn(table, s -> {
        });
        final NodeRunner node = node().run(none, table);

        assertThat(Tables.column(node.table(0), "Drawing")).allMatch(DataCell::isMissing);
        assertThat(texts(node.table(0), "Remark")).contains("A descriptor is about the whole molecule.",
            "RDKit's Java library does not tell which atoms set a bit of this fingerprint.");
        assertThat(node.table(1).size()).isZero();
        assertThat(node.warnings()).singleElement().asString().contains("so that none can be drawn");
        assertThat(Tables.column(node.table(0), "Importance")).noneMatch(DataCell::isMissing);
    }

    @Test
    void moleculesThatAreNotInTheTableAreAskedFor() throws Exception {
        final var rearranger = new ColumnRearranger(molecules.getDataTableSpec());
        rearranger.remove("smiles");
        final BufferedDataTable bare = NodeRunner.context().createColumnRearrangeTable(molecules, rearranger,
            NodeRunner.context());
        final NodeRunner node = node().run(networks, bare);

        assertThat(node.warnings()).singleElement().asString().startsWith("The molecules that features are made from "
            + "are not in the table, so that they cannot be drawn. Name the column with SMILES or molblocks 'smiles'");
        assertThat(Tables.column(node.table(0), "Importance")).noneMatch(DataCell::isMissing);
    }

    @Test
    void pathsPairsAndTorsionsShowTheirAtomsWithoutTellingThemApart() throws Exception {
        for (final String fingerprint : List.of("RDKIT", "ATOM_PAIR", "TORSION")) {
            final BufferedDataTable table = Explained.featurized(Explained.activity(60), fingerprint, "NONE");
            final NetworksPortObject of = Explained.learn(table, s -> {
            });
            final NodeRunner node = node().run(of, table);

            final List<DataCell> rows = Tables.column(node.table(0), "Rows");
            for (int i = 0; i < rows.size(); i++) {
                final boolean seen = whole(rows.get(i)) > 0;
                assertThat(texts(node.table(0), "Drawing").get(i) != null).as(fingerprint).isEqualTo(seen);
                assertThat(((MissingCell)Tables.column(node.table(0), "Substructures").get(i)).getError())
                    .isEqualTo(seen ? "This fingerprint does not tell different substructures apart."
                        : "No molecule that was looked at has it.");
            }
        }
    }

    @Test
    void settingsAreCheckedBeforeTheNodeRuns() {
        assertThatThrownBy(() -> node().set(s -> s.addString("target", "yield")).configure(networks, molecules))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("do not predict 'yield', but activity");
        assertThatThrownBy(() -> node().set(s -> s.addInt("substructures", 0)))
            .hasMessage("The number of substructures of a feature is 0; it must be at least 1.");
        assertThatThrownBy(() -> node().configure(networks, Tables.of(List.of(text("name")), new Object[]{"x"})))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("the molecule column 'smiles'");
    }
}

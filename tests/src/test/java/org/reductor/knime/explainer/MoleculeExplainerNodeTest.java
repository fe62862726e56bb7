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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.knime.ColumnChoices;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.port.NetworksPortObject;

class MoleculeExplainerNodeTest {

    private static BufferedDataTable molecules;

    private static NetworksPortObject networks;

    @BeforeAll
    static void learn() throws Exception {
        molecules = Explained.featurized(Explained.activity(60), "MORGAN", "NONE");
        networks = Explained.learn(molecules, s -> {
        });
    }

    private static NodeRunner node() {
        return new NodeRunner(new MoleculeExplainerNodeFactory());
    }

    private static double[] atoms(final BufferedDataTable table, final int row) {
        final var cell = (DoubleVectorValue)Tables.column(table, "Atom contributions (activity)").get(row);
        final double[] atoms = new double[cell.getLength()];
        Arrays.setAll(atoms, cell::getValue);
        return atoms;
    }

    private static JsonNode view(final NodeRunner node) throws Exception {
        return new ObjectMapper().readTree(node.node().view().orElseThrow().initialDataJson()).path("result");
    }

    @Test
    void appendsPredictionDrawingAndContributionsOfAtoms() throws Exception {
        final NodeRunner node = node().guess(networks, molecules).run(networks, molecules);
        final BufferedDataTable table = node.table(0);

        assertThat(table.getDataTableSpec().getColumnNames()).endsWith("Prediction (activity)", "Drawing (activity)",
            "Atom contributions (activity)", "Contribution of other features (activity)",
            "Strongest features (activity)");
        assertThat(table.getDataTableSpec()).isEqualTo(node.configure(networks, molecules)[0]);
        final double[] predicted =
            Tables.numbers(NodeRunner.plainPredictor().run(networks, molecules).table(0), "Prediction (activity)");
        assertThat(Tables.numbers(table, "Prediction (activity)")).containsExactly(predicted, within(1e-4));
        assertThat(Tables.column(table, "Drawing (activity)")).allSatisfy(
            cell -> assertThat(((StringValue)cell).getStringValue()).startsWith("<svg").contains("<circle"));
        assertThat(Tables.numbers(table, "Contribution of other features (activity)")).containsOnly(0);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void theAtomThatDecidesIsAmongTheStrongest() throws Exception {
        final BufferedDataTable table = node().run(networks, molecules).table(0);
        for (int row = 5; row < 60; row += 5) { // alcohols, whose last atom is the oxygen
            final double[] atoms = atoms(table, row);
            assertThat(atoms).hasSize(2 + row % 7);
            if (atoms.length > 3) { // of smaller ones every bit is about all atoms
                final double oxygen = atoms[atoms.length - 1];
                assertThat(oxygen).as("row %d: %s", row, Arrays.toString(atoms)).isPositive()
                    .isGreaterThan(Arrays.stream(atoms).limit(atoms.length - 2).max().orElseThrow());
            }
        }
    }

    @Test
    void rawMoleculesAreExplainedLikeThoseWithFeatures() throws Exception {
        final BufferedDataTable raw = Explained.activity(60);
        final BufferedDataTable table = node().run(networks, raw).table(0);

        assertThat(atoms(table, 10)).containsExactly(atoms(node().run(networks, molecules).table(0), 10));
    }

    @Test
    void aRowThatCannotBeExplainedStaysAndSaysWhy() throws Exception {
        final BufferedDataTable table =
            Tables.of(List.of(text("smiles")), new Object[]{"CCO"}, new Object[]{"C("}, new Object[]{null});
        final NodeRunner node = node().run(networks, table);
        final List<DataCell> drawings = Tables.column(node.table(0), "Drawing (activity)");

        assertThat(drawings.get(0).isMissing()).isFalse();
        assertThat(((MissingCell)drawings.get(1)).getError()).contains("cannot be read");
        assertThat(((MissingCell)drawings.get(2)).getError()).isEqualTo("The molecule is missing.");
        assertThat(node.warnings()).singleElement().asString().startsWith("2 of 3 rows have no explanation.");
        assertThatThrownBy(() -> node().set(s -> s.addString("badMolecules", "FAIL")).run(networks, table))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("2 of 3 rows cannot be explained");
    }

    @Test
    void aLargeTableIsSampledAndTheNodeSaysSo() throws Exception {
        final NodeRunner node = node().set(s -> s.addInt("rows", 10)).run(networks, molecules);
        final List<DataCell> drawings = Tables.column(node.table(0), "Drawing (activity)");

        assertThat(drawings).hasSize(60).filteredOn(cell -> !cell.isMissing()).hasSize(10);
        assertThat(drawings.stream().filter(DataCell::isMissing).map(cell -> ((MissingCell)cell).getError()))
            .containsOnly("The row is not among those that were drawn at random.");
        assertThat(node.warnings()).singleElement().asString()
            .startsWith("Of 60 rows 10 were looked at, drawn at random.");
        assertThat(view(node).path("total").asInt()).isEqualTo(10);
        assertThat(view(node).path("remarks").path(0).asText()).startsWith("Of 60 rows 10");
    }

    @Test
    void descriptorsCountWithTheOtherFeaturesAndTheNodeSaysSo() throws Exception {
        final BufferedDataTable table = Explained.featurized(Explained.activity(60), "MORGAN", "BASIC");
        final NetworksPortObject some = Explained.learn(table, s -> {
        });
        final NodeRunner node = node().run(some, table);

        assertThat(Arrays.stream(Tables.numbers(node.table(0), "Contribution of other features (activity)"))
            .map(Math::abs).max().orElseThrow()).isGreaterThan(.01);
        assertThat(node.warnings()).singleElement().asString()
            .contains("features that the networks read have no atoms (descriptors and the like)");
    }

    @Test
    void withoutFingerprintsMoleculesAreDrawnWithoutColourAndTheNodeSaysSo() throws Exception {
        for (final String fingerprint : List.of("NONE", "MACCS")) {
            final BufferedDataTable table =
                Explained.featurized(Explained.activity(60), fingerprint,
                    fingerprint.equals("NONE") ? "BASIC" : "NONE");
            final NetworksPortObject none = Explained.learn(table, s -> {
            });
            final NodeRunner node = node().run(none, table);

            assertThat(node.warnings()).as(fingerprint).singleElement().asString()
                .contains("so that atoms have no colour");
            assertThat(Tables.column(node.table(0), "Drawing (activity)")).allSatisfy(
                cell -> assertThat(((StringValue)cell).getStringValue()).contains("#dedede").doesNotContain("#eb5e55"));
            assertThat(Tables.column(node.table(0), "Strongest features (activity)"))
                .allMatch(cell -> !((StringValue)cell).getStringValue().isEmpty());
        }
    }

    @Test
    void vectorsOfOtherNodesHaveNoMolecule() throws Exception {
        final Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 3, 3 + i % 5}, 16), 5.0 + i % 3};
        }
        final BufferedDataTable table =
            Tables.of(List.of(Tables.foreignBits("bits", "bits", 16), number("activity")), rows);
        final NetworksPortObject foreign = Explained.learn(table, s -> s.addString("fingerprintColumn", "bits"));
        final NodeRunner node = node().run(foreign, table);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).endsWith("Prediction (activity)",
            "Contribution of other features (activity)", "Strongest features (activity)");
        assertThat(node.warnings()).singleElement().asString().contains("so that atoms have no colour");
        assertThat(view(node).path("rows").path(0).path("drawings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', Prediction (activity), Drawing (activity)",
        "toxic, '', Log odds (toxic = true), Drawing (toxic = true)",
        "toxic, false, Log odds (toxic = false), Drawing (toxic = false)",
        "kind, acid, Log odds (kind = acid), Drawing (kind = acid)",
        "kind, '', Explained class (kind), Drawing (kind)"})
    void oneOfSeveralTargetsAndClassesIsExplained(final String target, final String category, final String column,
        final String drawing) throws Exception {
        final NodeRunner node = node().set(s -> {
            s.addString("target", target);
            s.addString("explainedClass", category);
        }).run(Several.NETWORKS, Several.TABLE);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).contains(column, drawing);
        assertThat(Tables.column(node.table(0), drawing)).noneMatch(DataCell::isMissing);
        assertThat(node.table(0).getDataTableSpec()).isEqualTo(node.configure(Several.NETWORKS, Several.TABLE)[0]);
        assertThat(view(node).path("rows")).hasSize(60);
    }

    @Test
    void contributionsToOneClassAreTheOppositeOfThoseToTheOther() throws Exception {
        final double[] yes = Tables.numbers(node().set(s -> s.addString("target", "toxic"))
            .run(Several.NETWORKS, Several.TABLE).table(0), "Log odds (toxic = true)");
        final double[] no = Tables.numbers(node().set(s -> {
            s.addString("target", "toxic");
            s.addString("explainedClass", "false");
        }).run(Several.NETWORKS, Several.TABLE).table(0), "Log odds (toxic = false)");

        assertThat(no).containsExactly(Arrays.stream(yes).map(odds -> -odds).toArray(), within(1e-6));
    }

    @Test
    void anUnknownTargetOrClassIsRefusedBeforeTheNodeRuns() {
        assertThatThrownBy(() -> node().set(s -> s.addString("target", "yield")).configure(networks, molecules))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("do not predict 'yield', but activity");
        assertThatThrownBy(() -> node().set(s -> {
            s.addString("target", "kind");
            s.addString("explainedClass", "ester");
        }).configure(Several.NETWORKS, Several.TABLE)).hasMessageContaining("no class 'ester'");
        assertThatThrownBy(() -> node().set(s -> s.addInt("rows", 0)))
            .hasMessage("The number of molecules that are explained is 0; it must be at least 1.");
    }

    @Test
    void theViewIsGivenWhatItShows() throws Exception {
        final NodeRunner node = node().run(networks, molecules);
        final JsonNode data = view(node);

        assertThat(data.path("target").asText()).isEqualTo("activity");
        assertThat(data.path("number").asBoolean()).isTrue();
        assertThat(data.path("fullColour").asDouble()).isPositive();
        assertThat(data.path("rows")).hasSize(60);
        assertThat(data.path("rows").path(0).path("drawings").path(0).asText()).startsWith("<svg");
        assertThat(data.path("rows").path(0).path("features").asText()).contains("Morgan bit");
        for (final String file : node.node().view().orElseThrow().files()) {
            try (var in = node.node().view().orElseThrow().open(file)) {
                assertThat(in.readAllBytes()).as(file).isNotEmpty();
            }
        }
    }

    @Test
    void eachMoleculeCanHaveAScaleOfItsOwn() throws Exception {
        final NodeRunner node = node().set(s -> s.addString("scale", "OWN")).run(networks, molecules);

        assertThat(view(node).path("fullColour").isNull()).isTrue();
        assertThat(Tables.column(node.table(0), "Drawing (activity)")).allSatisfy(cell -> assertThat(
            ((StringValue)cell).getStringValue()).containsAnyOf("fill='#eb5e55'", "fill='#5c94e6'"));
    }

    /** Networks that predict a number, true or false, and one of three classes; learned once. */
    private static final class Several {

        private static final BufferedDataTable TABLE;

        private static final NetworksPortObject NETWORKS;

        static {
            try {
                TABLE = Explained.featurized(Explained.table(60,
                    List.of(number("activity"), Explained.truth("toxic"), text("kind")),
                    i -> new Object[]{5.0 + i % 5, i % 5 == 1 ? BooleanCell.TRUE : BooleanCell.FALSE,
                        i % 5 == 3 ? "acid" : i % 5 == 0 ? "alcohol" : "other"}), "MORGAN", "NONE");
                NETWORKS = Explained.learn(TABLE, s -> {
                    s.addString("targetColumn", "activity");
                    ColumnChoices.select(s, "moreTargets", "toxic", "kind");
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

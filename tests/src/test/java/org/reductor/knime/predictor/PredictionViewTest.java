/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.vector.bitvector.DenseBitVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.reductor.knime.ColumnChoices;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.view.ShownNodes;

/** What the view of the Network Predictor is handed; how it looks is tested in a browser. */
class PredictionViewTest {

    private static NodeRunner learner;

    @BeforeAll
    static void learn() throws Exception {
        learner = ShownNodes.learner(ShownNodes.numbers(72), s -> { });
    }

    private static JsonNode shown(final NodeRunner from, final BufferedDataTable table) throws Exception {
        return ShownNodes.data(ShownNodes.predictor(from, table));
    }

    private static List<String> remarks(final JsonNode data) {
        return StreamSupport.stream(data.path("remarks").spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void scoresAndCoverageAreThoseOfTheTable() throws Exception {
        final BufferedDataTable table = ShownNodes.numbers(72);
        final NodeRunner node = ShownNodes.predictor(learner, table);
        final JsonNode target = ShownNodes.data(node).path("targets").path(0);
        final double[] predicted = Tables.numbers(node.table(0), "Prediction (pIC50)");
        final double[] lower = Tables.numbers(node.table(0), "Lower (pIC50)");
        final double[] upper = Tables.numbers(node.table(0), "Upper (pIC50)");
        final double[] measured = Tables.numbers(table, "pIC50");

        assertThat(target.path("measured").asInt()).isEqualTo(72);
        assertThat(target.path("scores").path(0).path("label").asText()).isEqualTo("RMSE");
        assertThat(target.path("scores").path(0).path("value").asDouble()).isCloseTo(Math.sqrt(IntStream.range(0, 72)
            .mapToDouble(i -> Math.pow(predicted[i] - measured[i], 2)).average().orElseThrow()), within(1e-5));
        assertThat(target.path("coverage").path("asked").asInt()).isEqualTo(90);
        assertThat(target.path("coverage").path("rows").asInt()).isEqualTo(72);
        assertThat(target.path("coverage").path("inside").asLong()).isEqualTo(
            IntStream.range(0, 72).filter(i -> lower[i] <= measured[i] && measured[i] <= upper[i]).count());
        assertThat(target.path("points")).hasSize(72);
        assertThat(target.path("points").path(9).path("predicted").path(0).asDouble())
            .isCloseTo(predicted[9], within(1e-4));
    }

    @Test
    void everyRowOfASmallTableHasItsMolecule() throws Exception {
        final JsonNode data = shown(learner, ShownNodes.numbers(72));
        assertThat(data.path("rows")).hasSize(72).allSatisfy(row -> {
            assertThat(row.path("drawings")).hasSize(1);
            assertThat(row.path("drawings").path(0).asText()).startsWith("<svg").contains("<path");
            assertThat(row.path("similarity").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(data.path("rows").path(1).path("structures").path(0).asText()).isEqualTo("CCN");
        assertThat(remarks(data)).isEmpty();
    }

    @Test
    void withoutTrueValuesThereAreNoScoresAndARowThatCannotBeReadHasNoPoint() throws Exception {
        final JsonNode data = shown(learner,
            Tables.of(List.of(text("smiles")), new Object[]{"CCO"}, new Object[]{"C("}, new Object[]{"CCN"}));
        final JsonNode target = data.path("targets").path(0);
        assertThat(target.path("measured").asInt()).isZero();
        assertThat(target.path("scores")).isEmpty();
        assertThat(target.path("coverage").isNull()).isTrue();
        assertThat(target.path("points").findValuesAsText("row")).containsExactly("0", "2");
        assertThat(target.path("points").path(0).path("measured").isNull()).isTrue();
    }

    @Test
    void boundsAreShownAsSuchAndNoIntervalIsJudgedByThem() throws Exception {
        final JsonNode target = shown(learner, Tables.of(List.of(text("smiles"), text("pIC50")),
            new Object[]{"CCO", ">7"}, new Object[]{"CCN", "5.1"}, new Object[]{"CCCl", null})).path("targets").path(0);
        assertThat(target.path("measured").asInt()).isEqualTo(2);
        assertThat(target.path("bounds").asInt()).isEqualTo(1);
        assertThat(target.path("coverage").path("rows").asInt()).isEqualTo(1);
        assertThat(target.path("points").path(0).path("relation").asText()).isEqualTo(">");
    }

    @Test
    void classesHaveCurvesOfTheSecondOfTwoAndOfEachOfSeveral() throws Exception {
        final BufferedDataTable two = ShownNodes.classes(72, "inactive", "active");
        final JsonNode ofTwo = shown(ShownNodes.learner(two, s -> { }), two).path("targets").path(0);
        assertThat(ofTwo.path("curves")).hasSize(1);
        assertThat(ofTwo.path("points").path(0).path("predicted")).hasSize(1);
        final BufferedDataTable three = ShownNodes.classes(72, "low", "medium", "high");
        final JsonNode ofThree = shown(ShownNodes.learner(three, s -> { }), three).path("targets").path(0);
        assertThat(ofThree.path("curves")).hasSize(3);
        assertThat(ofThree.path("points").path(0).path("predicted")).hasSize(3);
        assertThat(ofThree.path("scores").findValuesAsText("label")).contains("Log loss", "ROC AUC");
    }

    @Test
    void severalTargetsAreShownOneByOne() throws Exception {
        final BufferedDataTable one = ShownNodes.numbers(72);
        final double[] values = Tables.numbers(one, "pIC50");
        final List<String> smiles = Tables.column(one, "smiles").stream().map(Object::toString).toList();
        final Object[][] rows = IntStream.range(0, 72).mapToObj(i -> new Object[]{smiles.get(i), values[i],
            i % 2 == 0 ? null : (Object)(10 - values[i])}).toArray(Object[][]::new);
        final BufferedDataTable table = Tables.of(List.of(text("smiles"), number("a"), number("b")), rows);
        final JsonNode data = shown(ShownNodes.learner(table, s -> {
            s.addString("targetColumn", "a");
            ColumnChoices.select(s, "moreTargets", "b");
        }), table);
        assertThat(data.path("targets").findValuesAsText("name")).containsExactly("a", "b");
        assertThat(data.path("targets").path(0).path("measured").asInt()).isEqualTo(72);
        assertThat(data.path("targets").path(1).path("measured").asInt()).isEqualTo(36);
    }

    private static BufferedDataTable bits(final int rows) {
        final var bits = Tables.foreignBits("bits", "bits", 16);
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            final var vector = new DenseBitVectorCellFactory(16);
            vector.set(i % 16);
            vector.set(i % 7);
            cells[i] = new Object[]{vector.createDataCell(), (double)(i % 7)};
        }
        return Tables.of(List.of(bits, number("y")), cells);
    }

    @Test
    void ofALargeTableRowsAreSampledAndScoresAreOfAll() throws Exception {
        final NodeRunner ofBits = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(bits(60), null)
            .set(s -> {
                ShownNodes.quick(s);
                s.addInt("rounds", 1);
            }).run(bits(60), null);
        final JsonNode data = shown(ofBits, bits(50_000));

        assertThat(data.path("total").asInt()).isEqualTo(50_000);
        assertThat(data.path("rows")).hasSize(PredictionView.LARGEST);
        assertThat(data.path("targets").path(0).path("measured").asInt()).isEqualTo(50_000);
        assertThat(data.path("targets").path(0).path("points")).hasSize(PredictionView.LARGEST);
        assertThat(remarks(data)).containsExactly("Of 50,000 rows 2,000 are shown, drawn at random; scores and curves "
            + "are of all.", "The features are not made from molecules here, so there is nothing to draw.");
    }

    @Test
    void aTableWithoutMoleculesSaysWhyNothingIsDrawn() throws Exception {
        final BufferedDataTable table = ShownNodes.featurized(ShownNodes.numbers(72));
        final Object[][] rows = Tables.column(table, "Features").stream().limit(5).map(c -> new Object[]{c})
            .toArray(Object[][]::new);
        final JsonNode data = shown(learner,
            Tables.of(List.of(table.getDataTableSpec().getColumnSpec("Features")), rows));
        assertThat(data.path("rows")).hasSize(5).allSatisfy(row -> assertThat(row.path("drawings")).isEmpty());
        assertThat(remarks(data)).singleElement().asString().startsWith("The molecules that features are made from are "
            + "not in the table");
    }

    @Test
    void anEmptyTableHasNothingToShow() throws Exception {
        final JsonNode data = shown(learner, Tables.of(List.of(text("smiles"))));
        assertThat(data.path("rows")).isEmpty();
        assertThat(data.path("targets").path(0).path("points")).isEmpty();
    }
}

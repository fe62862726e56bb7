/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.port.EmbeddedPortViews;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.objective.Objectives;
import org.reductor.knime.ColumnChoices;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.port.PortViews;

/** Targets other than one number: what the learners make of them, and what the predictor tells. */
class ClassesAndSeveralTargetsTest {

    private static final int ROWS = 60;

    private static final DataColumnSpec BITS = Tables.foreignBits("bits", "bits", 16);

    /** Rows of three kinds, which a bit each gives away. */
    private static BufferedDataTable table(final List<DataColumnSpec> targets, final IntFunction<Object[]> values) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(BITS));
        columns.addAll(targets);
        final Object[][] rows = new Object[ROWS][];
        for (int i = 0; i < rows.length; i++) {
            final List<Object> row = new ArrayList<>();
            row.add(BitCells.cell(new int[]{i % 3, 3 + i % 7}, 16));
            for (final Object value : values.apply(i)) {
                row.add(value);
            }
            rows[i] = row.toArray();
        }
        return Tables.of(columns, rows);
    }

    private static BufferedDataTable table(final DataColumnSpec target, final IntFunction<Object> values) {
        return table(List.of(target), i -> new Object[]{values.apply(i)});
    }

    private static BufferedDataTable activity() {
        return table(text("class"), i -> i % 3 == 0 ? "active" : "inactive");
    }

    private static DataColumnSpec truth(final String name) {
        return new DataColumnSpecCreator(name, BooleanCell.TYPE).createSpec();
    }

    private static void small(final NodeSettings s) {
        s.addString("fingerprintColumn", "bits");
        s.addString("hiddenLayers", "8");
        s.addString("judges", "HOLD_OUT");
        s.addInt("folds", 3);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 30);
        s.addDouble("learningRate", .02);
        s.addInt("threads", 1);
    }

    private static NodeRunner learner(final String target, final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).set(s -> {
            small(s);
            s.addInt("rounds", 2);
            s.addString("targetColumn", target);
            changes.accept(s);
        });
    }

    private static NodeRunner learner(final String target) throws Exception {
        return learner(target, s -> { });
    }

    private static Consumer<NodeSettings> more(final String... columns) {
        return s -> ColumnChoices.select(s, "moreTargets", columns);
    }

    private static NetworkModel model(final NodeRunner node) {
        return ((NetworksPortObject)node.out(0)).model();
    }

    private static List<Task> tasks(final NodeRunner node) {
        return model(node).networks().heads().tasks();
    }

    private static NodeRunner predict(final NodeRunner learner, final BufferedDataTable table) throws Exception {
        return NodeRunner.plainPredictor().run(learner.out(0), table);
    }

    private static List<String> column(final BufferedDataTable table, final String name) {
        return Tables.column(table, name).stream().map(Object::toString).toList();
    }

    @Test
    void textIsLearnedAsClassesAndPredictedWithProbabilityAndSpread() throws Exception {
        final BufferedDataTable table = activity();
        final NodeRunner learner = learner("class").run(table);
        assertThat(learner.warnings()).isEmpty();
        assertThat(tasks(learner)).containsExactly(Task.classes("class", List.of("inactive", "active")));

        final NodeRunner predictor = predict(learner, table);
        final BufferedDataTable predicted = predictor.table(0);
        assertThat(predicted.getDataTableSpec().getColumnNames()).containsExactly("bits", "class",
            "Prediction (class)", "P (class = active)", "Spread (class)");
        assertThat(column(predicted, "Prediction (class)")).isEqualTo(column(table, "class"));
        final double[] probabilities = Tables.numbers(predicted, "P (class = active)");
        for (int i = 0; i < ROWS; i++) {
            assertThat(probabilities[i] > .5).isEqualTo(i % 3 == 0);
            assertThat(probabilities[i]).isBetween(0.0, 1.0);
        }
        assertThat(Tables.numbers(predicted, "Spread (class)")).hasSize(ROWS).doesNotContain(Double.NaN);
        assertThat(predictor.configure(learner.out(0), table)[0]).isEqualTo(predicted.getDataTableSpec());
    }

    @Test
    void ofSeveralClassesEachHasAProbabilityAndTheyAddUpToOne() throws Exception {
        final BufferedDataTable table = table(text("solvent"), i -> List.of("water", "DMF", "ether").get(i % 3));
        final NodeRunner learner = learner("solvent").run(table);
        assertThat(tasks(learner).get(0).classes()).containsExactly("DMF", "ether", "water");

        final NodeRunner predictor = NodeRunner.plainPredictor()
            .set(s -> s.addBoolean("appendEachNetwork", true)).run(learner.out(0), table);
        final BufferedDataTable predicted = predictor.table(0);
        assertThat(column(predicted, "Prediction (solvent)")).isEqualTo(column(table, "solvent"));
        final double[] water = Tables.numbers(predicted, "P (solvent = water)");
        final double[] ether = Tables.numbers(predicted, "P (solvent = ether)");
        final double[] dmf = Tables.numbers(predicted, "P (solvent = DMF)");
        final double[] first = Tables.numbers(predicted, "P (solvent = water) #1");
        final double[] second = Tables.numbers(predicted, "P (solvent = water) #2");
        final double[] third = Tables.numbers(predicted, "P (solvent = water) #3");
        for (int i = 0; i < ROWS; i++) {
            assertThat(water[i] + ether[i] + dmf[i]).isCloseTo(1, within(1e-9));
            assertThat((first[i] + second[i] + third[i]) / 3).isCloseTo(water[i], within(1e-12));
        }
    }

    @Test
    void trueAndFalseAreClassesBeforeTheRowsAreKnown() throws Exception {
        final BufferedDataTable table = table(truth("toxic"), i -> i % 3 == 0 ? BooleanCell.TRUE : BooleanCell.FALSE);
        final NodeRunner learner = learner("toxic");
        final var spec = (NetworksPortObjectSpec)learner.configure(table)[0];
        learner.run(table);

        assertThat(tasks(learner)).containsExactly(Task.classes("toxic", List.of("false", "true")));
        assertThat(spec.tasks()).isEqualTo(tasks(learner));
        assertThat(spec.recipe()).contains(model(learner).recipe());
        assertThat(learner.configure(table)[2]).isEqualTo(learner.table(2).getDataTableSpec());
    }

    /** So that workflows from before classes were learned do what they did. */
    @Test
    void numbersStayNumbersUnlessTheKindSaysClasses() throws Exception {
        final BufferedDataTable table = table(number("y"), i -> i % 3 == 0 ? 1.0 : 0.0);

        assertThat(tasks(learner("y").run(table))).containsExactly(Task.number("y"));
        final NodeRunner classes = learner("y", s -> s.addString("targetKind", "CLASSES")).run(table);
        assertThat(tasks(classes)).containsExactly(Task.classes("y", List.of("0", "1")));
        assertThat(predict(classes, table).table(0).getDataTableSpec().containsName("P (y = 1)")).isTrue();
    }

    @Test
    void lossAndWeightsOfClassesReachTheNetworks() throws Exception {
        final NodeRunner learner = learner("class", s -> {
            s.addString("classLoss", "FOCAL");
            s.addString("classWeights", "BALANCED");
            s.addString("perturbation", "SOFTEN");
        }).run(activity());

        assertThat(model(learner).networks().heads().get(0).objective()).isEqualTo(Objectives.FOCAL);
        assertThat(model(learner).provenance().settings()).containsEntry("classWeights", "BALANCED")
            .containsEntry("perturbation", "SOFTEN");
    }

    @Test
    void scalingIsRefusedForClasses() throws Exception {
        final NodeRunner learner = learner("class", s -> s.addString("perturbation", "SCALE"));
        assertThatThrownBy(() -> learner.run(activity())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("SCALE").hasMessageContaining("'class'").hasMessageContaining("NOISE");
    }

    @Test
    void historyOfClassesNamesItsScoreAndHasOtherMetrics() throws Exception {
        final NodeRunner learner = learner("class").run(activity());
        final BufferedDataTable history = learner.table(2);

        assertThat(history.getDataTableSpec().getColumnNames()).contains("Score (Log loss)",
            "Score (Log loss) of single networks, mean", "ROC AUC", "Average precision", "MCC", "Brier score")
            .doesNotContain("Log loss", "Judged RMSE (ensemble)").endsWith("Time (s)");
        final HistoryViewData view = HistoryViewData.of(((NetworksPortObject)learner.out(0)).model());
        assertThat(view.score()).isEqualTo("Score (Log loss)");
        assertThat(view.rounds().get(0).score())
            .isEqualTo(Tables.numbers(history, "Score (Log loss)")[0]);
    }

    @Test
    void thePortSaysWhatIsPredictedAndHowWell() throws Exception {
        PortViews.register();
        final NodeRunner learner = learner("class").run(activity());
        final String facts = new String(EmbeddedPortViews.executed(NetworksPortObject.TYPE, learner.out(0)).values()
            .iterator().next().createInitialDataService().orElseThrow().getInitialData());
        assertThat(facts).contains("class, one of the classes inactive, active", "Judged, Score (Log loss)",
            "Judged, ROC AUC").doesNotContain("RMSE\"");
    }

    private static BufferedDataTable withGaps() {
        return table(List.of(number("pIC50"), text("toxic"), number("logP")), i -> new Object[]{
            i % 4 == 0 ? null : 5 + i % 3 + .01 * i, i % 4 == 1 ? null : i % 3 == 0 ? "yes" : "no",
            i % 20 == 8 ? null : i % 20 == 0 ? null : 1.0 * (i % 7)});
    }

    @Test
    void severalTargetsWithGapsAreLearnedTogetherAndEachIsPredicted() throws Exception {
        final BufferedDataTable table = withGaps();
        final NodeRunner learner = learner("pIC50", more("toxic", "logP")).run(table);
        assertThat(learner.warnings()).singleElement().asString().startsWith("56 rows have the same features as others")
            .contains("in 'pIC50'");
        assertThat(tasks(learner)).containsExactly(Task.number("pIC50"), Task.classes("toxic", List.of("no", "yes")),
            Task.number("logP"));
        assertThat(model(learner).provenance().rows()).isEqualTo(ROWS);
        assertThat(learner.table(2).getDataTableSpec().getColumnNames()).contains("Score", "RMSE", "Log loss", "R2");

        final BufferedDataTable predicted = predict(learner, table).table(0);
        assertThat(predicted.getDataTableSpec().getColumnNames()).containsExactly("bits", "pIC50", "toxic", "logP",
            "Prediction (pIC50)", "Spread (pIC50)", "Prediction (toxic)", "P (toxic = yes)", "Spread (toxic)",
            "Prediction (logP)", "Spread (logP)");
        final double[] toxic = Tables.numbers(predicted, "P (toxic = yes)");
        for (int i = 0; i < ROWS; i++) {
            assertThat(toxic[i] > .5).isEqualTo(i % 3 == 0);
        }
    }

    @Test
    void rowsWithoutAnyTargetAreSkippedAndCounted() throws Exception {
        final BufferedDataTable table = table(List.of(number("a"), number("b")),
            i -> new Object[]{i % 10 == 0 || i % 2 == 0 ? null : 1.0 * (i % 3), i % 10 == 0 ? null : 1.0 * (i % 7)});
        final NodeRunner learner = learner("a", more("b")).run(table);

        assertThat(model(learner).provenance().rows()).isEqualTo(54);
        assertThat(learner.warnings()).containsExactly(
            "6 of 60 rows were skipped. The first is Row0: All 2 targets are missing.");
    }

    @Test
    void aFurtherTargetThatCannotBeUsedIsTakenForMissingWithAWarning() throws Exception {
        final BufferedDataTable table = table(List.of(number("a"), number("b")),
            i -> new Object[]{1.0 * (i % 3), i == 4 ? Double.POSITIVE_INFINITY : 1.0 * (i % 7)});
        final NodeRunner learner = learner("a", more("b")).run(table);

        assertThat(model(learner).provenance().rows()).isEqualTo(ROWS);
        assertThat(learner.warnings()).containsExactly("1 of 60 rows has targets that were taken for missing. The "
            + "first is Row4: The target is Infinity, not a finite number.");
        assertThatThrownBy(() -> learner("a", more("b").andThen(s -> s.addString("missingValues", "FAIL"))).run(table))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("1 of 60 rows has targets that cannot be used");
    }

    @Test
    void aFurtherTargetThatIsGoneOrEmptyIsNamed() throws Exception {
        assertThatThrownBy(() -> learner("pIC50", more("gone")).configure(withGaps()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("The target column 'gone' is not in");

        final BufferedDataTable empty =
            table(List.of(number("a"), number("b")), i -> new Object[]{1.0 * (i % 3), null});
        assertThatThrownBy(() -> learner("a", more("b")).run(empty)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The target 'b' has no value in any of the 60 rows");
    }

    @Test
    void aLeadingRelationMakesANumberABound() throws Exception {
        final BufferedDataTable table =
            table(text("IC50"), i -> i % 3 == 0 ? ">100" : i % 3 == 1 ? "< 1.5" : "" + (20 + .1 * i));
        final NodeRunner learner = learner("IC50").run(table);
        assertThat(tasks(learner)).containsExactly(Task.number("IC50"));

        final double[] predicted = Tables.numbers(predict(learner, table).table(0), "Prediction (IC50)");
        assertThat(predicted[0]).isGreaterThan(predicted[2]);
        assertThat(predicted[1]).isLessThan(predicted[2]);
    }

    @Test
    void aClassWithOneRowIsWarnedAbout() throws Exception {
        final NodeRunner learner =
            learner("c").run(table(text("c"), i -> i == 5 ? "odd" : i % 3 == 0 ? "a" : "b"));
        assertThat(learner.warnings()).hasSize(1);
        assertThat(learner.warnings().get(0)).contains("fewer than 2 usable rows", "'odd' of 'c' (1)");
    }

    @Test
    void aSingleClassIsRefused() throws Exception {
        assertThatThrownBy(() -> learner("c").run(table(text("c"), i -> "same"))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'c'").hasMessageContaining("'same'");
        assertThatThrownBy(() -> learner("c").run(table(truth("c"), i -> BooleanCell.TRUE)))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'c'").hasMessageContaining("class 'true'");
    }

    @Test
    void textThatIsDifferentInNearlyEveryRowIsNoTarget() throws Exception {
        final Object[][] rows = new Object[300][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 3}, 16), "molecule " + i};
        }
        final BufferedDataTable table = Tables.of(List.of(BITS, text("name")), rows);
        assertThatThrownBy(() -> learner("name").run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'name' of the training table has more than 200 different values");
    }

    @Test
    void classesOfTheSelectionTableThatAreNotLearnedAreSkipped() throws Exception {
        final BufferedDataTable judges =
            table(text("class"), i -> i == 7 ? "unclear" : i % 3 == 0 ? "active" : "inactive");
        final NodeRunner learner = learner("class").run(activity(), null, judges);
        assertThat(learner.warnings()).containsExactly("1 of 60 rows of the selection table was skipped. The first is "
            + "Row7: The target 'class' is 'unclear', which is none of the classes that are learned: inactive, "
            + "active.");
    }

    @Test
    void stepsLearnAndPerturbClasses() throws Exception {
        final BufferedDataTable table = activity();
        final NodeRunner networks = new NodeRunner(new NetworkLearnerNodeFactory()).set(s -> {
            small(s);
            s.addString("targetColumn", "class");
        }).run(table);
        assertThat(tasks(networks)).containsExactly(Task.classes("class", List.of("inactive", "active")));

        final NodeRunner perturbed = new NodeRunner(new PerturbedNetworkLearnerNodeFactory())
            .set(s -> s.addString("perturbation", "SOFTEN")).run(networks.out(0), table);
        assertThat(perturbed.out(0)).isNotNull();
        assertThatThrownBy(() -> new NodeRunner(new PerturbedNetworkLearnerNodeFactory())
            .set(s -> s.addString("perturbation", "SHIFT")).configure(networks.out(0), table))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("SHIFT");
    }
}

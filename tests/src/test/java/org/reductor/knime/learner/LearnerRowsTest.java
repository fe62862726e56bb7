/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.prune.JudgeScore;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.pruner.NetworkPrunerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;

/** What the learners make of the rows: groups, strata and rows with the same features. */
class LearnerRowsTest {

    private static final DataColumnSpec BITS = new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec();

    /** 42 rows of 21 different patterns of bits, the first two of which conflict. */
    private static BufferedDataTable table(final IntFunction<String> group) {
        final Object[][] cells = new Object[42][];
        for (int i = 0; i < cells.length; i++) {
            final int pattern = i % 21;
            cells[i] = new Object[]{BitCells.cell(new int[]{pattern % 7, 10 + pattern / 7}, 32),
                pattern % 7 + (i == 21 ? 2.0 : i == 22 ? 0.5 : 0.0), group.apply(i)};
        }
        return Tables.of(List.of(BITS, number("y"), text("series")), cells);
    }

    private static BufferedDataTable table() {
        return table(i -> "series " + i % 6);
    }

    private static void quick(final NodeSettings s) {
        s.addString("hiddenLayers", "8");
        s.addString("judges", "HOLD_OUT");
        s.addInt("folds", 2);
        s.addInt("batchSize", 4);
        s.addInt("maxEpochs", 6);
        s.addInt("threads", 1);
    }

    private static void grouped(final NodeSettings s) {
        s.addString("grouping", "COLUMN");
        s.addString("groupColumn", "series");
    }

    private static NodeRunner learner(final BufferedDataTable table, final String... settings) throws Exception {
        return new NodeRunner(new NetworkLearnerNodeFactory()).guess(table, null).set(s -> {
            quick(s);
            for (int i = 0; i < settings.length; i += 2) {
                s.addString(settings[i], settings[i + 1]);
            }
        });
    }

    private static NetworkModel model(final NodeRunner node, final int port) {
        return ((NetworksPortObject)node.out(port)).model();
    }

    @Test
    void groupsChangeTheSplitAndAreRecorded() throws Exception {
        final NodeRunner plain = learner(table()).run(table(), null);
        final NodeRunner grouped = learner(table(), "grouping", "COLUMN", "groupColumn", "series").run(table(), null);

        assertThat(model(grouped, 0).fingerprint()).isNotEqualTo(model(plain, 0).fingerprint());
        assertThat(model(grouped, 0).provenance().settings()).containsEntry("groupColumn", "series")
            .containsEntry("groups", "6").containsKey("groupsSha256");
        final JudgeScore score = ((NetworksPortObject)grouped.out(0)).state().orElseThrow().scores().get(0);
        assertThat(score.tasks().get(0).losses().length).as("a whole series of 7 rows").isEqualTo(7);
    }

    @Test
    void theChosenGroupColumnCountsOnlyWhereGroupsAreAskedFor() throws Exception {
        final NodeRunner plain = learner(table()).run(table(), null);
        final NodeRunner chosen = learner(table(), "groupColumn", "not there").run(table(), null);
        assertThat(model(chosen, 0).fingerprint()).isEqualTo(model(plain, 0).fingerprint());
    }

    @Test
    void rowsWithoutGroupAreSkippedWithAWarning() throws Exception {
        final BufferedDataTable gaps = table(i -> i % 10 == 3 ? null : "series " + i % 6);
        final NodeRunner node = learner(gaps, "grouping", "COLUMN", "groupColumn", "series").run(gaps, null);
        assertThat(model(node, 0).provenance().rows()).isEqualTo(38);
        assertThat(node.warnings()).singleElement().asString()
            .startsWith("4 of 42 rows were skipped. The first is Row3: The group is missing.");
        assertThatThrownBy(() -> learner(gaps, "grouping", "COLUMN", "groupColumn", "series", "missingValues", "FAIL")
            .run(gaps, null)).hasMessageContaining("The group is missing.");
    }

    @Test
    void groupsThatMakeAFoldImpossibleAreRefusedByName() throws Exception {
        final BufferedDataTable large = table(i -> i < 30 ? "c1ccccc1" : "s" + i);
        assertThatThrownBy(() -> learner(large, "grouping", "COLUMN", "groupColumn", "series").run(large, null))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("The group 'c1ccccc1' has 30 of 42 rows");
        final BufferedDataTable two = table(i -> i % 2 == 0 ? "a" : "b");
        assertThatThrownBy(() -> learner(two, "grouping", "COLUMN", "groupColumn", "series").run(two, null))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("There are only 2 groups in 42 rows")
            .hasMessageContaining("'a', has 21 rows");
    }

    @Test
    void aMissingGroupColumnIsNamed() {
        assertThatThrownBy(() -> learner(table(), "grouping", "COLUMN", "groupColumn", "scaffold").run(table(), null))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The group column 'scaffold' is not in the training table")
            .hasMessageContaining("'series'");
        assertThatThrownBy(() -> learner(table(), "grouping", "COLUMN", "groupColumn", ""))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no group column is chosen");
    }

    @Test
    void conflictingDuplicatesAreCountedAndKeptByDefault() throws Exception {
        final NodeRunner node = learner(table()).run(table(), null);
        assertThat(node.warnings()).containsExactly("4 rows have the same features as others but another value, in 2 "
            + "sets; furthest apart are Row0 (0.0) and Row21 (2.0). They were kept as they are; no network can be "
            + "right for all of them.");
        assertThat(model(node, 0).provenance().rows()).isEqualTo(42);
    }

    @Test
    void duplicatesAreAveragedOrRefusedWhereAsked() throws Exception {
        final NodeRunner node = learner(table(), "duplicates", "AVERAGE").run(table(), null);
        assertThat(model(node, 0).provenance().rows()).isEqualTo(21);
        assertThat(node.warnings()).singleElement().asString().endsWith("learned as one row, with the mean of "
            + "its numbers and its most frequent class.");
        assertThatThrownBy(() -> learner(table(), "duplicates", "REFUSE").run(table(), null))
            .isInstanceOf(KNIMEException.class).hasMessageStartingWith("4 rows have the same features")
            .hasMessageEndingWith("let the node keep or average them.");
    }

    @Test
    void stepsTreatRowsAsTheAutomaticNodeDoes() throws Exception {
        final BufferedDataTable table = table();
        final String[] rows = {"grouping", "COLUMN", "groupColumn", "series", "stratification", "VALUES", "duplicates",
            "AVERAGE"};
        final NodeRunner automatic = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null, null)
            .set(s -> {
                quick(s);
                grouped(s);
                s.addString("stratification", "VALUES");
                s.addString("duplicates", "AVERAGE");
                s.addInt("rounds", 1);
                s.addString("acceptance", "TOLERANCE");
                s.addDouble("tolerance", 1000);
            }).run(table, null, null);

        final NodeRunner first = learner(table, rows).run(table, null);
        final NodeRunner perturbed =
            new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(first.out(0), table);
        final NodeRunner scorer =
            new NodeRunner(new DeviationScorerNodeFactory()).run(first.out(0), perturbed.out(0));
        final NodeRunner pruner = new NodeRunner(new NetworkPrunerNodeFactory()).run(first.out(0), scorer.out(0));
        final NodeRunner second = learner(table, rows).run(table, pruner.out(0));

        assertThat(model(first, 0).fingerprint()).isEqualTo(model(automatic, 1).fingerprint());
        assertThat(model(second, 0).fingerprint()).isEqualTo(model(automatic, 0).fingerprint());
        assertThatThrownBy(() -> learner(table).run(table, pruner.out(0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("groups of 'series', classes and numbers spread evenly and equal rows averaged")
            .hasMessageContaining("no groups, classes spread evenly and equal rows kept");
        final BufferedDataTable other = table(i -> "series " + i % 5);
        assertThatThrownBy(() -> learner(other, rows).run(other, pruner.out(0)))
            .as("other groups are other data").hasMessageContaining("not the one that the networks were trained on");
    }

    private static BufferedDataTable weighted(final IntFunction<Double> weight) {
        final Object[][] cells = new Object[42][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Object[]{BitCells.cell(new int[]{i % 21 % 7, 10 + i % 21 / 7, 20 + i % 2}, 32),
                i % 7 + i % 5 * 0.3, weight.apply(i)};
        }
        return Tables.of(List.of(BITS, number("y"), number("w")), cells);
    }

    private static NodeRunner byWeight(final BufferedDataTable table) throws Exception {
        return learner(table, "targetColumn", "y", "weighting", "COLUMN", "weightColumn", "w");
    }

    @Test
    void rowsCountAsTheirColumnSaysAndThatIsRecorded() throws Exception {
        final BufferedDataTable ones = weighted(i -> 1.0);
        final NodeRunner plain = learner(ones, "targetColumn", "y").run(ones, null);
        final NodeRunner same = byWeight(ones).run(ones, null);
        assertThat(model(same, 0).fingerprint()).as("weights of 1 change nothing")
            .isEqualTo(model(plain, 0).fingerprint());
        final BufferedDataTable different = weighted(i -> i % 2 == 0 ? 1.0 : 9.0);
        final NodeRunner learned = byWeight(different).run(different, null);
        assertThat(model(learned, 0).fingerprint()).isNotEqualTo(model(plain, 0).fingerprint());
        assertThat(model(learned, 0).provenance().settings()).containsEntry("weightColumn", "w");

        final NodeRunner perturbed = new NodeRunner(new PerturbedNetworkLearnerNodeFactory())
            .run(learned.out(0), different);
        assertThat(perturbed.out(0)).as("steps find the weights again").isNotNull();
        assertThatThrownBy(() -> new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(learned.out(0), ones))
            .as("other weights are other data").hasMessageContaining("not the one that the networks were trained on");
    }

    @Test
    void rowsOfWeightZeroAreLeftOutWithAWarning() throws Exception {
        final BufferedDataTable some = weighted(i -> i % 10 == 3 ? 0.0 : 1.0);
        final NodeRunner node = byWeight(some).run(some, null);
        assertThat(model(node, 0).provenance().rows()).isEqualTo(38);
        assertThat(node.warnings()).singleElement().asString()
            .startsWith("4 of 42 rows were skipped. The first is Row3: The weight in the column 'w' is 0.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-1 | Row5 in the column 'w' is -1.0", "NaN | Row5 in the column 'w' is NaN",
        "1e9 | Row5 in the column 'w' is 1.0E9", " | Row5 in the column 'w' is missing"})
    void aBadWeightIsRefusedWithItsRow(final Double bad, final String message) {
        final BufferedDataTable table = weighted(i -> i == 5 ? bad : Double.valueOf(1));
        assertThatThrownBy(() -> byWeight(table).run(table, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining(message).hasMessageContaining("Correct it, or let all rows count the same.");
    }

    @Test
    void withoutAnyWeightThereIsNothingToLearn() {
        final BufferedDataTable none = weighted(i -> 0.0);
        assertThatThrownBy(() -> byWeight(none).run(none, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("42 of 42 rows have no usable target, no features or no weight above 0")
            .hasMessageContaining("The weight in the column 'w' is 0.");
        assertThatThrownBy(() -> learner(none, "weighting", "COLUMN", "weightColumn", ""))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Choose a weight column");
        assertThatThrownBy(() -> learner(none, "weighting", "COLUMN", "weightColumn", "v").run(none, null))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The weight column 'v' is not in the training table");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.ColumnChoices.select;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.reductor.chem.Featurizer;
import org.reductor.chem.Isolation;
import org.reductor.chem.SourceColumn;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;

/** A screen gives what the Network Predictor gives behind a Molecule Featurizer, bit for bit, for each kind of model. */
class ScreenTest {

    /** Everything at once: bits or counts and descriptors of molecules and reactions, a category, a number. */
    private static BufferedDataTable table;

    private static NetworksPortObject numbers;

    private static NetworksPortObject classes;

    @BeforeAll
    static void learn() throws Exception {
        final Object[][] cells = new Object[40][];
        for (int i = 0; i < cells.length; i++) {
            final String acid = "C".repeat(1 + i % 7) + "C(=O)O";
            cells[i] = new Object[]{acid, acid + ".CN>O>" + acid + "NC", "b" + i % 3, 20.0 + i,
                10.0 * (i % 7) + i % 3, 1.0 * (i % 5), "abc".substring(i % 3, i % 3 + 1)};
        }
        table = Tables.of(List.of(text("acid"), text("rxn"), text("base"), number("temperature"), number("yield"),
            number("purity"), text("colour")), cells);
        final BufferedDataTable featurized = featurizer().run(table).table(0);
        numbers = learn(featurized, "yield", "purity");
        classes = learn(featurized, "colour");
    }

    private static NodeRunner featurizer() throws Exception {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory()).set(s -> {
            select(s, "moleculeColumns", "acid");
            select(s, "reactionColumns", "rxn");
            select(s, "categoricalColumns", "base");
            select(s, "numericColumns", "temperature");
            s.addString("fingerprintValues", "COUNTS");
            s.addString("thirdFingerprint", "NONE");
            s.addString("descriptorSet", "ALL");
            s.addInt("length", 64);
        });
    }

    private static NetworksPortObject learn(final BufferedDataTable table, final String... targets) throws Exception {
        return (NetworksPortObject)new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table).set(s -> {
            s.addString("targetColumn", targets[0]);
            if (targets.length > 1) {
                select(s, "moreTargets", targets[1]);
            }
            small(s);
        }).run(table).out(0);
    }

    private static void small(final NodeSettings s) {
        s.addString("hiddenLayers", "8");
        s.addInt("folds", 4);
        s.addInt("rounds", 3);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 6);
        s.addInt("threads", 1);
    }

    private static Object[] row(final String acid, final String rxn, final String base, final Double temperature) {
        return new Object[]{acid, rxn, base, temperature};
    }

    /** Rows as a library has them: some cannot be used, each for another reason. */
    private static List<Object[]> library() {
        final List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(row("C".repeat(i % 9 + 1) + "(N)O", "CCO.CN>O>" + "C".repeat(i % 5 + 1), "b" + i % 4, 3.0 * i));
        }
        rows.add(row("C1CC", "CCO>O>CC", "b1", 1.0));
        rows.add(row("CCO", "CCO>CC", "b1", 1.0));
        rows.add(row(null, "CCO>O>CC", "b1", 1.0));
        rows.add(row("CCO", "CCO>O>CC", null, 1.0));
        rows.add(row("CCO", "CCO>O>CC", "b1", null));
        rows.add(row("c1ccccc1", "CCO>O>CC", "b0", -7.5));
        return rows;
    }

    private static void requireNodesValues(final NetworksPortObject networks, final boolean calibrated)
        throws Exception {
        final List<Object[]> rows = library();
        final BufferedDataTable input = Tables.of(
            List.of(text("acid"), text("rxn"), text("base"), number("temperature")), rows.toArray(Object[][]::new));
        final BufferedDataTable node = new NodeRunner(new NetworkPredictorNodeFactory())
            .set(s -> s.addBoolean("calibrate", calibrated)).set(s -> s.addBoolean("appendEachNetwork", true))
            .run(networks, input).table(0);
        final var screen = new Screen(networks.model(), new PredictionOptions(true, 0.9, calibrated, true, true),
            () -> false);

        assertThat(screen.sources()).extracting(SourceColumn::name).containsExactly("acid", "rxn", "base",
            "temperature");
        assertThat(node.getDataTableSpec().getColumnNames()).endsWith(
            screen.columns().stream().map(PredictionColumn::name).toArray(String[]::new)).hasSize(
                4 + screen.columns().size());
        final List<ScreenedRow> screened = screen.screen(rows);
        int index = 0;
        for (final DataRow row : node) {
            final ScreenedRow here = screened.get(index++);
            for (int column = 0; column < screen.columns().size(); column++) {
                final DataCell cell = row.getCell(4 + column);
                if (here.failed()) {
                    assertThat(((MissingCell)cell).getError()).isEqualTo(here.failure());
                } else if (cell.isMissing()) {
                    assertThat(here.values().get(column)).isEqualTo(new Untold(((MissingCell)cell).getError()));
                } else {
                    assertThat(here.values().get(column)).isEqualTo(
                        cell instanceof DoubleValue value ? (Object)value.getDoubleValue() : cell.toString());
                }
            }
        }
        assertThat(screened).hasSize(rows.size()).filteredOn(ScreenedRow::failed).hasSize(5);
        assertThat(screened).noneMatch(here -> here.failed() && !here.values().isEmpty());
    }

    @Test
    void severalNumbersAreThoseOfTheNode() throws Exception {
        requireNodesValues(numbers, true);
    }

    @Test
    void classesAreThoseOfTheNode() throws Exception {
        requireNodesValues(classes, true);
        requireNodesValues(classes, false);
    }

    @Test
    void whatIsMadeBySeveralThreadsAndInOtherBatchesHasTheSameBits() {
        final var screen = new Screen(numbers.model(), PredictionOptions.DEFAULT, () -> false);
        final List<Object[]> rows = library();
        final List<ScreenedRow> together = screen.screen(rows);

        final List<ScreenedRow> alone = IntStream.range(0, rows.size()).parallel()
            .mapToObj(i -> screen.screen(rows.subList(i, i + 1)).get(0)).toList();

        assertThat(alone).isEqualTo(together);
    }

    @Test
    void whatNobodyReadsIsNotMade() throws Exception {
        final NetworkModel model = numbers.model();
        final BitSet networks = new BitSet();
        for (final int input : model.networks().inputsRead()) {
            networks.set(input);
        }
        final BitSet told = new Predictions(model, PredictionOptions.DEFAULT).read();
        final BitSet plain =
            new Predictions(model, new PredictionOptions(false, 0.9, false, false, false)).read();

        assertThat(plain).isEqualTo(networks);
        assertThat(told.cardinality()).isGreaterThan(plain.cardinality()).isLessThan(model.recipe().width());
        final Object[] row = library().get(0);
        final BitSet one = new BitSet();
        final FeatureBlock last = lastDescriptors(model.recipe());
        final int start = startOf(model.recipe(), last);
        one.set(start + 1);
        final int[] made = new Featurizer(model.recipe(), null, Isolation.WHERE_NEEDED, () -> false, one).features(row).columns();
        assertThat(Arrays.stream(made).filter(f -> f >= start && f < start + last.width())).isSubsetOf(start + 1);
        assertThat(made).hasSizeLessThan(5); // that, the category and the number
    }

    private static FeatureBlock lastDescriptors(final FeatureRecipe recipe) {
        return recipe.blocks().stream().filter(block -> block.kind().equals("descriptors"))
            .reduce((first, second) -> second).orElseThrow();
    }

    private static int startOf(final FeatureRecipe recipe, final FeatureBlock block) {
        return recipe.blocks().subList(0, recipe.blocks().indexOf(block)).stream().mapToInt(FeatureBlock::width).sum();
    }

    @Test
    void unknownCategoriesAndDissimilarMoleculesAreTold() {
        final var screen = new Screen(numbers.model(), PredictionOptions.DEFAULT, () -> false);
        assertThat(screen.warnings()).isEmpty();

        screen.screen(library());

        assertThat(screen.warnings()).anySatisfy(warning -> assertThat(warning).contains("75 values", "'b3' in 'base'",
            "They were ignored"));
    }

    @Test
    void featuresThatAnotherProgramMadeAreRefusedWithTheRemedy() throws Exception {
        final NetworkModel model = numbers.model();
        final var foreign = new FeatureRecipe(
            List.of(FeatureBlock.of("bits", FeatureBlock.BIT_VECTOR, model.recipe().width(), Map.of())));
        final var other =
            new NetworkModel(model.networks(), foreign, List.of(), model.provenance());

        assertThatThrownBy(() -> new Screen(other, PredictionOptions.DEFAULT, () -> false))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("vector column 'bits'")
            .hasMessageContaining("Predict in a workflow");
    }

    @Test
    void aCoverageOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new PredictionOptions(true, 1, true, true, false))
            .hasMessageContaining("The coverage of intervals is 1.0");
    }
}

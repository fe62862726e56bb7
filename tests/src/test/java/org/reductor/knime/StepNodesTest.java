/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;
import org.reductor.core.model.Deviations;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.learner.PerturbedNetworkLearnerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.loop.PruningLoopEndNodeFactory;
import org.reductor.knime.loop.PruningLoopStartNodeFactory;
import org.reductor.knime.port.DeviationsPortObject;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.port.PerturbedNetworksPortObject;
import org.reductor.knime.port.PerturbedNetworksPortObjectSpec;
import org.reductor.knime.pruner.NetworkPrunerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;

/** The steps of a round as nodes, one after another by hand. */
class StepNodesTest {

    private static BufferedDataTable table;

    private static NodeRunner first;

    private static NetworksPortObject controls;

    private static PortObject perturbed;

    private static NodeRunner scorer;

    private static NodeRunner pruner;

    private static void quick(final NodeSettings s) {
        s.addString("hiddenLayers", "24");
        s.addString("judges", "HOLD_OUT");
        s.addInt("folds", 2);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 15);
        s.addInt("patience", 4);
        s.addDouble("learningRate", 0.01);
    }

    @BeforeAll
    static void firstRound() throws Exception {
        table = Tables.featurized(Tables.molecules(60));
        first = learner(s -> { }).run(table, null);
        controls = (NetworksPortObject)first.out(0);
        perturbed = new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(controls, table).out(0);
        scorer = new NodeRunner(new DeviationScorerNodeFactory()).run(controls, perturbed);
        pruner = new NodeRunner(new NetworkPrunerNodeFactory()).run(controls, scorer.out(0));
    }

    private static NodeRunner learner(final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(new NetworkLearnerNodeFactory()).guess(table, null).set(s -> {
            quick(s);
            changes.accept(s);
        });
    }

    /** Each fold with judges and a mask of its own, on whose networks the scorer and the pruner work one by one. */
    @Test
    void stepsByHandGiveWhatTheAutomaticNodeGivesWhereEveryRowJudges() throws Exception {
        final Consumer<NodeSettings> outOfFold = s -> {
            s.addString("judges", "OUT_OF_FOLD");
            s.addInt("folds", 4);
        };
        final NodeRunner start = learner(outOfFold).run(table, null);
        final PortObject copies =
            new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(start.out(0), table).out(0);
        final NodeRunner scored = new NodeRunner(new DeviationScorerNodeFactory()).run(start.out(0), copies);
        final NodeRunner dropped = new NodeRunner(new NetworkPrunerNodeFactory()).run(start.out(0), scored.out(0));
        final NetworksPortObject pruned =
            saved((NetworksPortObject)dropped.out(0), new NetworksPortObject.Serializer());
        assertThat(pruned.model().networks().masks()).hasSize(4);
        final NodeRunner again = learner(outOfFold).run(table, pruned);
        assertSameAsAutomatic(outOfFold, start, again);
        assertThatThrownBy(() -> learner(s -> s.addInt("folds", 4)).run(table, pruned))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("4 folds, judges out of fold")
            .hasMessageContaining("4 folds, a hold-out share of 0.1");
        assertThatThrownBy(() -> learner(s -> s.addString("judges", "OUT_OF_FOLD")).run(table, null))
            .hasMessageContaining("The number of folds is 2; it must be at least 3 where out-of-fold rows judge");
    }

    @Test
    void stepsByHandGiveWhatTheAutomaticNodeGives() throws Exception {
        assertSameAsAutomatic(s -> { }, first, learner(s -> { }).run(table, pruner.out(0)));
    }

    private static void assertSameAsAutomatic(final Consumer<NodeSettings> changes, final NodeRunner start,
        final NodeRunner again) throws Exception {
        final NodeRunner automatic = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null, null)
            .set(s -> {
                quick(s);
                changes.accept(s);
                s.addInt("rounds", 1);
                s.addString("acceptance", "TOLERANCE");
                s.addDouble("tolerance", 1000);
            }).run(table, null, null);

        assertThat(((NetworksPortObject)start.out(0)).model().fingerprint())
            .isEqualTo(((NetworksPortObject)automatic.out(1)).model().fingerprint());
        assertThat(((NetworksPortObject)again.out(0)).model().fingerprint())
            .isEqualTo(((NetworksPortObject)automatic.out(0)).model().fingerprint());
        final List<String> same = List.of("Round", "Weights kept (nominal)", "Weights kept (effective)",
            "Judged RMSE (ensemble)", "Judged RMSE (single network, mean)", "Validation RMSE",
            "Hidden units alive", "Inputs alive", "Degrees of freedom", "Epochs");
        for (final String column : same) {
            assertThat(Tables.column(again.table(1), column)).as(column)
                .isEqualTo(Tables.column(automatic.table(2), column));
        }
    }

    private static <T extends PortObject> T saved(final T object, final PortObject.PortObjectSerializer<T> serializer)
        throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(object, zip, NodeRunner.context());
        }
        try (var zip = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            final T back = serializer.loadPortObject(zip, object.getSpec(), NodeRunner.context());
            assertThat(back.getSummary()).isEqualTo(object.getSummary());
            assertThat(back.getSpec()).isEqualTo(object.getSpec());
            return back;
        }
    }

    @Test
    void everyStepGoesOnFromSavedPorts() throws Exception {
        final NetworksPortObject savedControls = saved(controls, new NetworksPortObject.Serializer());
        final PerturbedNetworksPortObject savedPerturbed =
            saved((PerturbedNetworksPortObject)perturbed, new PerturbedNetworksPortObject.Serializer());
        final DeviationsPortObject scores = saved((DeviationsPortObject)new NodeRunner(new DeviationScorerNodeFactory())
            .run(savedControls, savedPerturbed).out(0), new DeviationsPortObject.Serializer());
        final NetworksPortObject pruned =
            saved((NetworksPortObject)new NodeRunner(new NetworkPrunerNodeFactory()).run(savedControls, scores).out(0),
                new NetworksPortObject.Serializer());

        assertThat(((NetworksPortObject)learner(s -> { }).run(table, pruned).out(0)).model().fingerprint()).isEqualTo(
            ((NetworksPortObject)learner(s -> { }).run(table, pruner.out(0)).out(0)).model().fingerprint());
    }

    @Test
    void statisticsCoverLayersUnitsAndInputs() {
        final List<DataCell> levels = Tables.column(scorer.table(1), "Level");
        assertThat(levels).hasSize(2 + 24 + 128);
        final List<DataCell> weights = Tables.column(scorer.table(1), "Weights");
        assertThat(((IntCell)weights.get(0)).getIntValue()).isEqualTo(128 * 24);
        assertThat(((IntCell)weights.get(2)).getIntValue()).isEqualTo(128);
        assertThat(((IntCell)weights.get(2 + 24)).getIntValue()).isEqualTo(24);
        assertThat(((DoubleCell)Tables.column(scorer.table(1), "Mean |weight|").get(0)).getDoubleValue()).isPositive();
    }

    @Test
    void whatWentAddsUp() {
        final List<DataCell> before = Tables.column(pruner.table(1), "Weights before");
        final List<DataCell> after = Tables.column(pruner.table(1), "Weights after");
        // All, two layers, one block.
        assertThat(before).hasSize(4);
        assertThat(number(before, 0)).isEqualTo(128 * 24 + 24);
        assertThat(number(before, 1) + number(before, 2)).isEqualTo(number(before, 0));
        assertThat(number(after, 1) + number(after, 2)).isEqualTo(number(after, 0)).isPositive();
        assertThat(number(after, 3)).isEqualTo(number(after, 1));
        assertThat(number(after, 0)).isEqualTo(((NetworksPortObject)pruner.out(0)).model().networks().masks().get(0)
            .keptWeights());
    }

    private static long number(final List<DataCell> cells, final int row) {
        return ((LongCell)cells.get(row)).getLongValue();
    }

    @Test
    void whatBelongsToOtherNetworksIsRefusedByFingerprint() throws Exception {
        final PortObject others = learner(s -> s.addLong("seed", 2)).run(table, null).out(0);
        final NodeRunner otherPruner = new NodeRunner(new NetworkPrunerNodeFactory());
        assertThatThrownBy(() -> otherPruner.run(others, scorer.out(0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The deviations belong to other networks")
            .hasMessageContaining(controls.model().fingerprint().substring(0, 12));
        final NodeRunner otherScorer = new NodeRunner(new DeviationScorerNodeFactory());
        assertThatThrownBy(() -> otherScorer.run(others, perturbed)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The perturbed networks belong to other networks");
    }

    @Test
    void criteriaThatLookAtControlsOnlyNeedNoPerturbedNetworks() throws Exception {
        final NodeRunner magnitude = new NodeRunner(new DeviationScorerNodeFactory())
            .set(s -> s.addString("criterion", "SCALED_MAGNITUDE")).run(controls, null);
        final Deviations scores = ((DeviationsPortObject)magnitude.out(0)).content();
        assertThat(scores.criterion()).isEqualTo(Criteria.SCALED_MAGNITUDE);
    }

    @Test
    void scorerRefusesBeforeItRunsWhatItCannotScore() throws Exception {
        assertThatThrownBy(() -> new NodeRunner(new DeviationScorerNodeFactory()).configure(controls, null))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("without perturbed networks")
            .hasMessageContaining("Perturbed Network Learner");
        assertThatThrownBy(() -> new NodeRunner(new DeviationScorerNodeFactory()).configure(pruner.out(0), perturbed))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("pruned and not trained since");
        final PortObject three = learner(s -> s.addInt("folds", 3)).run(table, null).out(0);
        assertThatThrownBy(() -> new NodeRunner(new DeviationScorerNodeFactory()).configure(three, perturbed))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("copies of 2 networks, but 3 are at the Networks port");
        assertThat(new NodeRunner(new DeviationScorerNodeFactory()).configure(controls, perturbed)).hasSize(2)
            .doesNotContainNull();
    }

    /** Before anything has run, networks know which step they will come from. */
    @Test
    void stepsRefuseNetworksOfTheWrongStepBeforeTheyRun() throws Exception {
        final PortObject file = new NetworksPortObject(controls.model());
        for (final PortObject wrong : List.of(file, pruner.out(0))) {
            final String reason = wrong == file ? "do not come from a training step" : "pruned and not trained since";
            assertThatThrownBy(() -> new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).configure(wrong, table))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
            assertThatThrownBy(() -> new NodeRunner(new NetworkPrunerNodeFactory()).configure(wrong, scorer.out(0)))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
            assertThatThrownBy(() -> new NodeRunner(new PruningLoopStartNodeFactory()).configure(wrong))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
            assertThatThrownBy(() -> new NodeRunner(new PruningLoopEndNodeFactory()).configure(wrong))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(reason);
        }
        final NetworksPortObjectSpec planned =
            (NetworksPortObjectSpec)learner(s -> { }).configure(table, null)[0];
        assertThat(planned).isEqualTo(controls.getSpec());
        planned.requireTrained();
        final var pruned = (NetworksPortObjectSpec)new NodeRunner(new NetworkPrunerNodeFactory()).configure(controls,
            scorer.out(0))[0];
        assertThatThrownBy(pruned::requireTrained).hasMessageContaining("pruned and not trained since");
    }

    @Test
    void specOfPerturbedNetworksSurvivesSaving() throws Exception {
        final var spec = ((PerturbedNetworksPortObject)perturbed).getSpec();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new PerturbedNetworksPortObjectSpec.Serializer().savePortObjectSpec(spec, zip);
        }
        try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            final var back = new PerturbedNetworksPortObjectSpec.Serializer().loadPortObjectSpec(zip);
            assertThat(back).isEqualTo(spec);
            assertThat(back.controls()).isEqualTo(2);
        }
    }

    @Test
    void aRoundGoesOnOnlyWithTheSameRowsHeldOut() throws Exception {
        final NodeRunner otherSeed = learner(s -> s.addLong("seed", 5));
        assertThatThrownBy(() -> otherSeed.run(table, pruner.out(0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("seed 1, 2 folds").hasMessageContaining("seed 5, 2 folds");
        final BufferedDataTable other = Tables.featurized(Tables.molecules(57));
        final NodeRunner otherTable = learner(s -> { });
        assertThatThrownBy(() -> otherTable.run(other, pruner.out(0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("not the one that the networks were trained on").hasMessageContaining("60");
        final NodeRunner perturb = new NodeRunner(new PerturbedNetworkLearnerNodeFactory());
        assertThatThrownBy(() -> perturb.run(controls, other)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("not the one that the networks were trained on");
    }

    @Test
    void stepsThatNeedATrainedRoundSayWhatIsMissing() throws Exception {
        final PortObject file = new NetworksPortObject(controls.model());
        final NodeRunner perturb = new NodeRunner(new PerturbedNetworkLearnerNodeFactory());
        assertThatThrownBy(() -> perturb.run(file, table)).hasMessageContaining("output of a Network Learner");
        assertThatThrownBy(() -> perturb.run(pruner.out(0), table)).hasMessageContaining("train the networks again");
        final NodeRunner score = new NodeRunner(new DeviationScorerNodeFactory());
        assertThatThrownBy(() -> score.run(file, perturbed)).hasMessageContaining("output of a Network Learner");
        final BufferedDataTable bare = Tables.molecules(60);
        assertThatThrownBy(() -> perturb.run(controls, bare)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no column with the features that the networks read");
    }

    @Test
    void networksFromAnywhereAreFineTuned() throws Exception {
        final NodeRunner tuned =
            learner(s -> s.addLong("seed", 9)).run(table, new NetworksPortObject(controls.model()));
        assertThat(Tables.column(tuned.table(1), "Round")).containsExactly(new IntCell(0));
        assertThat(((NetworksPortObject)tuned.out(0)).model().fingerprint())
            .isNotEqualTo(controls.model().fingerprint());
    }

    @Test
    void provenanceNamesEveryStep() throws Exception {
        final NetworksPortObject again = (NetworksPortObject)learner(s -> { }).run(table, pruner.out(0)).out(0);
        assertThat(again.model().provenance().settings()).containsEntry("round1.criterion", "CERTAIN_CONTRIBUTION")
            .containsEntry("round1.dropRate", "0.33").containsEntry("round1.perturbation", "NOISE")
            .containsEntry("folds", "2").doesNotContainKey("criterion");
        assertThat(again.getSummary()).endsWith("trained in round 1");
        assertThat(pruner.out(0).getSummary()).endsWith("pruned for round 1 and not trained since");
        assertThat(perturbed.getSummary()).isEqualTo("1 perturbed network for each of 2 folds: noise, amplitude 0.1");
        assertThat(((PerturbedNetworksPortObject)perturbed).content().controls())
            .isEqualTo(controls.model().fingerprint());
    }

    @Test
    void tablesThatCannotServeAreRefusedWithTheReason() throws Exception {
        final List<DataColumnSpec> columns = List.of(Tables.text("smiles"), Tables.number("activity"));
        final BufferedDataTable none = Tables.featurized(Tables.of(columns));
        assertThatThrownBy(() -> learner(s -> { }).run(none, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("has no rows");
        final BufferedDataTable one = Tables.featurized(Tables.of(columns, new Object[]{"CCO", 1.0}));
        assertThatThrownBy(() -> learner(s -> { }).run(one, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("only 1 usable rows");
        final Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{"C".repeat(1 + i % 7) + "O", 4.0};
        }
        final BufferedDataTable constant = Tables.featurized(Tables.of(columns, rows));
        assertThatThrownBy(() -> learner(s -> { }).run(constant, null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'activity'").hasMessageContaining("is constant");
    }

    @Test
    void missingValuesAndOddColumnNamesAreNoObstacle() throws Exception {
        final List<DataColumnSpec> columns =
            List.of(Tables.text("  "), Tables.number("yield > \"50\" 'µmol' \u00e9"), Tables.text("smiles"));
        final Object[][] rows = new Object[60][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{null, i == 3 ? null : (Object)(0.1 * (i % 10)), "C".repeat(1 + i % 10) + "O"};
        }
        final BufferedDataTable odd = Tables.featurized(Tables.of(columns, rows));
        final NodeRunner learned = learner(s -> s.addString("targetColumn", columns.get(1).getName())).run(odd, null);
        final PortObject copies =
            new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(learned.out(0), odd).out(0);
        final NodeRunner scored = new NodeRunner(new DeviationScorerNodeFactory()).run(learned.out(0), copies);
        final NodeRunner dropped = new NodeRunner(new NetworkPrunerNodeFactory()).run(learned.out(0), scored.out(0));

        assertThat(learned.warnings()).singleElement().asString().startsWith("1 of 60 rows was skipped");
        assertThat(((NetworksPortObject)dropped.out(0)).model().target()).isEqualTo(columns.get(1).getName());
    }

    /** A context that counts progress and is cancelled with the first report of it. */
    private static ExecutionContext cancelled(final List<Double> progress) {
        return new ExecutionContext(new EmbeddedProgress() {
            @Override
            public void progress(final double fraction, final String message) {
                progress.add(fraction);
            }

            @Override
            public boolean isCanceled() {
                return !progress.isEmpty();
            }
        });
    }

    @Test
    void predictionsOfNetworksThatWereNotTrainedSinceTheirPruningCarryAWarning() throws Exception {
        final NodeRunner untrained = NodeRunner.plainPredictor().run(pruner.out(0), table);
        assertThat(untrained.warnings()).singleElement().asString().contains("not trained since");
        assertThat(NodeRunner.plainPredictor().run(controls, table).warnings()).isEmpty();
    }

    @Test
    void trainingStepsCanBeCancelled() throws Exception {
        final NodeRunner learner = learner(s -> s.addInt("maxEpochs", 1_000_000))
            .set(s -> s.addInt("patience", 1_000_000));
        assertThatThrownBy(() -> learner.run(cancelled(new ArrayList<>()), table, null))
            .isInstanceOf(CanceledExecutionException.class);
        final NodeRunner perturb = new NodeRunner(new PerturbedNetworkLearnerNodeFactory());
        assertThatThrownBy(() -> perturb.run(cancelled(new ArrayList<>()), controls, table))
            .isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void whereNothingCanBeDroppedTheNetworksGoOnWithAWarning() throws Exception {
        final NodeRunner tiny = new NodeRunner(new NetworkPrunerNodeFactory()).set(s -> s.addDouble("dropRate", 1e-9))
            .run(controls, scorer.out(0));
        assertThat(tiny.warnings()).singleElement().asString().startsWith("Nothing was dropped: of the 3096 weights");
        final NetworksPortObject out = (NetworksPortObject)tiny.out(0);
        assertThat(out.model().networks().keptWeights()).isEqualTo(128 * 24 + 24);
        assertThat(out.state().orElseThrow().round()).isEqualTo(1);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.prune.PruningSettings;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.history.HistoryTable;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.labelled.LearningColumns;
import org.reductor.knime.port.ModelText;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.view.StoredView;
import org.reductor.knime.view.ViewPage;

/** The node Reductive Pruning Learner. */
public final class ReductivePruningLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Reductive Pruning Learner") //
        .icon("../../../../icons/learner.png") //
        .shortDescription("Trains neural networks and removes the weights that do not matter.") //
        .fullDescription("""
                <p>Trains one fully connected network for each fold, then prunes them round by round: networks are
                trained on slightly perturbed targets, which tells how sure each weight is, and the weights that are
                sure to contribute the least are dropped, together with every weight that can no longer influence the
                output. Rows that judge networks which have not seen them decide which round wins: every row, or a
                hold-out, or a selection table. The result is physically smaller: dead units and unread features are
                gone.</p>
                <p>A target is a number, or one of several classes: text, true and false, or numbers if you say so.
                Several targets are learned at once, and may have gaps. Rounds are judged by the RMSE of numbers and the
                log loss of classes; of several targets by the mean of these, those of numbers in standard deviations.
                Text such as &gt;10000 is a number that bounds the true value.</p>
                <p>The unpruned networks of round 0 are handed out as well. Predict the same test rows with both before
                you believe in the pruned ones; differences below 0.01 on one seed mean nothing. Expect far fewer
                weights at no loss, not better predictions.</p>
                <p>Keep the rows of the final test out of the training table.</p>
                <p>Source of the method: Gurbych and Prymachenko, Computer Systems and Information Technologies 2022(3),
                40-48.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Training table", "Table with a features column and a target column, or several: numbers, "
                + "or classes as text or true and false.") //
            .addInputPort("Networks to start from",
                "Optional: networks of an earlier run on the same features. Their weights and their pruning "
                    + "are taken over. A warning counts the rows that they have learned and that are to judge here.",
                NetworksPortObject.TYPE_OPTIONAL) //
            .addInputPort("Selection table",
                "Optional: rows that decide which round wins, in place of training rows, with the same features and "
                    + "target columns as the training table. Not the rows of the final test: what chooses a round no "
                    + "longer tells how good it is.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("Pruned networks", "The networks of the winning round.", NetworksPortObject.TYPE) //
            .addOutputPort("Unpruned networks", "The networks of round 0, for comparison.", NetworksPortObject.TYPE) //
            .addOutputTable("Pruning history", "One row for each round: weights, errors, and what became of it. With a "
                + "selection table, the judged errors are those on its rows.")) //
        .model(m -> m //
            .parametersClass(ReductivePruningLearnerParameters.class) //
            .configure(ReductivePruningLearnerNodeFactory::configure) //
            .execute(ReductivePruningLearnerNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows the error of each round against the weights that were left, its difference to the "
                + "round that others are compared with, the controls, and what is left of each layer.") //
            .page(p -> ViewPage.CHARTS.of(p, "pruning-history")) //
            .initialData(d -> d.data(input -> StoredView.read(input.getInternalTables()[0])))) //
        .nodeType(NodeType.Learner) //
        .addExternalResource("https://doi.org/10.31891/csit-2022-3-5", "The published method") //
        .keywords("neural network", "pruning", "sparse", "compression", "QSAR", "regression", "classification",
            "multi-task", "training", "MLP");

    /** Called by KNIME. */
    public ReductivePruningLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ReductivePruningLearnerParameters parameters = in.getParameters();
        final PruningSettings settings = parameters.settings();
        RunFolder.path(parameters.m_runFolder);
        Dl4jExtension.requireEngine(settings.training());
        final LearningColumns columns = parameters.columns(in.getInTableSpec(0));
        final FeatureRecipe recipe =
            LearnerTables.check(in.getInTableSpec(0), in.getInTableSpec(2), columns).orElse(null);
        final List<Task> tasks = columns.tasks(in.getInTableSpec(0)).orElse(null);
        final int outputs = tasks == null ? 1 : LearnerTables.outputs(tasks, settings.training());
        final NetworksPortObjectSpec warmStart = in.getInPortSpec(1);
        if (warmStart != null && warmStart.recipe().isPresent()) {
            LearnerTables.requireSameFeatures(warmStart.recipe().get(), in.getInTableSpec(0),
                columns.features());
        } else if (warmStart == null && recipe != null) {
            LearnerTables.requireRoom(recipe, settings.training(), outputs);
        }
        // The classes of most columns are known only when the table is there.
        final NetworksPortObjectSpec networks = tasks == null ? null
            : new NetworksPortObjectSpec(recipe, tasks, settings.folds(),
                ModelText.architecture(recipe, settings.training(), outputs), NetworksPortObjectSpec.Stage.APART);
        out.setOutSpec(0, networks);
        out.setOutSpec(1, networks);
        out.setOutSpec(2, tasks == null ? null : HistoryTable.spec(tasks));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ReductivePruningLearnerParameters parameters = in.getParameters();
        final var exec = in.getExecutionContext();
        final LearnerTables tables = LearnerTables.read(in.getInTable(0), in.getInTable(2),
            parameters.columns(in.getInTable(0).getDataTableSpec()), exec);
        final NetworksPortObject networks = in.getInPortObject(1);
        final LearnerRun run;
        try {
            if (networks != null) {
                LearnerTables.requireSameFeatures(networks.model().recipe(), tables.recipe());
            }
            run = LearnerRun.of(tables, parameters.settings(), parameters.m_controls, networks,
                parameters.m_runFolder, exec);
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final BufferedDataTable history = HistoryTable.create(run.history(), run.controls(), tables.tasks(), exec);
        out.setOutData(0, run.pruned());
        out.setOutData(1, run.unpruned());
        out.setOutData(2, history);
        out.setInternalData(StoredView.of(HistoryViewData.of(run.pruned().model()), exec));
        // All in one: in KNIME a second warning takes the place of the first.
        final String warning =
            Stream.concat(tables.warnings(networks == null ? null : networks.model()).stream(), run.warnings().stream())
                .collect(Collectors.joining(" "));
        if (!warning.isEmpty()) {
            out.setWarningMessage(warning);
        }
    }
}

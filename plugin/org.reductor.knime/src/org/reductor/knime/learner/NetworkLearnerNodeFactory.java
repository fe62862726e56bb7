/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.history.HistoryTable;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.labelled.LearningColumns;
import org.reductor.knime.port.ModelText;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** The node Network Learner. */
public final class NetworkLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Network Learner") //
        .icon("../../../../icons/network-learner.png") //
        .shortDescription("Trains neural networks, without pruning.") //
        .fullDescription("""
                <p>Trains one fully connected network for each fold. Their mean predicts. Rows that a network has not
                seen tell how good it is: those of another fold, or a share of the rows that is held out of all
                folds.</p>
                <p>This is the first step of a pruning round that you drive yourself: go on with the <i>Perturbed
                Network Learner</i>, the <i>Deviation Scorer</i> and the <i>Network Pruner</i>, and train what is left
                with this node again. Networks that come from a Network Pruner stay in their run: the node insists on
                the same table, seed, folds and judges, so that rows that judge a round were never learned
                from. The <i>Reductive Pruning Learner</i> does all rounds by itself and gives the same networks.</p>
                <p>A target is a number, or one of several classes: text, true and false, or numbers if you say so.
                Several targets are learned at once, and may have gaps. Rounds are judged by the RMSE of numbers and the
                log loss of classes; of several targets by the mean of these, those of numbers in standard deviations.
                Text such as &gt;10000 is a number that bounds the true value.</p>
                <p>Networks from anywhere else are taken as a start for training on this table (fine-tuning). Pruned
                weights stay pruned.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Training table", "Table with a features column and a target column, or several: numbers, "
                + "or classes as text or true and false.") //
            .addInputPort("Networks to start from",
                "Optional: networks of a Network Pruner, or any others that read the same features.",
                NetworksPortObject.TYPE_OPTIONAL) //
            .addOutputPort("Networks", "The trained networks, one for each fold.", NetworksPortObject.TYPE) //
            .addOutputTable("Pruning history", "One row for each round so far: weights and errors. After the first "
                + "training there is just one.")) //
        .model(m -> m //
            .parametersClass(NetworkLearnerParameters.class) //
            .configure(NetworkLearnerNodeFactory::configure) //
            .execute(NetworkLearnerNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .addExternalResource("https://doi.org/10.31891/csit-2022-3-5", "The published method") //
        .keywords("neural network", "training", "fine-tuning", "QSAR", "regression", "classification",
            "multi-task", "MLP", "control networks");

    /** Called by KNIME. */
    public NetworkLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NetworkLearnerParameters parameters = in.getParameters();
        final EnsembleSettings settings = parameters.ensemble();
        Dl4jExtension.requireEngine(settings.training());
        final LearningColumns columns = parameters.columns(in.getInTableSpec(0));
        final FeatureRecipe recipe = LearnerTables.check(in.getInTableSpec(0), null, columns).orElse(null);
        final List<Task> tasks = columns.tasks(in.getInTableSpec(0)).orElse(null);
        final int outputs = tasks == null ? 1 : LearnerTables.outputs(tasks, settings.training());
        final NetworksPortObjectSpec from = in.getInPortSpec(1);
        if (from != null && from.recipe().isPresent()) {
            LearnerTables.requireSameFeatures(from.recipe().get(), in.getInTableSpec(0), columns.features());
        } else if (from == null && recipe != null) {
            LearnerTables.requireRoom(recipe, settings.training(), outputs);
        }
        // The classes of most columns are known only when the table is there.
        out.setOutSpec(0, tasks == null ? null : new NetworksPortObjectSpec(recipe, tasks, settings.folds(),
            from == null ? ModelText.architecture(recipe, settings.training(), outputs) : from.description(),
            NetworksPortObjectSpec.Stage.TRAINED));
        out.setOutSpec(1, tasks == null ? null : HistoryTable.spec(tasks));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkLearnerParameters parameters = in.getParameters();
        final var exec = in.getExecutionContext();
        final LearnerTables tables = LearnerTables.read(in.getInTable(0), null,
            parameters.columns(in.getInTable(0).getDataTableSpec()), exec);
        final NetworksPortObject from = in.getInPortObject(1);
        final NetworksPortObject networks;
        final Optional<String> learned;
        try {
            if (from != null) {
                LearnerTables.requireSameFeatures(from.model().recipe(), tables.recipe());
            }
            final EnsembleSettings settings = parameters.ensemble();
            learned = StepTraining.warning(tables, settings, from);
            networks = StepTraining.controls(tables, settings, from, exec);
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        out.setOutData(0, networks);
        out.setOutData(1, HistoryTable.create(networks.model().history(), List.of(), tables.tasks(), exec));
        // All in one: in KNIME a second warning takes the place of the first.
        final String warning =
            Stream.concat(tables.warnings(from == null ? null : from.model()).stream(), learned.stream())
                .collect(Collectors.joining(" "));
        if (!warning.isEmpty()) {
            out.setWarningMessage(warning);
        }
    }
}

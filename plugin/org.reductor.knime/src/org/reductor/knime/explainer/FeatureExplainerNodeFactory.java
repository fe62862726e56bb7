/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.List;

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
import org.reductor.core.explain.FeatureUse;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.port.ScoreText;
import org.reductor.knime.view.ViewPage;

/** The node Feature Explainer. */
public final class FeatureExplainerNodeFactory extends DefaultNodeFactory {

    private static final int TABLE = 1;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Feature Explainer") //
        .icon("../../../../icons/feature-explainer.png") //
        .shortDescription("Shows which features pruned networks rely on, and the substructures behind them.") //
        .fullDescription("""
                <p>For each feature that pruning has left: how much the networks rely on it, in how many of them it is
                left, and by which substructures the molecules of the table have it, drawn, as SMARTS, and with counts
                and examples.</p>
                <p><i>Importance</i> is by how much the score (RMSE, log loss) gets worse when the feature is switched
                off. Give the training table with its targets: the networks know which rows they have learned, and each
                row judges only those that have not seen it. Rows that they do not know are judged by all, and the node
                says how many. The standard error tells what chance would do: do not make much of an importance below
                two of them. <i>Mean effect</i> is by how much the feature raises the prediction in the rows that have
                it, of a class in log odds. <i>Path weight</i> is what the weights through all layers would allow.
                <i>Networks</i> counts those in which the feature has survived: a feature that most of them keep is no
                accident of a few rows.</p>
                <p>Features that speak for the same thing share their importance: switch one off, and others step in.
                Importance is about the networks, not about the cause of an effect.</p>
                <p>A bit of a hashed fingerprint may stand for several substructures. For Morgan and feature Morgan
                fingerprints they are told apart, counted and shown one by one. Of atom pairs, torsions and RDKit's
                paths the atoms are known but not how many different ones share a bit; the drawing shows the atoms of
                all occurrences in a molecule. RDKit does not tell the atoms of MACCS keys and Avalon bits; descriptors,
                numbers, categories and vectors of other nodes have none. They are listed without a drawing, and the
                remark says why.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks of a learner, pruned or not.", NetworksPortObject.TYPE) //
            .addInputTable("Rows", "The training table: molecules, or features made as in training, and the targets. "
                + "Without targets there are effects and drawings, but no importance.") //
            .addOutputTable("Features", "One row for each feature that is left, the most important first.") //
            .addOutputTable("Substructures", "One row for each substructure by which molecules have a feature: several "
                + "for a bit that stands for several.")) //
        .model(m -> m //
            .parametersClass(FeatureExplainerParameters.class) //
            .configure(FeatureExplainerNodeFactory::configure) //
            .execute(FeatureExplainerNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows the most important features with the substructures behind them.") //
            .page(p -> ViewPage.CARDS.of(p, "feature-explainer")) //
            .initialData(d -> d.data(input -> FeatureViewData.of(input.getInternalTables())))) //
        .nodeType(NodeType.Visualizer) //
        .addExternalResource("https://jmlr.org/papers/v20/18-760.html",
            "Fisher, Rudin and Dominici 2019: importance as reliance of a model") //
        .keywords("explain", "interpret", "feature importance", "substructure", "fingerprint bit", "SMARTS", "bit info",
            "collision", "QSAR", "neural network");

    /** Called by KNIME. */
    public FeatureExplainerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FeatureExplainerParameters parameters = in.getParameters();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        out.setOutSpec(0, FeatureTables.featuresSpec());
        out.setOutSpec(1, FeatureTables.substructuresSpec());
        if (networks == null) { // a learner that has not seen its classes yet
            return;
        }
        parameters.output(networks.tasks());
        if (networks.recipe().isPresent()) {
            final FeatureRecipe recipe = networks.recipe().get();
            FeatureSource.find(in.getInTableSpec(TABLE), recipe).warning(in.getInTableSpec(TABLE))
                .ifPresent(out::setWarningMessage);
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FeatureExplainerParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final NetworkModel model = networks.model();
        final var exec = in.getExecutionContext();
        final FeatureExplanation explanation;
        try {
            explanation = FeatureExplanation.of(model, in.getInTable(TABLE), parameters, exec);
        } catch (InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final List<FeatureUse> uses = explanation.reliance().uses();
        final var tables = new FeatureTables(explanation, parameters.m_substructures, exec);
        final var features = tables.features(uses);
        final List<Task> tasks = model.networks().tasks();
        final List<String> texts = new ArrayList<>(FeatureViewData.facts(explanation.output().label(tasks),
            ScoreText.label(tasks.get(explanation.output().task())), model.networks().size()));
        texts.addAll(explanation.remarks());
        out.setOutData(0, features);
        out.setOutData(1, tables.substructures(uses));
        out.setInternalData(features,
            tables.drawnAsText(uses.subList(0, Math.min(uses.size(), FeatureViewData.LARGEST))),
            ViewTables.of(texts, exec));
        if (!explanation.remarks().isEmpty()) { // in KNIME a second warning takes the place of the first
            out.setWarningMessage(String.join(" ", explanation.remarks()));
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.scorer;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.core.model.Deviations;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.PerturbedNetworks;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.ScoreStatistics;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.knime.port.DeviationsPortObject;
import org.reductor.knime.port.DeviationsPortObjectSpec;
import org.reductor.knime.port.ModelText;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.port.PerturbedNetworksPortObject;
import org.reductor.knime.port.PerturbedNetworksPortObjectSpec;
import org.reductor.knime.view.StoredView;
import org.reductor.knime.view.ViewPage;

/** The node Deviation Scorer. */
public final class DeviationScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Deviation Scorer") //
        .icon("../../../../icons/deviation-scorer.png") //
        .shortDescription("Scores each weight by how much it follows a perturbation of the target.") //
        .fullDescription("""
                <p>Compares control networks with their perturbed copies. The deviation of a weight is the mean of
                |perturbed - control| / |perturbed| over all copies and folds: weights that merely follow the noise
                deviate most, and go first when the <i>Network Pruner</i> drops weights.</p>
                <p>The simpler criteria (magnitude, magnitude times input, random) look at the control networks only
                and need no perturbed networks.</p>
                <p>The table shows the scores by layer, by hidden unit and by input feature.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "The control networks: the output of a Network Learner.",
                NetworksPortObject.TYPE) //
            .addInputPort("Perturbed networks", "Their perturbed copies. Only criteria by deviation need them.",
                PerturbedNetworksPortObject.TYPE_OPTIONAL) //
            .addOutputPort("Deviations", "One score for each weight.", DeviationsPortObject.TYPE) //
            .addOutputTable("Statistics", "The scores of each layer, hidden unit and input feature.")) //
        .model(m -> m //
            .parametersClass(DeviationScorerParameters.class) //
            .configure(DeviationScorerNodeFactory::configure) //
            .execute(DeviationScorerNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows how the scores are spread in each layer, and what a cut would take from each.") //
            .page(p -> ViewPage.CHARTS.of(p, "deviations")) //
            .initialData(d -> d.data(input -> StoredView.read(input.getInternalTables()[0])))) //
        .nodeType(NodeType.Manipulator) //
        .addExternalResource("https://doi.org/10.31891/csit-2022-3-5", "The published method") //
        .keywords("neural network", "pruning", "sensitivity", "importance", "weights", "magnitude");

    /** Called by KNIME. */
    public DeviationScorerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DeviationScorerParameters parameters = in.getParameters();
        final ImportanceCriterion criterion = parameters.m_criterion.criterion();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        if (networks != null) { // null for a learner that has not seen its features yet
            check(criterion, networks, in.getInPortSpec(1));
        }
        out.setOutSpec(0, new DeviationsPortObjectSpec(ModelText.deviations(criterion)));
        out.setOutSpec(1, StatisticsTable.SPEC);
    }

    /** KNIME configures a node when all that is connected has a spec: one without is not connected. */
    private static void check(final ImportanceCriterion criterion, final NetworksPortObjectSpec networks,
        final PerturbedNetworksPortObjectSpec perturbed) throws InvalidSettingsException {
        networks.requireTrained();
        if (!criterion.needsPerturbedNetworks()) {
            return;
        }
        if (perturbed == null) {
            throw new InvalidSettingsException("A deviation cannot be scored without perturbed networks. Connect a "
                + "Perturbed Network Learner, or choose a criterion that looks at the control networks only.");
        }
        if (perturbed.controls() != networks.members()) {
            throw new InvalidSettingsException("The perturbed networks are copies of " + perturbed.controls()
                + " networks, but " + networks.members() + " are at the Networks port. Connect both to the same "
                + "Network Learner.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DeviationScorerParameters parameters = in.getParameters();
        final ImportanceCriterion criterion = parameters.m_criterion.criterion();
        final NetworksPortObject networks = in.getInPortObject(0);
        final PerturbedNetworksPortObject perturbed = in.getInPortObject(1);
        try {
            check(criterion, networks.getSpec(), perturbed == null ? null : perturbed.getSpec());
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final NetworkModel model = networks.model();
        final String fingerprint = model.fingerprint();
        final TrainedRound round = networks.state().flatMap(s -> s.trainedRound(model.networks()))
            .orElseThrow();
        final Optional<PerturbedNetworks> copies = copies(criterion, perturbed, fingerprint);
        final List<double[][]> scores =
            round.score(criterion, copies.map(c -> c.training().folds()).orElse(List.of()),
                networks.state().orElseThrow().settings().seed());
        in.getExecutionContext().checkCanceled();
        out.setOutData(0, new DeviationsPortObject(Deviations.of(fingerprint, criterion, copies, round, scores)));
        out.setOutData(1, StatisticsTable.create(ScoreStatistics.of(round, scores), model.recipe(),
            in.getExecutionContext()));
        out.setInternalData(StoredView.of(DeviationsViewData.of(model.target(), criterion, round, scores,
            DropSchedule.defaults().rate()), in.getExecutionContext()));
    }

    private static Optional<PerturbedNetworks> copies(final ImportanceCriterion criterion,
        final PerturbedNetworksPortObject perturbed, final String fingerprint) throws KNIMEException {
        if (!criterion.needsPerturbedNetworks()) {
            return Optional.empty();
        }
        final PerturbedNetworks content = perturbed.content();
        if (!content.controls().equals(fingerprint)) {
            throw new KNIMEException(ModelText.otherNetworks("The perturbed networks", content.controls(),
                fingerprint));
        }
        return Optional.of(content);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.pruner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
import org.reductor.core.model.Provenance;
import org.reductor.core.model.RoundState;
import org.reductor.core.prune.DropReport;
import org.reductor.core.prune.RoundInput;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.settings.Settings;
import org.reductor.knime.port.DeviationsPortObject;
import org.reductor.knime.port.ModelText;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** The node Network Pruner. */
public final class NetworkPrunerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Network Pruner") //
        .icon("../../../../icons/pruner.png") //
        .shortDescription("Removes the weights with the highest scores, and all that die with them.") //
        .fullDescription("""
                <p>Drops a share of the weights, those with the highest scores first. With them goes everything that can
                no longer matter: hidden units without a live input or output, fingerprint bits that are never read or
                never vary, and all their weights. What is left is physically smaller.</p>
                <p>The networks have not been trained since: connect them to a <i>Network Learner</i> as networks to
                start from. Whether the loss was worth it shows in the error of the rows that judge there.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "The networks that were scored.", NetworksPortObject.TYPE) //
            .addInputPort("Deviations", "Their scores, made by a Deviation Scorer.", DeviationsPortObject.TYPE) //
            .addOutputPort("Pruned networks", "What is left of the networks, to be trained again.",
                NetworksPortObject.TYPE) //
            .addOutputTable("What went", "Weights and units before and after: in all, by layer and by the column that "
                + "features come from.")) //
        .model(m -> m //
            .parametersClass(NetworkPrunerParameters.class) //
            .configure(NetworkPrunerNodeFactory::configure) //
            .execute(NetworkPrunerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .addExternalResource("https://doi.org/10.31891/csit-2022-3-5", "The published method") //
        .keywords("neural network", "pruning", "sparse", "compression", "weights", "drop rate");

    /** Called by KNIME. */
    public NetworkPrunerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        in.<NetworkPrunerParameters> getParameters().validate();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        if (networks != null) { // null for a learner that has not seen its classes yet
            networks.requireTrained();
            out.setOutSpec(0,
                networks.after(NetworksPortObjectSpec.Stage.PRUNED, "pruned from " + networks.description()));
        }
        out.setOutSpec(1, DropTable.SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkPrunerParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final DeviationsPortObject scored = in.getInPortObject(1);
        final NetworkModel model = networks.model();
        final Deviations deviations = scored.content();
        final String fingerprint = model.fingerprint();
        if (!deviations.networks().equals(fingerprint)) {
            throw new KNIMEException(ModelText.otherNetworks("The deviations", deviations.networks(), fingerprint));
        }
        final RoundState state;
        final TrainedRound round;
        final Optional<RoundInput> next;
        try {
            networks.getSpec().requireTrained();
            state = networks.state().orElseThrow();
            round = state.trainedRound(model.networks()).orElseThrow();
            next = round.prune(deviations.scores(), parameters.schedule(), 1, parameters.m_roundStart.start());
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        if (next.isEmpty()) {
            out.setWarningMessage("Nothing was dropped: of the " + model.networks().keptWeights()
                + " weights that are left, the drop rate would take none, or all.");
        }
        final RoundInput pruned = next.orElseGet(round::unchanged);
        final Provenance provenance = model.provenance().with(step(pruned.round(), deviations, parameters));
        out.setOutData(0, new NetworksPortObject(new NetworkModel(pruned.networks(), model.recipe(),
            history(model.history(), deviations), provenance), state.pruned(pruned)));
        out.setOutData(1, DropTable.create(
            DropReport.of(model.networks(), pruned.networks(), model.recipe()),
            pruned.meanChosen() - round.input().meanChosen(), in.getExecutionContext()));
    }

    /** The perturbed networks were trained for the round whose weights they score. */
    private static List<RoundRecord> history(final List<RoundRecord> rounds, final Deviations deviations) {
        final List<RoundRecord> history = new ArrayList<>(rounds);
        history.set(history.size() - 1, history.get(history.size() - 1)
            .withPerturbed(deviations.degreesOfFreedom(), deviations.epochs()));
        return history;
    }

    /** What the model will say of this step: a round may be pruned in another way than the one before. */
    private static Map<String, String> step(final int round, final Deviations deviations,
        final NetworkPrunerParameters parameters) {
        final Map<String, String> settings = new TreeMap<>();
        settings.put("criterion", deviations.criterion().id());
        settings.put("dropSchedule", parameters.m_dropSchedule.name());
        settings.put("dropRate", Double.toString(parameters.m_dropRate));
        settings.put("roundStart", parameters.m_roundStart.name());
        deviations.perturbation().ifPresent(p -> settings.putAll(Settings.toTexts(p)));
        return settings.entrySet().stream()
            .collect(Collectors.toMap(entry -> "round" + round + "." + entry.getKey(), Map.Entry::getValue));
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

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
import org.reductor.core.data.RowRules;
import org.reductor.core.objective.Perturbation;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.labelled.LearningColumns;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.port.PerturbedNetworksPortObject;
import org.reductor.knime.port.PerturbedNetworksPortObjectSpec;

/** The node Perturbed Network Learner. */
public final class PerturbedNetworkLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Perturbed Network Learner") //
        .icon("../../../../icons/perturbed-learner.png") //
        .shortDescription("Trains copies of networks on slightly changed targets.") //
        .fullDescription("""
                <p>For each control network, trains a few more from the same start on the same rows in the same order,
                with one difference: the target values are slightly changed. Weights that end elsewhere than in the
                control network follow the change; the <i>Deviation Scorer</i> measures by how much.</p>
                <p>Columns and training settings are those of the <i>Network Learner</i>, whose output and whose table
                this node needs.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "The control networks: the output of a Network Learner.",
                NetworksPortObject.TYPE) //
            .addInputTable("Training table", "The table that the control networks were trained on.") //
            .addOutputPort("Perturbed networks", "A few perturbed networks for each control network.",
                PerturbedNetworksPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(PerturbedNetworkLearnerParameters.class) //
            .configure(PerturbedNetworkLearnerNodeFactory::configure) //
            .execute(PerturbedNetworkLearnerNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .addExternalResource("https://doi.org/10.31891/csit-2022-3-5", "The published method") //
        .keywords("neural network", "perturbation", "noise", "sensitivity", "pruning", "training");

    /** Called by KNIME. */
    public PerturbedNetworkLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PerturbedNetworkLearnerParameters parameters = in.getParameters();
        final Perturbation perturbation = parameters.perturbation();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        if (networks == null) { // a learner that has not seen its classes yet
            return;
        }
        networks.requireTrained();
        if (networks.recipe().isPresent()) {
            LearningColumns.of(in.getInTableSpec(1), networks.recipe().get(), networks.tasks(), RowRules.PLAIN);
        }
        try {
            perturbation.requireFit(networks.tasks());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        out.setOutSpec(0, new PerturbedNetworksPortObjectSpec(perturbation, networks.members()));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PerturbedNetworkLearnerParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final BufferedDataTable table = in.getInTable(1);
        final var exec = in.getExecutionContext();
        try {
            final LearningColumns columns = LearningColumns.of(table.getDataTableSpec(), networks.model().recipe(),
                networks.getSpec().tasks(),
                networks.state().map(state -> state.settings().rows()).orElse(RowRules.PLAIN));
            final LearnerTables tables = LearnerTables.read(table, null, columns, exec);
            out.setOutData(0, new PerturbedNetworksPortObject(StepTraining.perturbed(networks, tables.training(),
                parameters.perturbation(), parameters.m_threads, exec)));
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}

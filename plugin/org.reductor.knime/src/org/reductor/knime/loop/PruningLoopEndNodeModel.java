/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.RoundState;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.Verdict;
import org.reductor.knime.learner.HistoryTable;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** Keeps the networks of every round and chooses among them in the end. */
@SuppressWarnings({"deprecation", "restriction"}) // what replaces it has no loops yet
final class PruningLoopEndNodeModel extends WebUINodeModel<PruningLoopEndParameters> implements LoopEndNode {

    private final List<NetworksPortObject> rounds = new ArrayList<>();

    PruningLoopEndNodeModel(final WebUINodeConfiguration configuration) {
        super(configuration, PruningLoopEndParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] in, final PruningLoopEndParameters parameters)
        throws InvalidSettingsException {
        final NetworksPortObjectSpec networks = (NetworksPortObjectSpec)in[0];
        if (networks == null) {
            return new PortObjectSpec[2];
        }
        networks.requireTrained();
        // How large the networks of the winning round are is known in the end.
        return new PortObjectSpec[]{
            networks.after(NetworksPortObjectSpec.Stage.TRAINED, "of the winning round"),
            HistoryTable.spec(networks.tasks())};
    }

    @Override
    protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
        final PruningLoopEndParameters parameters) throws Exception {
        if (!(getLoopStartNode() instanceof PruningLoopStartNodeModel start)) {
            throw new IllegalStateException("The loop must begin with a Reductive Pruning Loop Start.");
        }
        if (rounds.isEmpty()) {
            rounds.add(start.before());
        }
        final NetworksPortObject before = last();
        final NetworksPortObject networks = (NetworksPortObject)in[0];
        requireNextRound(state(before), networks);
        rounds.add(networks);
        exec.setMessage(String.format(Locale.ENGLISH, "%,d weights left, error %.4f in the rows that judge",
            networks.model().networks().keptWeights(), record(networks).score()));
        if (weights(networks) < weights(before) && !start.terminateLoop()) {
            continueLoop();
            return new PortObject[]{null, null};
        }
        final NetworksPortObject winner = winner(parameters.m_acceptance.rule());
        return new PortObject[]{winner,
            HistoryTable.create(winner.model().history(), List.of(), winner.getSpec().tasks(), exec)};
    }

    private NetworksPortObject winner(final AcceptanceRule rule) {
        final RoundState last = state(last());
        final Verdict verdict =
            Verdict.of(rule, last().model().history(), last.scores(), last.settings().seed());
        final NetworksPortObject winner = rounds.get(verdict.winner());
        final NetworkModel model = winner.model();
        return new NetworksPortObject(
            new NetworkModel(model.networks(), model.recipe(), verdict.history(), List.of(),
                model.provenance().with(Map.of("acceptance", rule.kind().name(), "rounds",
                    Integer.toString(rounds.size() - 1), "selection", last.settings().judges().label())),
                model.calibration()),
            state(winner));
    }

    private static void requireNextRound(final RoundState before, final NetworksPortObject networks)
        throws InvalidSettingsException {
        networks.getSpec().requireTrained();
        final RoundState state = state(networks);
        if (state.scores().size() != before.scores().size() + 1) {
            throw new InvalidSettingsException("The networks that arrive at the loop end belong to round "
                + state.round() + " where round " + (before.round() + 1) + " was expected. Take them through one "
                + "Network Pruner and one Network Learner in each round.");
        }
    }

    private static RoundState state(final NetworksPortObject networks) {
        return networks.state().orElseThrow();
    }

    private static long weights(final NetworksPortObject networks) {
        return networks.model().networks().allKeptWeights();
    }

    private static RoundRecord record(final NetworksPortObject networks) {
        final List<RoundRecord> history = networks.model().history();
        return history.get(history.size() - 1);
    }

    /** @return the networks of the last round */
    NetworksPortObject last() {
        return rounds.get(rounds.size() - 1);
    }

    @Override
    protected void reset() {
        rounds.clear();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopStartNodeTerminator;
import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** Hands on the networks before the loop, and then those of each round. */
@SuppressWarnings({"deprecation", "restriction"}) // what replaces it has no loops yet
final class PruningLoopStartNodeModel extends WebUINodeModel<PruningLoopStartParameters>
    implements LoopStartNodeTerminator {

    private static final String ITERATION = "currentIteration";

    private int iteration;

    private int rounds;

    private NetworksPortObject before;

    PruningLoopStartNodeModel(final WebUINodeConfiguration configuration) {
        super(configuration, PruningLoopStartParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] in, final PruningLoopStartParameters parameters)
        throws InvalidSettingsException {
        parameters.validate();
        if (in[0] instanceof NetworksPortObjectSpec networks) {
            networks.requireTrained();
        }
        pushFlowVariableInt(ITERATION, iteration);
        return in;
    }

    @Override
    protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
        final PruningLoopStartParameters parameters) throws Exception {
        rounds = parameters.m_rounds;
        PortObject networks = in[0];
        if (iteration == 0) {
            before = (NetworksPortObject)networks;
            before.getSpec().requireTrained();
        } else if (getLoopEndNode() instanceof PruningLoopEndNodeModel end) {
            networks = end.last();
        } else {
            throw new IllegalStateException(
                "The loop must end with a Reductive Pruning Loop End, which keeps the networks of each round.");
        }
        pushFlowVariableInt(ITERATION, iteration);
        iteration++;
        return new PortObject[]{networks};
    }

    /** @return the networks before the first round */
    NetworksPortObject before() {
        return before;
    }

    @Override
    public boolean terminateLoop() {
        return iteration >= rounds;
    }

    @Override
    protected void reset() {
        iteration = 0;
        before = null;
    }
}

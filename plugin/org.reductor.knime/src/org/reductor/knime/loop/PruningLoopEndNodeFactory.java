/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** The node Reductive Pruning Loop End. */
@SuppressWarnings({"deprecation", "restriction"}) // what replaces it has no loops yet
public final class PruningLoopEndNodeFactory extends WebUINodeFactory<PruningLoopEndNodeModel> {

    private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
        .name("Reductive Pruning Loop End") //
        .icon("../../../../icons/loop-end.png") //
        .shortDescription("Ends a loop of pruning rounds and chooses the round that wins.") //
        .fullDescription("""
                <p>Collects the networks of each round and sends them back to the <i>Reductive Pruning Loop Start</i>
                until all rounds are done, or one of them has dropped nothing. Then the rows that judge decide: the
                networks of the winning round are the result.</p>
                <p>The networks that arrive must have been trained since they were pruned: let a <i>Network Learner</i>
                be the last step of a round.</p>
                """) //
        .modelSettingsClass(PruningLoopEndParameters.class) //
        .addInputPort("Networks of the round", NetworksPortObject.TYPE, "The networks of a round, trained.") //
        .addOutputPort("Pruned networks", NetworksPortObject.TYPE, "The networks of the winning round.") //
        .addOutputTable("Pruning history", "One row for each round: weights, errors, and what became of it.") //
        .nodeType(NodeType.LoopEnd) //
        .keywords("loop", "pruning", "rounds", "acceptance", "out-of-fold", "hold-out", "neural network") //
        .sinceVersion(5, 8, 0) //
        .build();

    /** Called by KNIME. */
    public PruningLoopEndNodeFactory() {
        super(CONFIGURATION);
    }

    @Override
    public PruningLoopEndNodeModel createNodeModel() {
        return new PruningLoopEndNodeModel(CONFIGURATION);
    }
}

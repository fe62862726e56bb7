/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** The node Reductive Pruning Loop Start. */
@SuppressWarnings({"deprecation", "restriction"}) // what replaces it has no loops yet
public final class PruningLoopStartNodeFactory extends WebUINodeFactory<PruningLoopStartNodeModel> {

    private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
        .name("Reductive Pruning Loop Start") //
        .icon("../../../../icons/loop-start.png") //
        .shortDescription("Begins a loop in which each iteration is a pruning round.") //
        .fullDescription("""
                <p>Hands networks to the first step of a round, and in every further round those that arrived at the
                <i>Reductive Pruning Loop End</i>. A round is made of the steps in between, usually <i>Perturbed Network
                Learner</i>, <i>Deviation Scorer</i>, <i>Network Pruner</i> and <i>Network Learner</i>; change them, or
                put steps of your own there.</p>
                <p>With these steps and the same settings the loop gives the networks of the <i>Reductive Pruning
                Learner</i>.</p>
                <p>The flow variable <i>currentIteration</i> counts the rounds from 0.</p>
                """) //
        .modelSettingsClass(PruningLoopStartParameters.class) //
        .addInputPort("Networks", NetworksPortObject.TYPE, "Trained networks: the output of a Network Learner.") //
        .addOutputPort("Networks of the round", NetworksPortObject.TYPE,
            "The same networks in the first round, later those of the round before.") //
        .nodeType(NodeType.LoopStart) //
        .keywords("loop", "pruning", "rounds", "recursive", "neural network") //
        .sinceVersion(5, 8, 0) //
        .build();

    /** Called by KNIME. */
    public PruningLoopStartNodeFactory() {
        super(CONFIGURATION);
    }

    @Override
    public PruningLoopStartNodeModel createNodeModel() {
        return new PruningLoopStartNodeModel(CONFIGURATION);
    }
}

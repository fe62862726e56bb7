/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** The root of all node factories; here only for the kinds of nodes and the type of their models. */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node is for; decides its colour and shape. */
    public enum NodeType {
        Source, Sink, Learner, Predictor, Manipulator, Visualizer, LoopStart, LoopEnd, Other
    }

    protected NodeFactory() {
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** The root of all node factories; here only for the kinds of nodes. */
public abstract class NodeFactory {

    /** What a node is for; decides its colour. */
    public enum NodeType {
        Source, Sink, Learner, Predictor, Manipulator, Visualizer, Other
    }

    protected NodeFactory() {
    }
}

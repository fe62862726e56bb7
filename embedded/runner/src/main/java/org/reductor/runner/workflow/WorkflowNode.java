/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;

/**
 * A node of a workflow: its number, the name that the user sees, its settings.xml (relative to the workflow folder),
 * and what is in there, with the changes of the command line.
 */
public record WorkflowNode(int id, String name, Path file, NodeSettings settings, EmbeddedNode node) {

    /** The settings that the node itself reads. */
    NodeSettings model() throws InvalidSettingsException {
        return settings.containsKey("model") ? settings.getNodeSettings("model") : new NodeSettings("model");
    }

    boolean isLoopStart() {
        return node.model().isLoopStart();
    }

    boolean isLoopEnd() {
        return node.model().isLoopEnd();
    }

    /** Name and number, as in {@code CSV Reader (#1)}. */
    public String label() {
        return name + " (#" + id + ")";
    }

    @Override
    public String toString() {
        return label();
    }
}

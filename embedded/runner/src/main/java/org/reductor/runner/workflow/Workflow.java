/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;
import java.util.List;

/**
 * A loaded workflow.
 *
 * @param name the folder's name
 * @param folder where it lies
 * @param nodes in an order in which each comes after all it depends on, and a loop's nodes follow each other
 * @param connections between them
 * @param loops those of its nodes that are executed several times
 * @param variables workflow variables, after the command line's
 * @param warnings what is odd without being an error
 */
public record Workflow(String name, Path folder, List<WorkflowNode> nodes, List<Connection> connections,
    List<LoopScope> loops, List<FlowValue> variables, List<String> warnings) {

    /** Name of the file that makes a folder a workflow. */
    public static final String FILE = "workflow.knime";

    /**
     * @param id a node's number
     * @return the connections that lead to it
     */
    List<Connection> inputsOf(final int id) {
        return connections.stream().filter(c -> c.target() == id).toList();
    }
}

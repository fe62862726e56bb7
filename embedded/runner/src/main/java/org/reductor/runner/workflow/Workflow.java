/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A loaded workflow; each node comes after all it depends on, and the nodes of a loop follow each other. */
public record Workflow(String name, Path folder, List<WorkflowNode> nodes, List<Connection> connections,
    List<LoopScope> loops, List<FlowValue> variables, List<String> warnings) {

    /** Name of the file that makes a folder a workflow. */
    public static final String FILE = "workflow.knime";

    /** The data area of a workflow, which may not exist yet. */
    public static Path dataArea(final Path workflowFolder) {
        return workflowFolder.resolve("data");
    }

    /** The connections that lead to it. */
    List<Connection> inputsOf(final int id) {
        return connections.stream().filter(c -> c.target() == id).toList();
    }

    /**
     * Writes the nodes' settings back, with the changes of the command line, to a folder with the same files. Executed
     * tables and models are not saved: the saved workflow opens as it was, ready to be executed.
     */
    public void save(final Path target) throws IOException {
        for (final WorkflowNode node : nodes) {
            try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(target.resolve(node.file().toString())))) {
                node.settings().saveToXML(out);
            }
        }
    }
}

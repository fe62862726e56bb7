/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the nodes' settings back, with the changes of the command line. Executed tables and models are not saved: the
 * saved workflow opens as it was, ready to be executed.
 */
public final class WorkflowSaver {

    private WorkflowSaver() {
    }

    /**
     * @param workflow whose settings are to be saved
     * @param folder a workflow folder with the same files
     * @throws IOException if a file cannot be written
     */
    public static void save(final Workflow workflow, final Path folder) throws IOException {
        for (final WorkflowNode node : workflow.nodes()) {
            try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(node.file().toString())))) {
                node.settings().saveToXML(out);
            }
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;

import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/** The data area of the workflow that the current thread works for. */
public final class DataArea {

    private static final String FOLDER = "data";

    private DataArea() {
    }

    /** Its data area, which may not exist yet. */
    public static Path of(final Path workflowFolder) {
        return workflowFolder.resolve(FOLDER);
    }

    /** The folder, which may not exist yet. */
    public static Path current() {
        return NodeContext.getContextOptional().flatMap(c -> c.getContextObjectForClass(WorkflowContextV2.class))
            .map(c -> of(c.getExecutorInfo().getLocalWorkflowPath()))
            .orElseThrow(() -> new IllegalStateException("no workflow is running"));
    }

    /** Makes a workflow the one that the current thread works for. */
    static void enter(final Workflow workflow) {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(workflow.folder(), null));
    }

    /** Goes back to what the thread worked for before. */
    static void leave() {
        NodeContext.removeLastContext();
    }
}

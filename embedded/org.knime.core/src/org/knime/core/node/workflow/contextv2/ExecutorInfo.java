/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** What runs a workflow. */
public abstract class ExecutorInfo {

    private final Path workflowPath;

    ExecutorInfo(final Path workflowPath) {
        this.workflowPath = workflowPath;
    }

    /** The folder of the workflow on this machine. */
    public Path getLocalWorkflowPath() {
        return workflowPath;
    }
}

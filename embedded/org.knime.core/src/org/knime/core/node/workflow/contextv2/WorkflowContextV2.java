/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** Where a workflow is and what runs it. */
public final class WorkflowContextV2 {

    /** Where the workflow is stored. */
    public enum LocationType {
        LOCAL, SERVER_REPOSITORY, HUB_SPACE
    }

    private final ExecutorInfo executor;

    private WorkflowContextV2(final ExecutorInfo executor) {
        this.executor = executor;
    }

    /** The context of a workflow that was unpacked to a folder; its data area is the folder {@code data} in it. */
    public static WorkflowContextV2 forTemporaryWorkflow(final Path workflowFolderPath, final Path sourceArchive) {
        return new WorkflowContextV2(new ExecutorInfo(workflowFolderPath) { });
    }

    public LocationType getLocationType() {
        return LocationType.LOCAL;
    }

    public ExecutorInfo getExecutorInfo() {
        return executor;
    }
}

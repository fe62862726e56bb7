/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;

import org.reductor.runner.workflow.NodeOutcome.Status;

/** How a run ended. */
public record RunResult(List<NodeOutcome> outcomes, double seconds) {

    /** Whether every node ran. */
    public boolean successful() {
        return outcomes.stream().allMatch(o -> o.status() == Status.EXECUTED);
    }

    /** Whether the user stopped it. */
    public boolean cancelled() {
        return outcomes.stream().anyMatch(o -> o.status() == Status.CANCELLED);
    }
}

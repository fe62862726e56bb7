/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;

import org.reductor.runner.workflow.NodeOutcome.Status;

/**
 * How a run ended.
 *
 * @param outcomes what became of each node, in the order of the run
 * @param seconds wall time
 */
public record RunResult(List<NodeOutcome> outcomes, double seconds) {

    /** @return whether every node ran */
    public boolean successful() {
        return outcomes.stream().allMatch(o -> o.status() == Status.EXECUTED);
    }

    /** @return whether the user stopped it */
    public boolean cancelled() {
        return outcomes.stream().anyMatch(o -> o.status() == Status.CANCELLED);
    }
}

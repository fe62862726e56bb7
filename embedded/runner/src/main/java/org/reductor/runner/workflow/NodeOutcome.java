/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;

/** What became of a node in a run, or in all iterations of a loop. An output that is no table has -1 rows. */
public record NodeOutcome(WorkflowNode node, Status status, String message, List<Long> rows, List<String> warnings,
    double seconds) {

    static NodeOutcome notExecuted(final WorkflowNode node, final String reason) {
        return new NodeOutcome(node, Status.NOT_EXECUTED, reason, List.of(), List.of(), 0);
    }

    NodeOutcome with(final Status newStatus, final String newMessage) {
        return new NodeOutcome(node, newStatus, newMessage, rows, warnings, seconds);
    }

    /** How a node ended. */
    public enum Status {
        /** It ran. */
        EXECUTED,
        /** It failed, in its settings or while it ran. */
        FAILED,
        /** It did not run, as something that it needs did not. */
        NOT_EXECUTED,
        /** The user stopped the run while it was working. */
        CANCELLED
    }
}

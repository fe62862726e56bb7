/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;

/**
 * What became of a node in a run.
 *
 * @param node the node
 * @param status how it ended
 * @param message for a failed node what went wrong, for one that did not run why, else a summary of its outputs
 * @param rows number of rows of each output, -1 for one that is no table
 * @param warnings the node's warnings
 * @param seconds wall time of its execution; in a loop, of all executions
 */
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

/** Hears about a run. Progress comes from any thread. */
public interface RunListener {

    /**
     * @param node the node that starts
     * @param position its place in the run, from 1
     * @param count number of nodes
     */
    void started(WorkflowNode node, int position, int count);

    /**
     * @param node the running node
     * @param fraction 0 to 1, NaN if unknown
     * @param message what it does, or null
     */
    void progress(WorkflowNode node, double fraction, String message);

    /** Another iteration of a loop starts. */
    default void iterationStarted(final int number) {
        // of interest only where the running node is shown
    }

    /** An iteration of a loop ended, and another one follows. */
    default void iterationEnded(final WorkflowNode end, final int number, final String message,
        final double seconds) {
        // of interest only where a run is shown
    }

    /** @param outcome what became of a node; after a loop, of all its nodes in all iterations */
    void ended(NodeOutcome outcome);
}

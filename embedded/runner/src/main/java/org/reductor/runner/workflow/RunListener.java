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

    /** @param outcome what became of a node */
    void ended(NodeOutcome outcome);
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * A loop.
 *
 * @param start the node that starts it
 * @param body what is executed once an iteration: everything behind the start but not behind the end, in an order in
 *            which each node comes after all it depends on
 * @param end the node that ends it, or asks for another iteration
 */
record LoopScope(WorkflowNode start, List<WorkflowNode> body, WorkflowNode end) {

    /** @return all nodes of the loop, in the order of an iteration */
    List<WorkflowNode> members() {
        final List<WorkflowNode> all = new ArrayList<>(body);
        all.add(0, start);
        all.add(end);
        return all;
    }
}

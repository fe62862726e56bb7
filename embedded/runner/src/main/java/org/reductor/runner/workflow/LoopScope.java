/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.List;

/** A loop; its body is everything behind the start but not behind the end, each after all it depends on. */
record LoopScope(WorkflowNode start, List<WorkflowNode> body, WorkflowNode end) {

    /** All nodes of the loop, in the order of an iteration. */
    List<WorkflowNode> members() {
        final List<WorkflowNode> all = new ArrayList<>(body);
        all.add(0, start);
        all.add(end);
        return all;
    }
}

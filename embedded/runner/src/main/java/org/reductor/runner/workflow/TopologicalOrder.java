/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Orders nodes so that each comes after those it depends on; among equals the smaller number goes first. */
final class TopologicalOrder {

    private TopologicalOrder() {
    }

    static List<WorkflowNode> of(final Map<Integer, WorkflowNode> nodes, final List<Connection> connections)
        throws LoadException {
        final Map<Integer, Integer> waitingFor = new HashMap<>();
        connections.forEach(c -> waitingFor.merge(c.target(), 1, Integer::sum));
        final var ready = new PriorityQueue<Integer>();
        nodes.keySet().stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::add);
        final List<WorkflowNode> result = new ArrayList<>();
        while (!ready.isEmpty()) {
            final int id = ready.poll();
            result.add(nodes.get(id));
            for (final Connection c : connections) {
                if (c.source() == id && waitingFor.merge(c.target(), -1, Integer::sum) == 0) {
                    ready.add(c.target());
                }
            }
        }
        if (result.size() < nodes.size()) {
            final List<WorkflowNode> left = new ArrayList<>(nodes.values());
            left.removeAll(result);
            throw new LoadException(Workflow.FILE + ", setting 'connections': these nodes depend on each other in a "
                + "circle: " + left + ".");
        }
        return List.copyOf(result);
    }
}

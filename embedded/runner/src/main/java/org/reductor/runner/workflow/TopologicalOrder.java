/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Orders nodes so that each comes after those it depends on; among equals the smaller number goes first. */
final class TopologicalOrder {

    private TopologicalOrder() {
    }

    static List<WorkflowNode> of(final Map<Integer, WorkflowNode> nodes, final List<Connection> connections)
        throws LoadException {
        final List<WorkflowNode> result = sort(nodes.keySet(), connections).stream().map(nodes::get).toList();
        if (result.size() < nodes.size()) {
            final List<WorkflowNode> left = new ArrayList<>(nodes.values());
            left.removeAll(result);
            throw new LoadException(Workflow.FILE + ", setting 'connections': these nodes depend on each other in a "
                + "circle: " + left + ".");
        }
        return result;
    }

    /** The order of the run: as before, but the nodes of a loop follow each other without others in between. */
    static List<WorkflowNode> withLoops(final List<WorkflowNode> nodes, final List<Connection> connections,
        final List<LoopScope> loops) {
        final Map<Integer, List<WorkflowNode>> units = new LinkedHashMap<>();
        final Map<Integer, Integer> unitOf = new HashMap<>();
        for (final LoopScope loop : loops) {
            units.put(loop.start().id(), loop.members());
            loop.members().forEach(n -> unitOf.put(n.id(), loop.start().id()));
        }
        for (final WorkflowNode node : nodes) {
            if (unitOf.putIfAbsent(node.id(), node.id()) == null) {
                units.put(node.id(), List.of(node));
            }
        }
        final List<Connection> between = connections.stream()
            .map(c -> new Connection(unitOf.get(c.source()), c.sourcePort(), unitOf.get(c.target()), c.targetPort()))
            .filter(c -> c.source() != c.target()).toList();
        return sort(units.keySet(), between).stream().flatMap(unit -> units.get(unit).stream()).toList();
    }

    /** Nodes in a circle, and those behind it, are left out. */
    private static List<Integer> sort(final Collection<Integer> ids, final List<Connection> connections) {
        final Map<Integer, Integer> waitingFor = new HashMap<>();
        connections.forEach(c -> waitingFor.merge(c.target(), 1, Integer::sum));
        final var ready = new PriorityQueue<Integer>();
        ids.stream().filter(id -> !waitingFor.containsKey(id)).forEach(ready::add);
        final List<Integer> result = new ArrayList<>();
        while (!ready.isEmpty()) {
            final int id = ready.poll();
            result.add(id);
            for (final Connection c : connections) {
                if (c.source() == id && waitingFor.merge(c.target(), -1, Integer::sum) == 0) {
                    ready.add(c.target());
                }
            }
        }
        return result;
    }
}

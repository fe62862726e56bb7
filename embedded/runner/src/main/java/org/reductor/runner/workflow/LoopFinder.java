/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the loops of a workflow. As in KNIME, a branch of the body may end anywhere, and is then executed once an
 * iteration; but only the loop's end may lead out of the loop.
 */
final class LoopFinder {

    private final Map<Integer, WorkflowNode> nodes;

    private final List<Connection> connections;

    private final List<WorkflowNode> order;

    /** @param order all nodes, each after those it depends on */
    LoopFinder(final List<WorkflowNode> order, final Map<Integer, WorkflowNode> nodes,
        final List<Connection> connections) {
        this.order = order;
        this.nodes = nodes;
        this.connections = connections;
    }

    List<LoopScope> find() throws LoadException {
        final List<LoopScope> loops = new ArrayList<>();
        final Set<WorkflowNode> closed = new LinkedHashSet<>();
        for (final WorkflowNode start : order) {
            if (start.isLoopStart()) {
                final LoopScope loop = loop(start);
                if (!closed.add(loop.end())) {
                    throw error("several loop starts lead to " + loop.end() + "; each loop needs an end of its own.");
                }
                loops.add(loop);
            }
        }
        for (final WorkflowNode end : order) {
            if (end.isLoopEnd() && !closed.contains(end)) {
                throw error(end + " ends a loop, but no loop start leads to it. Connect it to the nodes of a loop.");
            }
        }
        return List.copyOf(loops);
    }

    private LoopScope loop(final WorkflowNode start) throws LoadException {
        final Set<WorkflowNode> reached = behind(start, n -> !n.isLoopEnd());
        final List<WorkflowNode> ends = reached.stream().filter(WorkflowNode::isLoopEnd).toList();
        for (final WorkflowNode inner : reached) {
            if (inner.isLoopStart()) {
                throw error(inner + " starts a loop inside the loop of " + start
                    + ". Nested loops are not supported by the embedded runner.");
            }
        }
        if (ends.isEmpty()) {
            throw error(start + " starts a loop that nothing ends. Connect it, or what comes after it, to a loop end.");
        }
        if (ends.size() > 1) {
            throw error(start + " starts a loop with several ends: " + ends + ". A loop has one end.");
        }
        final WorkflowNode end = ends.get(0);
        final List<WorkflowNode> body = order.stream().filter(n -> n != end && reached.contains(n)).toList();
        checkBranches(end, body);
        return new LoopScope(start, body, end);
    }

    private void checkBranches(final WorkflowNode end, final List<WorkflowNode> body) throws LoadException {
        final Set<WorkflowNode> after = behind(end, n -> true);
        for (final WorkflowNode node : body) {
            if (after.contains(node)) {
                throw error(node + " is connected to the inside of a loop and to what comes after its end, " + end
                    + ". Only the loop end may lead out of a loop.");
            }
        }
    }

    /** All nodes that depend on a node; those that the filter rejects are found but not passed through. */
    private Set<WorkflowNode> behind(final WorkflowNode node, final Predicate<WorkflowNode> through) {
        final Set<WorkflowNode> found = new LinkedHashSet<>();
        final Deque<WorkflowNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            final int id = open.poll().id();
            for (final Connection c : connections) {
                final WorkflowNode next = nodes.get(c.target());
                if (c.source() == id && found.add(next) && through.test(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private static LoadException error(final String problem) {
        return new LoadException(Workflow.FILE + ", setting 'connections': " + problem);
    }
}

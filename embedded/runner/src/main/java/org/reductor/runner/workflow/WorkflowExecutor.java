/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Executes a workflow node by node. As in KNIME, a failing node stops only what depends on it; the other branches run.
 */
public final class WorkflowExecutor {

    private final Workflow workflow;

    private final RunListener listener;

    private final CancelFlag cancel;

    private final Map<Integer, NodeRun> runs = new LinkedHashMap<>();

    private final Map<WorkflowNode, LoopScope> loops;

    /**
     * @param workflow what to execute
     * @param listener hears about it
     * @param cancel ends the run when set
     */
    public WorkflowExecutor(final Workflow workflow, final RunListener listener, final CancelFlag cancel) {
        this.workflow = workflow;
        this.listener = listener;
        this.cancel = cancel;
        for (final WorkflowNode node : workflow.nodes()) {
            final List<NodeRun.Source> sources = new ArrayList<>();
            for (final Connection c : workflow.inputsOf(node.id())) {
                sources.add(new NodeRun.Source(runs.get(c.source()), c.sourcePort(), c.targetPort()));
            }
            runs.put(node.id(), new NodeRun(node, sources, workflow));
        }
        loops = workflow.loops().stream().collect(Collectors.toMap(LoopScope::start, Function.identity()));
    }

    /** Configures all nodes without executing any. */
    public List<String> configureAll() {
        final List<String> problems = new ArrayList<>();
        for (final NodeRun run : runs.values()) {
            run.tryConfigure().ifPresent(p -> problems.add(run.node() + ": " + p));
        }
        return problems;
    }

    /** What became of the nodes. */
    public RunResult run() {
        final long start = System.nanoTime();
        final List<NodeOutcome> outcomes = new ArrayList<>();
        for (final Iterator<NodeRun> all = runs.values().iterator(); all.hasNext();) {
            final NodeRun run = all.next();
            final LoopScope loop = loops.get(run.node());
            if (loop == null) {
                finish(List.of(run), List.of(runOne(run, listener)), outcomes);
            } else {
                final List<NodeRun> members = new ArrayList<>(List.of(run));
                while (members.size() < loop.members().size()) {
                    members.add(all.next());
                }
                finish(members, new LoopRun(members, listener, cancel).execute(this::runOne), outcomes);
            }
        }
        return new RunResult(List.copyOf(outcomes), (System.nanoTime() - start) / 1e9);
    }

    private void finish(final List<NodeRun> done, final List<NodeOutcome> results, final List<NodeOutcome> outcomes) {
        outcomes.addAll(results);
        for (final NodeOutcome outcome : results) {
            if (outcome.status() != NodeOutcome.Status.NOT_EXECUTED || !cancel.isSet()) {
                listener.ended(outcome); // after a cancellation it is clear that the rest did not run
            }
        }
        done.forEach(run -> run.sources().forEach(s -> s.run().consumerDone()));
    }

    private NodeOutcome runOne(final NodeRun run, final RunListener to) {
        if (cancel.isSet()) {
            return NodeOutcome.notExecuted(run.node(), "the run was cancelled");
        }
        final var missing = run.sources().stream().filter(s -> !s.run().executed()).findFirst();
        if (missing.isPresent()) {
            return NodeOutcome.notExecuted(run.node(),
                "it needs " + missing.get().run().node() + ", which did not run");
        }
        to.started(run.node(), workflow.nodes().indexOf(run.node()) + 1, workflow.nodes().size());
        return run.execute(to, cancel);
    }
}

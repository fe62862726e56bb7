/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.reductor.runner.workflow.NodeOutcome.Status;

/**
 * One loop in one run. As in KNIME, the body is reset between iterations, while the start and the end keep what they
 * know; the loop goes on as long as the end asks for it.
 */
final class LoopRun {

    private final List<NodeRun> members;

    private final NodeRun start;

    private final NodeRun end;

    private final RunListener listener;

    private final CancelFlag cancel;

    private final Map<NodeRun, NodeOutcome> outcomes = new LinkedHashMap<>();

    private int iteration;

    private String endMessage;

    /** @param members the nodes of the loop, in the order of an iteration: the start first, the end last */
    LoopRun(final List<NodeRun> members, final RunListener listener, final CancelFlag cancel) {
        this.members = members;
        this.start = members.get(0);
        this.end = members.get(members.size() - 1);
        this.listener = listener;
        this.cancel = cancel;
    }

    /** What became of the nodes in all iterations together. */
    List<NodeOutcome> execute(final BiFunction<NodeRun, RunListener, NodeOutcome> step) {
        end.model().connectToStart(start.model());
        boolean more = true;
        while (more) {
            listener.iterationStarted(++iteration);
            endMessage = null;
            final long begin = System.nanoTime();
            boolean complete = true;
            for (final NodeRun member : members) {
                final NodeOutcome outcome = step.apply(member, listening());
                outcomes.merge(member, outcome, LoopRun::sum);
                complete &= outcome.status() == Status.EXECUTED;
            }
            start.model().disconnectFromEnd();
            more = complete && end.model().continuesLoop() && !cancel.isSet();
            if (more) {
                listener.iterationEnded(end.node(), iteration, endMessage, (System.nanoTime() - begin) / 1e9);
                prepareNextIteration();
            }
        }
        end.leaveLoop(start);
        listener.iterationStarted(0);
        return results();
    }

    private void prepareNextIteration() {
        for (int i = members.size() - 2; i > 0; i--) {
            members.get(i).reset();
        }
        end.forget();
        start.prepareNextIteration();
        start.model().connectToEnd(end.model());
    }

    /** The later outcome with the time and the warnings of both. */
    private static NodeOutcome sum(final NodeOutcome before, final NodeOutcome now) {
        final List<String> warnings = new ArrayList<>(before.warnings());
        now.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
        return new NodeOutcome(now.node(), now.status(), now.message(), now.rows(), List.copyOf(warnings),
            before.seconds() + now.seconds());
    }

    private List<NodeOutcome> results() {
        outcomes.replaceAll((run, outcome) -> switch (outcome.status()) {
            case EXECUTED -> iteration == 1 ? outcome : outcome.with(Status.EXECUTED,
                (outcome.message().isEmpty() ? "" : outcome.message() + ", ") + iteration + " iterations");
            case FAILED -> outcome.with(Status.FAILED, "iteration " + iteration + ": " + outcome.message());
            default -> outcome;
        });
        final boolean unfinished = end.model().continuesLoop() || !end.executed();
        if (unfinished && outcomes.get(end).status() != Status.FAILED) {
            end.forget();
            outcomes.computeIfPresent(end, (run, outcome) -> interrupted(outcome));
        }
        return List.copyOf(outcomes.values());
    }

    private NodeOutcome interrupted(final NodeOutcome outcome) {
        if (cancel.isSet()) {
            return outcome.with(Status.CANCELLED, "cancelled in iteration " + iteration);
        }
        return outcome.status() == Status.NOT_EXECUTED ? outcome : outcome.with(Status.NOT_EXECUTED,
            "the loop stopped in iteration " + iteration + ", as not all of its nodes ran");
    }

    /** Catches what the loop end says: the one thing to be told of an iteration. */
    private RunListener listening() {
        return new RunListener() {
            @Override
            public void started(final WorkflowNode node, final int position, final int count) {
                listener.started(node, position, count);
            }

            @Override
            public void progress(final WorkflowNode node, final double fraction, final String message) {
                if (node == end.node() && message != null) {
                    endMessage = message;
                }
                listener.progress(node, fraction, message);
            }

            @Override
            public void ended(final NodeOutcome outcome) {
                listener.ended(outcome);
            }
        };
    }
}

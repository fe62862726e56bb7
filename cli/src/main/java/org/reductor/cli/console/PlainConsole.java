/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import java.io.PrintStream;

import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.NodeOutcome.Status;
import org.reductor.runner.workflow.RunListener;
import org.reductor.runner.workflow.WorkflowNode;

/** One line a node, for logs and pipes; failures go to the error stream. */
final class PlainConsole implements RunListener {

    private final PrintStream out;

    private final PrintStream err;

    PlainConsole(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void started(final WorkflowNode node, final int position, final int count) {
        // quiet until there is a result
    }

    @Override
    public void progress(final WorkflowNode node, final double fraction, final String message) {
        // quiet until there is a result
    }

    @Override
    public void iterationEnded(final WorkflowNode end, final int number, final String message, final double seconds) {
        out.println(RunLines.ofIteration(end, number, message, seconds));
    }

    @Override
    public void ended(final NodeOutcome outcome) {
        (outcome.status() == Status.FAILED ? err : out).println(RunLines.of(outcome));
        outcome.warnings().forEach(w -> out.println("  warning: " + w));
    }
}

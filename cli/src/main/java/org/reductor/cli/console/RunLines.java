/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import java.util.Locale;

import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.WorkflowNode;

/** The line that says what became of a node. */
final class RunLines {

    private RunLines() {
    }

    /** @return for example {@code CSV Reader (#1): 1,017 rows, 0.08 s} */
    static String of(final NodeOutcome outcome) {
        final String label = outcome.node().label();
        return switch (outcome.status()) {
            case EXECUTED -> label + ": " + (outcome.message().isEmpty() ? "done" : outcome.message()) + ", "
                + seconds(outcome.seconds());
            case FAILED -> label + ": " + outcome.message();
            case NOT_EXECUTED -> label + ": not executed: " + outcome.message();
            case CANCELLED -> label + ": cancelled after " + seconds(outcome.seconds());
        };
    }

    /** @return for example {@code Loop End (#5): iteration 3: 82 % of the weights are left, 4.1 s} */
    static String ofIteration(final WorkflowNode end, final int number, final String message, final double seconds) {
        return end.label() + ": iteration " + number + (message == null ? "" : ": " + message) + ", "
            + seconds(seconds);
    }

    /** @return such as `0.08 s`, `12.3 s` or `3 min 5 s` */
    static String seconds(final double s) {
        if (s >= 60) {
            final long whole = Math.round(s);
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return String.format(Locale.ENGLISH, s < 10 ? "%.2f s" : "%.1f s", s);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import java.io.PrintStream;

import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.RunListener;
import org.reductor.runner.workflow.WorkflowNode;

/** Shows the running node on one line that is redrawn: a bar, the share done, and what the node says about its work. */
final class TerminalConsole implements RunListener {

    private static final int BAR = 24;

    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;

    private final int width;

    private final RunListener lines;

    private String prefix = "";

    private int iteration;

    private double shownFraction = Double.NaN;

    private String shownMessage = "";

    private long lastDraw;

    TerminalConsole(final PrintStream out, final PrintStream err, final int width) {
        this.out = out;
        this.width = width;
        this.lines = new PlainConsole(out, err);
    }

    @Override
    public synchronized void started(final WorkflowNode node, final int position, final int count) {
        final String loop = iteration == 0 ? "" : ", iteration " + iteration;
        prefix = "[" + position + "/" + count + "] " + node.label() + loop;
        shownFraction = Double.NaN;
        shownMessage = "";
        draw();
    }

    @Override
    public synchronized void progress(final WorkflowNode node, final double fraction, final String message) {
        if (!Double.isNaN(fraction)) {
            shownFraction = Math.max(0, Math.min(1, fraction));
        }
        if (message != null) {
            shownMessage = message.replaceAll("\\s+", " ");
        }
        if (System.nanoTime() - lastDraw > REDRAW_NANOS) {
            draw();
        }
    }

    @Override
    public synchronized void iterationStarted(final int number) {
        iteration = number;
    }

    @Override
    public synchronized void iterationEnded(final WorkflowNode end, final int number, final String message,
        final double seconds) {
        clear();
        lines.iterationEnded(end, number, message, seconds);
    }

    @Override
    public synchronized void ended(final NodeOutcome outcome) {
        clear();
        lines.ended(outcome);
    }

    private void clear() {
        out.print("\r" + " ".repeat(width - 1) + "\r");
        out.flush();
    }

    private void draw() {
        lastDraw = System.nanoTime();
        final String line = line(prefix, shownFraction, shownMessage, width - 1);
        out.print("\r" + line + " ".repeat(width - 1 - line.length()));
        out.flush();
    }

    /** One line of at most the given length, with a bar if the share is known. */
    static String line(final String prefix, final double fraction, final String message, final int length) {
        final StringBuilder line = new StringBuilder(prefix);
        if (!Double.isNaN(fraction)) {
            final int done = (int)Math.round(fraction * BAR);
            line.append(" [").append("#".repeat(done)).append(".".repeat(BAR - done)).append("] ")
                .append((int)(fraction * 100)).append(" %");
        }
        if (!message.isEmpty()) {
            line.append("  ").append(message);
        }
        return line.length() <= length ? line.toString() : line.substring(0, Math.max(0, length - 3)) + "...";
    }
}

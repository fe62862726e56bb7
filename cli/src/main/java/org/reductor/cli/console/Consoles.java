/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import java.io.PrintStream;

import org.reductor.runner.workflow.RunListener;

/** Chooses how a run is shown. */
public final class Consoles {

    private Consoles() {
    }

    /**
     * @param out where results go
     * @param err where failures go
     * @param terminal whether somebody is watching
     * @return a listener that shows the run
     */
    public static RunListener create(final PrintStream out, final PrintStream err, final boolean terminal) {
        return terminal ? new TerminalConsole(out, err, width()) : new PlainConsole(out, err);
    }

    /** @return whether the standard streams are a terminal that can redraw a line */
    public static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    private static int width() {
        try {
            return Math.max(40, Math.min(200, Integer.parseInt(System.getenv("COLUMNS"))));
        } catch (final NumberFormatException ex) {
            return 100;
        }
    }
}

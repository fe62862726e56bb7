/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import java.io.Console;
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
    @SuppressWarnings("SystemConsoleNull") // isTerminal answers where this no longer does
    public static boolean isTerminal() {
        final Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** From Java 22 on there is a console without a terminal, too, and it tells so; before, this is no question. */
    private static boolean isTerminal(final Console console) {
        try {
            return (boolean)Console.class.getMethod("isTerminal").invoke(console);
        } catch (final ReflectiveOperationException ex) {
            return true;
        }
    }

    private static int width() {
        try {
            return Math.max(40, Math.min(200, Integer.parseInt(System.getenv("COLUMNS"))));
        } catch (final NumberFormatException ex) {
            return 100;
        }
    }
}

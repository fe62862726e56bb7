/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Stands for {@code reductor screen} among the commands. The script {@code reductor} starts that one itself, with
 * Spark's libraries in place of those of the others (module {@code spark}).
 */
@Command(name = "screen", description = "Predict a library of molecules on Apache Spark; 'reductor screen --help' "
    + "explains the options.")
final class ScreenCommand implements Callable<Integer> {

    private final PrintStream err;

    @Unmatched
    @SuppressWarnings("UnusedVariable") // picocli puts there what the script's command would read
    private List<String> arguments;

    ScreenCommand(final PrintStream err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        err.println("'screen' needs the libraries of Apache Spark. Start it by ./reductor, which gets them.");
        return ExitCode.BAD_OPTIONS;
    }
}

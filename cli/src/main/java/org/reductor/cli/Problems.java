/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.regex.Pattern;

import org.reductor.runner.workflow.Failures;
import org.reductor.runner.workflow.LoadException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what stops a command into a message of one line, and into an {@link ExitCode}. */
final class Problems implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Pattern JAVA_OPTION = Pattern.compile("^-(X|D\\w)");

    private final PrintStream err;

    Problems(final PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(final ParameterException ex, final String[] args) {
        err.println(text(ex));
        return ExitCode.BAD_OPTIONS;
    }

    @Override
    public int handleExecutionException(final Exception ex, final CommandLine line, final ParseResult parsed)
        throws Exception {
        if (ex instanceof OptionException) {
            err.println(ex.getMessage());
            return ExitCode.BAD_OPTIONS;
        }
        if (ex instanceof InvalidPathException invalid) {
            err.println("'" + invalid.getInput() + "' is not a path: " + invalid.getReason());
            return ExitCode.BAD_OPTIONS;
        }
        if (ex instanceof LoadException) {
            err.println("The workflow cannot be loaded. " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        if (ex instanceof IOException) {
            err.println("A file cannot be read or written: " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        err.println("Unexpected error, which should be reported with this trace:");
        ex.printStackTrace(err);
        return ExitCode.EXECUTION_FAILED;
    }

    /**
     * @param ex why a command line cannot be read
     * @return what is wrong with it and what to do
     */
    static String text(final ParameterException ex) {
        if (ex instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return unknown(ex.getCommandLine(), unmatched.getUnmatched().get(0), unmatched.getSuggestions());
        }
        return sentence(ex.getMessage()) + " See '" + name(ex.getCommandLine()) + " --help'.";
    }

    private static String unknown(final CommandLine line, final String argument, final List<String> similar) {
        if (JAVA_OPTION.matcher(argument).find()) {
            return "Unknown option '" + argument + "'. Options of Java go into a variable: put "
                + Failures.JAVA_OPTIONS + "=" + argument + " before the command.";
        }
        final String guess = similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?";
        if (argument.startsWith("-")) {
            return "Unknown option '" + argument + "'." + guess + " See '" + name(line) + " --help'.";
        }
        if (!line.getSubcommands().isEmpty()) {
            return "Unknown command '" + argument + "'." + guess + " There are: "
                + String.join(", ", line.getSubcommands().keySet()) + ".";
        }
        return "'" + argument + "' is one argument too many. The command is: "
            + line.getHelp().synopsis(0).strip();
    }

    private static String name(final CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    private static String sentence(final String message) {
        final String text = message.replaceFirst("^Error: ", "");
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}

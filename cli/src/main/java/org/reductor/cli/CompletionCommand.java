/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reductor completion}. */
@Command(name = "completion", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {"%nTo use it in the open shell:", "  source <(./reductor completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    CompletionCommand(final PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        final CommandSpec whole = spec.root();
        out.print(AutoComplete.bash(whole.name(), whole.commandLine()));
        return ExitCode.SUCCESS;
    }
}

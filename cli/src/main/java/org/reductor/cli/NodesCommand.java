/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;

import org.reductor.runner.registry.ExtensionRegistry;

import picocli.CommandLine.Command;

/** {@code reductor nodes}. */
@Command(name = "nodes", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    description = "List the nodes, with their inputs and outputs.")
final class NodesCommand implements Callable<Integer> {

    private final PrintStream out;

    NodesCommand(final PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        out.println(NodeList.of(ExtensionRegistry.ofClassPath()));
        return ExitCode.SUCCESS;
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.Failures;
import org.reductor.runner.workflow.LoadException;

/**
 * The command {@code reductor}: runs a workflow, lists the nodes, exports and imports networks, explains itself, or
 * takes KNIME's batch options.
 */
public final class ReductorCommand {

    private final PrintStream out;

    private final PrintStream err;

    private final Path root;

    private final CancelFlag cancel;

    /**
     * @param out results
     * @param err problems
     * @param root the project's root; runs go to `target/runs` below it
     * @param cancel ends a run when set
     */
    public ReductorCommand(final PrintStream out, final PrintStream err, final Path root, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.root = root;
        this.cancel = cancel;
    }

    /** @param args see {@code --help} */
    public static void main(final String[] args) {
        final Path root = Path.of(System.getProperty("reductor.root", System.getProperty("reductor.home", "")));
        Cancelling.runAndExit(flag -> new ReductorCommand(System.out, System.err, root, flag).run(args));
    }

    /**
     * @param args see {@code --help}
     * @return an {@link ExitCode}
     */
    public int run(final String... args) {
        try {
            final String command = args.length == 0 ? "--help" : args[0];
            return switch (command) {
                case "run" -> new RunCommand(out, err, root, cancel).run(List.of(args).subList(1, args.length));
                case "nodes" -> nodes(args);
                case "export" -> new ExchangeCommand(out, err).export(List.of(args).subList(1, args.length));
                case "import" -> new ExchangeCommand(out, err).importFile(List.of(args).subList(1, args.length));
                case "--help", "-h", "help" -> print(HelpText.usage());
                case "--version" -> print("Reductor " + HelpText.version());
                default -> batch(List.of(args));
            };
        } catch (final OptionException ex) {
            err.println(ex.getMessage());
            return ExitCode.BAD_OPTIONS;
        } catch (final LoadException ex) {
            err.println("The workflow cannot be loaded. " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        } catch (final IOException ex) {
            err.println("A file cannot be read or written: " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        } catch (final InvalidPathException ex) {
            err.println("'" + ex.getInput() + "' is not a path: " + ex.getReason());
            return ExitCode.BAD_OPTIONS;
        } catch (final OutOfMemoryError ex) {
            err.println("The command ran " + Failures.outOfMemory(ex) + ".");
            return ExitCode.EXECUTION_FAILED;
        }
    }

    private int batch(final List<String> args) throws OptionException {
        if (!args.get(0).startsWith("-")) {
            throw new OptionException("Unknown command '" + args.get(0) + "'. There are: run, nodes, export, "
                + "import, --help, --version.");
        }
        return new BatchCommand(out, err, cancel).run(BatchOptionParser.parse(args, null));
    }

    private int nodes(final String[] args) throws OptionException, IOException {
        if (args.length > 1) {
            throw new OptionException("'nodes' takes no options, but got '" + args[1] + "'.");
        }
        return print(NodeList.of(ExtensionRegistry.ofClassPath()));
    }

    private int print(final String text) {
        out.println(text);
        return ExitCode.SUCCESS;
    }
}

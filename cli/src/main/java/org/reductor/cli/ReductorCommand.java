/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.Failures;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The command {@code reductor}: runs a workflow, prunes and predicts tables, lists the nodes, exports, imports, shows and
 * verifies networks, explains itself, or takes KNIME's batch options.
 */
@Command(name = "reductor", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    header = "Reductor: smaller neural networks for chemistry, at no loss of accuracy.%n",
    customSynopsis = {"reductor run FOLDER|FILE.knwf [options]",
        "       reductor prune TABLE [options]", "       reductor predict MODEL.reductor TABLE [options]",
        "       reductor nodes | export | import | report | screen | show | verify | completion | help",
        "       reductor [options]      KNIME's batch options alone: run a workflow in place"},
    commandListHeading = "%nCommands; 'reductor COMMAND --help' explains each:%n",
    optionListHeading = "%nOptions (those of KNIME's batch application):%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong options", "3:the workflow, or a model or network, cannot be loaded",
        "4:a node failed, the run was cancelled, another run of the workflow is under way, memory did not suffice, or "
            + "a file cannot be written"},
    footer = {"%nWhat is saved are the settings; tables and models inside the workflow are not.",
        "%nMemory: the heap of Java may take 60 %% of the machine's or container's. For more or less, put "
            + "REDUCTOR_JAVA_OPTIONS=-Xmx4g (here 4 GB) before the command; other options of Java as well.",
        "%nFor instance:", "  reductor run test-workflows/affinity",
        "  reductor run test-workflows/affinity -option=3,seed,7,long",
        "  reductor prune affinity.csv --smiles smiles --target activity",
        "  reductor predict affinity.pruned/model.reductor library.smi.gz",
        "  reductor export target/runs/affinity/data/model.reductor model.onnx"})
public final class ReductorCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    private final Path root;

    private final CancelFlag cancel;

    @Mixin
    private final KnimeOptions options = new KnimeOptions();

    /** The version of the build. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            final String version = ReductorCommand.class.getPackage().getImplementationVersion();
            return new String[]{"Reductor "
                + (version != null ? version : System.getProperty("reductor.version", "(development build)"))};
        }
    }

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
     * Runs a command line, once for each object.
     *
     * @param args see {@code --help}
     * @return an {@link ExitCode}
     */
    public int run(final String... args) {
        final Problems problems = new Problems(err);
        final CommandLine line = withRules(new CommandLine(this).addSubcommand(new RunCommand(out, err, root, cancel))
            .addSubcommand(new NodesCommand(out)).addSubcommand(new ExportCommand(out, err))
            .addSubcommand(new ImportCommand(out, err)).addSubcommand(new ReportCommand(out, err, cancel))
            .addSubcommand(new ScreenCommand(err))
            .addSubcommand(new ShowCommand(out, err)).addSubcommand(new VerifyCommand(out, err, cancel))
            .addSubcommand(new PruneCommand(out, err, cancel)).addSubcommand(new PredictCommand(out, err, cancel))
            .addSubcommand(new CompletionCommand(out))
            .addSubcommand(new HelpCommand()));
        line.setOut(writer(out)).setErr(writer(err)).setParameterExceptionHandler(problems)
            .setExecutionExceptionHandler(problems).setExecutionStrategy(ReductorCommand::execute);
        try {
            return line.execute(args.length == 0 ? new String[]{"--help"} : KnimeOptions.normalised(args));
        } catch (final OutOfMemoryError ex) {
            err.println("The command ran " + Failures.outOfMemory(ex) + ".");
            return ExitCode.EXECUTION_FAILED;
        }
    }

    private static PrintWriter writer(final PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    /** @return the same, which takes options as KNIME does: long names behind one dash, the last value wins */
    static CommandLine withRules(final CommandLine line) {
        return line.setPosixClusteredShortOptionsAllowed(false).setOverwrittenOptionsAllowed(true)
            .setExpandAtFiles(false).setUsageHelpWidth(100);
    }

    private static int execute(final ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedArgs().isEmpty()) {
            final String command = parsed.subcommand().commandSpec().name();
            throw new ParameterException(parsed.commandSpec().commandLine(),
                "Options come behind the command '" + command + "': reductor " + command + " ... [options].");
        }
        return new RunLast().execute(parsed);
    }

    @Override
    public Integer call() throws OptionException {
        return new BatchCommand(out, err, cancel).run(options.read(null));
    }
}

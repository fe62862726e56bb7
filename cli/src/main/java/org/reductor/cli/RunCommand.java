/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.reductor.cli.report.HtmlReport;
import org.reductor.cli.report.RunReport;
import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.RunResult;
import org.reductor.runner.workflow.Workflow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reductor run}: runs a workflow on a copy, sums up the result, and keeps it if every node ran. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = {"Run a KNIME workflow and sum up the result.",
        "%nIt works on a copy and leaves the workflow itself alone. If all nodes run, the copy becomes "
            + "target/runs/NAME, in place of the results of the last run; until then those stay. What a run that "
            + "failed or was cancelled has written is in target/runs-failed/NAME, until the next run that executes. "
            + "A second workflow of the same NAME gets a folder of its own, which is told. Of one workflow, one run "
            + "at a time.",
        "%nThe views of its nodes are written beside its results as report.html, for any browser.%n"},
    customSynopsis = "reductor run FOLDER|FILE.knwf [options]",
    optionListHeading = "%nOptions (those of KNIME's batch application):%n",
    footer = {"%nFor instance:", "  reductor run test-workflows/affinity",
        "  reductor run test-workflows/affinity -option=3,seed,7,long"})
final class RunCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    private final Path root;

    private final CancelFlag cancel;

    @Parameters(arity = "0..1", paramLabel = "FOLDER|FILE.knwf",
        description = "The workflow, unless an option names it.")
    private Path source;

    @Mixin
    private final KnimeOptions knimeOptions = new KnimeOptions();

    /** @param root the project's root; see {@link RunFolder} */
    RunCommand(final PrintStream out, final PrintStream err, final Path root, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.root = root;
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws OptionException, LoadException, IOException {
        final BatchOptions options = knimeOptions.read(source);
        try (RunFolder folder = RunFolder.reserve(root, options.workflow())) {
            return run(folder, options);
        } catch (final RunFolder.BusyException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        }
    }

    private int run(final RunFolder folder, final BatchOptions options) throws LoadException, IOException {
        boolean executed = false;
        try {
            folder.taken().ifPresent(taken -> out.println("note: " + shown(taken)
                + " belongs to another workflow of that name; this one has " + shown(folder.results())));
            final Path workflow = folder.copy();
            final BatchCommand batch = new BatchCommand(out, err, cancel);
            final RunReport report = new RunReport(workflow);
            final int code = batch.run(options.on(workflow));
            executed = batch.result() != null;
            return executed ? end(folder, workflow, report, batch.result(), code) : code;
        } finally {
            if (!executed) {
                folder.discard();
            }
        }
    }

    private int end(final RunFolder folder, final Path workflow, final RunReport report, final RunResult result,
        final int code) {
        final boolean successful = code == ExitCode.SUCCESS;
        final Path place = successful ? folder.results() : folder.failed();
        try {
            folder.end(successful);
        } catch (final IOException ex) {
            err.println();
            err.println("What the run has written cannot be moved to " + shown(place) + " (" + ex + "). It is in "
                + shown(folder.unfinished()) + " until the next run.");
            return ExitCode.EXECUTION_FAILED;
        }
        final Path now = place.resolve(folder.unfinished().relativize(workflow));
        final List<String> lines = report.lines(result, now, shown(Workflow.dataArea(now)));
        lines.forEach(out::println);
        if (successful) {
            views(folder, result, now, lines);
        }
        if (!successful) {
            err.println();
            err.println((result.cancelled() ? "The run was cancelled." : "The run failed; see the messages above.")
                + (folder.hasResults() ? " The results of the last good run are still in " + shown(folder.results())
                    + "." : ""));
        }
        return code;
    }

    /** Writes the views of the nodes beside what they have written. */
    private void views(final RunFolder folder, final RunResult result, final Path workflow, final List<String> lines) {
        final Path file = Workflow.dataArea(workflow).resolve("report.html");
        try {
            final Optional<HtmlReport> report = HtmlReport.of(folder.results().getFileName().toString(), result);
            if (report.isPresent()) {
                Files.createDirectories(file.getParent());
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                    report.get().write(lines, stream);
                }
                out.println("  Views           " + shown(file) + " (open it in a browser)");
            }
        } catch (final IOException ex) {
            err.println("The views cannot be written to " + shown(file) + " (" + ex + "). All else is there.");
        }
    }

    /** Relative paths are easier to read and to copy when they are below the current directory. */
    private static String shown(final Path folder) {
        final Path here = Path.of("").toAbsolutePath();
        final Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}

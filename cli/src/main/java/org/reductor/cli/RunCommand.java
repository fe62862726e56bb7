/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reductor.cli.report.RunReport;
import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.RunResult;

/** {@code reductor run}: runs a workflow on a copy, sums up the result, and keeps it if every node ran. */
final class RunCommand {

    private final PrintStream out;

    private final PrintStream err;

    private final Path root;

    private final CancelFlag cancel;

    /** @param root the project's root; see {@link RunFolder} */
    RunCommand(final PrintStream out, final PrintStream err, final Path root, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.root = root;
        this.cancel = cancel;
    }

    /**
     * @param args the workflow, unless an option names it, and KNIME's batch options
     * @return an {@link ExitCode}
     */
    int run(final List<String> args) throws OptionException, LoadException, IOException {
        if (args.isEmpty()) {
            throw new OptionException("No workflow given. Name its folder or file: reductor run FOLDER|FILE.knwf");
        }
        final List<String> rest = new ArrayList<>(args);
        final Path source = rest.get(0).startsWith("-") ? null : Path.of(rest.remove(0));
        final BatchOptions options = BatchOptionParser.parse(rest, source);
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
        report.lines(result, now, shown(now)).forEach(out::println);
        if (!successful) {
            err.println();
            err.println((result.cancelled() ? "The run was cancelled." : "The run failed; see the messages above.")
                + (folder.hasResults() ? " The results of the last good run are still in " + shown(folder.results())
                    + "." : ""));
        }
        return code;
    }

    /** Relative paths are easier to read and to copy when they are below the current directory. */
    private static String shown(final Path folder) {
        final Path here = Path.of("").toAbsolutePath();
        final Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.reductor.cli.console.Consoles;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.NodeOption;
import org.reductor.runner.workflow.RunListener;
import org.reductor.runner.workflow.RunResult;
import org.reductor.runner.workflow.Workflow;
import org.reductor.runner.workflow.WorkflowArchive;
import org.reductor.runner.workflow.WorkflowExecutor;
import org.reductor.runner.workflow.WorkflowLoader;

/** Loads, executes and saves one workflow, as KNIME's batch application does. */
public final class BatchCommand {

    private final PrintStream out;

    private final PrintStream err;

    private final CancelFlag cancel;

    private RunResult result;

    /**
     * @param out results
     * @param err problems
     * @param cancel ends the run when set
     */
    public BatchCommand(final PrintStream out, final PrintStream err, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    /**
     * @param options what to do
     * @return an {@link ExitCode}
     */
    public int run(final BatchOptions options) {
        options.notes().forEach(n -> out.println("note: " + n));
        Path temporary = null;
        try {
            Path folder = options.workflow();
            if (Files.isRegularFile(folder)) {
                temporary = Files.createTempDirectory("reductor-run");
                folder = WorkflowArchive.unpack(folder, temporary);
            }
            return loadAndRun(options, folder, temporary);
        } catch (final LoadException ex) {
            err.println("The workflow cannot be loaded. " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        } catch (final IOException ex) {
            err.println("Cannot read or write a file of the workflow: " + ex.getMessage());
            return ExitCode.LOAD_FAILED;
        } finally {
            FileTrees.deleteQuietly(temporary);
        }
    }

    /** @return how the last run ended; null if nothing was executed */
    public RunResult result() {
        return result;
    }

    private int loadAndRun(final BatchOptions options, final Path folder, final Path unpacked)
        throws LoadException, IOException {
        final var registry = ExtensionRegistry.ofClassPath();
        final Workflow workflow =
            new WorkflowLoader(registry).load(folder, options.variables(), options.nodeOptions());
        final List<String> unknown = options.nodeOptions().stream().map(NodeOption::nodeId)
            .filter(id -> workflow.nodes().stream().noneMatch(n -> n.id() == id)).distinct().map(id -> "#" + id)
            .toList();
        if (!unknown.isEmpty()) {
            err.println("-option names the node" + (unknown.size() == 1 ? " " : "s ") + String.join(" and ", unknown)
                + ", which the workflow does not have. It has: " + workflow.nodes() + ".");
            return ExitCode.BAD_OPTIONS;
        }
        workflow.warnings().forEach(w -> out.println("warning: " + w));
        final RunListener listener = Consoles.create(out, err, Consoles.isTerminal());
        final WorkflowExecutor executor = new WorkflowExecutor(workflow, listener, cancel);
        executor.configureAll().forEach(p -> out.println("will fail: " + p));
        int code = ExitCode.SUCCESS;
        if (options.execute()) {
            result = executor.run();
            code = result.successful() ? ExitCode.SUCCESS : ExitCode.EXECUTION_FAILED;
        } else {
            out.println("Loaded " + workflow.nodes().size() + " nodes; nothing executed (-noexecute).");
        }
        return save(options, workflow, unpacked) ? code : ExitCode.EXECUTION_FAILED;
    }

    /** @param unpacked the folder that an archive was unpacked to, else null */
    private boolean save(final BatchOptions options, final Workflow workflow, final Path unpacked) {
        if (!options.save()) {
            return true;
        }
        try {
            Path folder = workflow.folder();
            if (options.destDir() != null) {
                FileTrees.copy(folder, options.destDir());
                folder = options.destDir();
            }
            workflow.save(folder);
            final boolean zipped = Files.isRegularFile(options.workflow());
            if (options.destFile() != null) {
                WorkflowArchive.pack(folder, folder.toAbsolutePath().normalize().getParent(), options.destFile());
            } else if (zipped && options.destDir() == null) {
                WorkflowArchive.pack(folder, unpacked, options.workflow());
            }
            return true;
        } catch (final IOException ex) {
            err.println("The workflow cannot be saved: " + ex.getMessage());
            return false;
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.Workflow;
import org.reductor.runner.workflow.WorkflowArchive;

/** The copy that `run` works on, below `target/runs`; a marker file shows which folders are ours to replace. */
final class RunFolder {

    private static final String MARKER = ".reductor-run";

    private RunFolder() {
    }

    /**
     * @param root the project's root
     * @param source a workflow folder or a .knwf file
     * @return a fresh copy of the workflow
     * @throws OptionException if the place is taken by something else
     * @throws LoadException if there is no workflow
     */
    static Path create(final Path root, final Path source) throws OptionException, LoadException, IOException {
        final Path absolute = source.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new OptionException("'" + source + "' is not a workflow folder.");
        }
        final String name = absolute.getFileName().toString().replaceFirst("(?i)\\.(knwf|zip)$", "");
        final Path run = root.toAbsolutePath().normalize().resolve("target").resolve("runs").resolve(name);
        if (absolute.startsWith(run)) {
            throw new OptionException("'" + source + "' is itself the copy of an earlier run. Give the original, or "
                + "use -workflowDir without 'run' to execute in place.");
        }
        if (run.startsWith(absolute)) {
            throw new OptionException("'" + source + "' holds the folder " + run + ", which the copy would go to. "
                + "Give the folder of one workflow.");
        }
        if (Files.isDirectory(source) && !Files.isRegularFile(source.resolve(Workflow.FILE))) {
            throw new LoadException("There is no workflow in " + source + ": it has no " + Workflow.FILE + ".");
        }
        if (Files.exists(run)) {
            if (!Files.isRegularFile(run.resolve(MARKER))) {
                throw new OptionException("The folder " + run + " was not made by 'reductor run', so it is left alone. "
                    + "Move it away and run again.");
            }
            FileTrees.delete(run);
        }
        Files.createDirectories(run);
        Files.writeString(run.resolve(MARKER), "Made by 'reductor run'; replaced by the next run of this workflow.\n");
        if (Files.isRegularFile(source)) {
            return WorkflowArchive.unpack(source, run);
        }
        FileTrees.copy(source, run);
        return run;
    }
}

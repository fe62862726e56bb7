/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.Workflow;

/**
 * A workflow that is to be run on a copy.
 *
 * @param path its folder or .knwf file
 * @param name the file name, without the ending of an archive
 * @param id tells it from others of the same name: its path with all links resolved, from the project's root if it lies
 *            below, so that a project can be moved
 */
record RunSource(Path path, String name, String id) {

    private static final int HASH_BYTES = 4;

    /**
     * @param root the project's root
     * @param workflow a folder or file, which exists
     * @throws OptionException if it has no name
     */
    static RunSource of(final Path root, final Path workflow) throws OptionException, IOException {
        final Path file = workflow.toAbsolutePath().normalize().getFileName();
        if (file == null) {
            throw new OptionException("'" + workflow + "' is not a workflow folder.");
        }
        final Path base = real(root);
        final Path real = real(workflow);
        return new RunSource(workflow, file.toString().replaceFirst("(?i)\\.(knwf|zip)$", ""),
            (real.startsWith(base) ? base.relativize(real) : real).toString());
    }

    /** @return the path with all links resolved, as far as it exists */
    static Path real(final Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    }

    /** @return a name that no other workflow has, the same each time */
    String uniqueName() {
        try {
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return name + "-" + HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
        } catch (final NoSuchAlgorithmException ex) {
            throw new IllegalStateException("each Java has SHA-256", ex);
        }
    }

    /**
     * @param runs folders with the copies of workflows
     * @throws OptionException if it lies in one of them, or one of them in it
     * @throws LoadException if there is no workflow
     */
    void check(final Iterable<Path> runs) throws OptionException, LoadException, IOException {
        final Path real = real(path);
        for (final Path folder : runs) {
            if (real.startsWith(folder)) {
                throw new OptionException("'" + path + "' is itself the copy of an earlier run. Give the original, or "
                    + "use -workflowDir without 'run' to execute in place.");
            }
            if (folder.startsWith(real)) {
                throw new OptionException("'" + path + "' holds the folder " + folder + ", which the copy would go to. "
                    + "Give the folder of one workflow.");
            }
        }
        if (Files.isDirectory(path) && !Files.isRegularFile(path.resolve(Workflow.FILE))) {
            throw new LoadException("There is no workflow in " + path + ": it has no " + Workflow.FILE + ".");
        }
    }
}

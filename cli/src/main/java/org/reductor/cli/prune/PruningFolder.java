/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.prune;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.reductor.runner.workflow.Workflow;

/**
 * Where a pruning goes. It works in a folder beside that of the results, which becomes them only when all is written. So
 * results are always whole, and a run that was broken off finds there what it has trained.
 */
public final class PruningFolder implements Closeable {

    /** Shows that a folder of results is ours to replace, and how it was made. */
    public static final String MARKER = "command.txt";

    private final Path results;

    private final Path unfinished;

    private final FileChannel lock;

    private PruningFolder(final Path results, final Path unfinished, final FileChannel lock) {
        this.results = results;
        this.unfinished = unfinished;
        this.lock = lock;
    }

    /** What clears folders away. */
    @FunctionalInterface
    public interface Remover {
        /** @throws IOException if something of the folder stays */
        void remove(Path folder) throws IOException;
    }

    /**
     * Reserves the place; to be closed after the run.
     *
     * @param results the folder for the results
     * @param overwrite whether those of an earlier run are replaced
     * @param restart whether what an earlier run has trained is thrown away
     * @param remover clears folders away
     * @return the place
     * @throws IOException if it is taken or cannot be written to; the message says what to do
     */
    public static PruningFolder reserve(final Path results, final boolean overwrite, final boolean restart,
        final Remover remover) throws IOException {
        if (Files.exists(results)) {
            if (!Files.isRegularFile(results.resolve(MARKER))) {
                throw new IOException("'" + results + "' exists and was not made by 'reductor prune', so it is left "
                    + "alone. Choose another folder.");
            }
            if (!overwrite) {
                throw new IOException("The folder '" + results + "' has the results of an earlier run. Choose another "
                    + "one, or add --overwrite.");
            }
        }
        final Path unfinished = results.resolveSibling(results.getFileName() + ".unfinished");
        Files.createDirectories(unfinished);
        final FileChannel lock = FileChannel.open(unfinished.resolve("lock"), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
        final var folder = new PruningFolder(results, unfinished, lock);
        if (!folder.isOurs()) {
            lock.close();
            throw new IOException("Another run is working in '" + unfinished + "'. Wait for its end, or choose another "
                + "output folder.");
        }
        if (restart && Files.exists(folder.trained())) {
            remover.remove(folder.trained());
        }
        if (Files.exists(folder.data())) {
            remover.remove(folder.data());
        }
        Files.createDirectories(folder.data());
        return folder;
    }

    private boolean isOurs() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (final OverlappingFileLockException ex) { // held by this process: just as taken
            return false;
        }
    }

    /** @return the folder that the workflow takes for its own */
    public Path workflow() {
        return unfinished;
    }

    /** @return where nodes write to */
    public Path data() {
        return Workflow.dataArea(unfinished);
    }

    /** @return where the learner keeps what it has trained */
    public Path trained() {
        return unfinished.resolve("run");
    }

    /** @return where the results are in the end */
    public Path results() {
        return results;
    }

    /**
     * Makes what has been written the results.
     *
     * @param remover clears folders away
     * @throws IOException if that cannot be done; what has been written is in {@link #data()} then
     */
    public void complete(final Remover remover) throws IOException {
        final Path replaced = results.resolveSibling(results.getFileName() + ".replaced");
        if (Files.exists(replaced)) {
            remover.remove(replaced);
        }
        if (Files.exists(results)) {
            Files.move(results, replaced);
        }
        Files.move(data(), results);
        if (Files.exists(replaced)) {
            remover.remove(replaced);
        }
        lock.close();
        remover.remove(unfinished);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

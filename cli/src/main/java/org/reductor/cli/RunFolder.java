/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.WorkflowArchive;

/**
 * Where the runs of one workflow go, below the project's `target`. A run works on a copy in `runs-unfinished` and
 * touches nothing else; only when it is over, the copy becomes the results in `runs`, if all nodes ran, or goes to
 * `runs-failed`. So whatever ends a run leaves the results of the last good one.
 * <p>
 * Each copy has a marker file, which shows that it is ours to replace and which workflow it was made of: workflows of
 * the same name do not get the same place. A lock keeps two runs of a workflow apart; it ends with the process.
 */
final class RunFolder implements Closeable {

    private static final String MARKER = ".reductor-run";

    /** Another run of the same workflow is under way. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1L;

        BusyException(final String message) {
            super(message);
        }
    }

    private final RunSource source;

    private final Path results;

    private final Path replaced;

    private final Path failed;

    private final Path unfinished;

    private final Path lockFile;

    private FileChannel lock;

    private RunFolder(final RunSource source, final Path target, final String name) {
        this.source = source;
        results = target.resolve("runs").resolve(name);
        replaced = target.resolve("runs-replaced").resolve(name);
        failed = target.resolve("runs-failed").resolve(name);
        unfinished = target.resolve("runs-unfinished").resolve(name);
        lockFile = target.resolve("runs-locks").resolve(name);
    }

    /**
     * Reserves a place for a run: `runs/NAME`, or one with a suffix where that belongs to another workflow. To be
     * closed after the run.
     *
     * @param root the project's root
     * @param workflow a workflow folder or a .knwf file, which exists
     * @return the place
     * @throws OptionException if the workflow cannot be copied, or its place is taken by something else
     * @throws LoadException if there is no workflow
     * @throws BusyException if a run of the same workflow is under way
     */
    static RunFolder reserve(final Path root, final Path workflow)
        throws OptionException, LoadException, BusyException, IOException {
        final RunSource source = RunSource.of(root, workflow);
        final Path target = RunSource.real(root).resolve("target");
        final RunFolder first = new RunFolder(source, target, source.name());
        final RunFolder second = new RunFolder(source, target, source.uniqueName());
        source.check(first.folders().stream().map(Path::getParent).toList());
        // A workflow keeps the place that it has.
        for (final RunFolder folder : second.owner().isPresent() ? List.of(second) : List.of(first, second)) {
            if (folder.reserve()) {
                return folder;
            }
        }
        throw new OptionException("The folders " + first.results + " and " + second.results + " belong to other "
            + "workflows. Move one of them away and run again.");
    }

    /** @return whether the place is ours now; else it belongs to another workflow */
    private boolean reserve() throws OptionException, BusyException, IOException {
        if (!tryLock()) {
            if (isForeign()) {
                return false;
            }
            throw new BusyException("Another run of this workflow is under way in " + unfinished
                + ". Wait for its end, or stop it, and run again.");
        }
        boolean reserved = false;
        try {
            if (Files.exists(results) && !Files.isRegularFile(results.resolve(MARKER))) {
                throw new OptionException("The folder " + results + " was not made by 'reductor run', so it is left "
                    + "alone. Move it away and run again.");
            }
            if (!isForeign()) {
                mend();
                mark();
                reserved = true;
            }
            return reserved;
        } finally {
            if (!reserved) {
                lock.close();
            }
        }
    }

    private boolean tryLock() throws IOException {
        Files.createDirectories(lockFile.getParent());
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = lock.tryLock();
        } catch (final OverlappingFileLockException ex) { // NOSONAR held by this process: just as taken
        }
        if (held == null) {
            lock.close();
        }
        return held != null;
    }

    /** Clears up after a run that was killed; the results may have been on their way out. */
    private void mend() throws IOException {
        if (Files.exists(replaced)) {
            if (Files.exists(results)) {
                FileTrees.delete(replaced);
            } else {
                move(replaced, results);
            }
        }
        if (Files.exists(unfinished)) {
            FileTrees.delete(unfinished);
        }
    }

    private void mark() throws IOException {
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve(MARKER),
            "Made by 'reductor run'; replaced by the next run of\n" + source.id() + "\n");
    }

    private List<Path> folders() {
        return List.of(results, replaced, failed, unfinished);
    }

    /** @return the workflow that has this place, if any has */
    private Optional<String> owner() throws IOException {
        for (final Path folder : folders()) {
            final Path marker = folder.resolve(MARKER);
            if (Files.isRegularFile(marker)) {
                return Files.readAllLines(marker).stream().skip(1).findFirst();
            }
        }
        return Optional.empty();
    }

    private boolean isForeign() throws IOException {
        return owner().filter(o -> !o.equals(source.id())).isPresent();
    }

    /** @return the usual place of the results, where it belongs to another workflow */
    Optional<Path> taken() {
        return results.endsWith(source.name()) ? Optional.empty() : Optional.of(results.resolveSibling(source.name()));
    }

    /** @return a fresh copy of the workflow, to be run */
    Path copy() throws LoadException, IOException {
        Path workflow = unfinished;
        if (Files.isRegularFile(source.path())) {
            workflow = WorkflowArchive.unpack(source.path(), unfinished);
        } else {
            FileTrees.copy(RunSource.real(source.path()), unfinished);
        }
        mark(); // again, as what was copied may have been a copy itself
        return workflow;
    }

    /**
     * Ends the run: the copy becomes the results, in place of those of an earlier run, or else the remains of the last
     * run that failed.
     *
     * @param successful whether every node ran
     * @throws IOException if the copy cannot be moved; it is where it was then, and so are the results
     */
    void end(final boolean successful) throws IOException {
        if (!successful) {
            if (Files.exists(failed)) {
                FileTrees.delete(failed);
            }
            move(unfinished, failed);
            return;
        }
        if (hasResults()) {
            move(results, replaced);
        }
        try {
            move(unfinished, results);
        } catch (final IOException ex) {
            if (Files.exists(replaced)) {
                move(replaced, results);
            }
            throw ex;
        }
        FileTrees.deleteQuietly(replaced);
        FileTrees.deleteQuietly(failed);
    }

    /** Ends the run without a trace. */
    void discard() {
        FileTrees.deleteQuietly(unfinished);
    }

    private static void move(final Path from, final Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to);
    }

    /** @return whether there are results, of this run or of one before */
    boolean hasResults() {
        return Files.exists(results);
    }

    Path results() {
        return results;
    }

    Path failed() {
        return failed;
    }

    Path unfinished() {
        return unfinished;
    }

    /** Lets the next run begin, which deletes what this one has left in {@link #unfinished()}. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.network.Member;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.train.TrainedNetwork;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder with what a run has trained so far. It holds {@code run.json}, which says of which run it is, a file
 * {@code NAME.network} for each trained network, a file {@code NAME.json} with score and duration for each round that
 * has ended, and {@code lock}. Each file appears whole: it is written beside its place and renamed, so that a process
 * may be killed at any moment. A file that is damaged is put right by training its network again, and told of.
 */
public final class CheckpointFolder implements Checkpoints, Closeable {

    private static final String DESCRIPTION = "run.json";
    private static final String LOCK = "lock";
    private static final String NETWORK = ".network";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Folders in use by this process: closing a second channel to a lock file would let go of the first one's lock. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;
    private final List<String> notes = new ArrayList<>();
    private int found;
    private boolean closed;

    private CheckpointFolder(final Path folder, final FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder of a run, which is made if it is missing, for this process alone.
     *
     * @param folder the folder
     * @param run what the networks depend on; its times do not matter
     * @return the folder; to be closed after the run
     * @throws CheckpointException if it belongs to another run, saying how that differs, if another run is using it, or
     *             if it cannot be written to
     */
    public static CheckpointFolder open(final Path folder, final Provenance run) throws CheckpointException {
        try {
            Files.createDirectories(folder);
            final Path real = folder.toRealPath();
            if (!IN_USE.add(real)) {
                throw inUse(folder);
            }
            CheckpointFolder opened = null;
            try {
                opened = locked(real);
                opened.require(RunDescription.of(run));
                return opened;
            } catch (final IOException | RuntimeException e) {
                if (opened != null) {
                    opened.lock.close();
                }
                IN_USE.remove(real);
                throw e;
            }
        } catch (final CheckpointException e) {
            throw e;
        } catch (final IOException e) {
            throw new CheckpointException("The run folder '" + folder + "' cannot be used: " + WholeFile.reason(e)
                + " Check that it is a folder on this machine that can be written to, or choose another.", e);
        }
    }

    private static CheckpointFolder locked(final Path folder) throws IOException {
        final FileChannel channel =
            FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (final OverlappingFileLockException e) {
            // held by this process, through another class loader: just as taken
        } finally {
            if (held == null) {
                channel.close();
            }
        }
        if (held == null) {
            throw inUse(folder);
        }
        return new CheckpointFolder(folder, channel);
    }

    private static CheckpointException inUse(final Path folder) {
        return new CheckpointException("The run folder '" + folder + "' is in use by another run. Wait for its end, or "
            + "choose another folder.");
    }

    private void require(final RunDescription here) throws IOException {
        final Path file = folder.resolve(DESCRIPTION);
        clearParts();
        if (!Files.exists(file)) {
            requireEmpty();
            write(DESCRIPTION, out -> out.write(here.bytes()));
            return;
        }
        final RunDescription there;
        try {
            there = RunDescription.read(file);
        } catch (final ModelFormatException e) {
            throw new CheckpointException("The run folder '" + folder + "' cannot be gone on with: its file "
                + DESCRIPTION + " is damaged. " + e.getMessage() + " Delete the folder to begin anew, or choose "
                + "another.", e);
        }
        final Optional<String> difference = there.difference(here);
        if (difference.isPresent()) {
            throw new CheckpointException("The run folder '" + folder + "' belongs to another run: "
                + difference.get() + ". Choose another folder, or delete this one to begin anew.");
        }
    }

    private void requireEmpty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            final Optional<Path> other = files.filter(file -> !file.endsWith(LOCK)).findFirst();
            if (other.isPresent()) {
                throw new CheckpointException("The folder '" + folder + "' is not that of a run: it has no "
                    + DESCRIPTION + ", but '" + other.get().getFileName()
                    + "'. Choose a folder that is empty or does not exist yet.");
            }
        }
    }

    /** What a killed process has not finished. */
    private void clearParts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path part : files.filter(file -> file.toString().endsWith(WholeFile.PART)).toList()) {
                Files.delete(part);
            }
        }
    }

    @Override
    public Optional<TrainedNetwork> find(final String name, final Member start) {
        final Path file = folder.resolve(name + NETWORK);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            final TrainedNetwork trained = TrainedFile.read(name, start, in);
            synchronized (this) {
                found++;
            }
            return Optional.of(trained);
        } catch (final NoSuchFileException e) {
            return Optional.empty();
        } catch (final IOException e) {
            synchronized (this) {
                notes.add("The file '" + file.getFileName() + "' of the run folder could not be used, so its network "
                    + "was trained again. " + (e instanceof ModelFormatException ? e.getMessage() : WholeFile.reason(e)));
            }
            return Optional.empty();
        }
    }

    @Override
    public void keep(final String name, final Member start, final TrainedNetwork trained) {
        keep(name + NETWORK, out -> TrainedFile.write(name, start, trained, out));
    }

    @Override
    public double ended(final String round, final double score, final double seconds) {
        final Path file = folder.resolve(round + ".json");
        if (Files.exists(file)) {
            try {
                return new Fields(JSON.readTree(Files.readAllBytes(file)), round).number("seconds");
            } catch (final IOException e) { // only the duration is lost
                return seconds;
            }
        }
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (Double.isFinite(score)) {
            json.put("score", score);
        }
        json.put("seconds", seconds);
        keep(file.getFileName().toString(), out -> out.write(ReproducibleZip.bytes(json)));
        return seconds;
    }

    /** @return which files could not be used, as sentences for the user */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** @return number of networks that did not have to be trained */
    public synchronized int found() {
        return found;
    }

    /** One at a time: a folder must not be written to once it is closed, as by networks that a cancelled run left. */
    private synchronized void keep(final String name, final WholeFile.Content content) {
        if (closed) {
            return;
        }
        try {
            write(name, content);
        } catch (final IOException e) {
            throw new UncheckedIOException(new CheckpointException("The run folder '" + folder
                + "' could not be written: " + WholeFile.reason(e) + " What has been trained so far is kept in it. Check that "
                + "the disk is not full and the folder can be written to, and start the run again: it goes on from "
                + "there.", e));
        }
    }

    private void write(final String name, final WholeFile.Content content) throws IOException {
        WholeFile.write(folder.resolve(name), true, content);
    }

    /** Lets another run use the folder. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                lock.close();
            } finally {
                IN_USE.remove(folder);
            }
        }
    }
}

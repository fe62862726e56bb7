/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2.LocationType;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.defaultnodesettings.FileSystemHelper;
import org.reductor.core.model.WholeFile;

/** The place of a file, in one of KNIME's file systems or in that of this machine; to be closed after use. */
public final class Place implements AutoCloseable {

    /** What can be done at a place besides reading and writing files as a whole. */
    enum Kind {
        /** Files are on a disk: a new one can take the place of an old one in one step. */
        DISK,
        /** Files are sent to a server, which knows folders. */
        SERVER,
        /** Files are sent to an address; no more is known. */
        ADDRESS
    }

    private final FSConnection connection;

    private final Path path;

    private final String shown;

    private final Kind kind;

    Place(final FSConnection connection, final Path path, final String shown, final Kind kind) {
        this.connection = connection;
        this.path = path;
        this.shown = shown;
        this.kind = kind;
    }

    /**
     * @param file a file of this machine
     * @return its place
     */
    public static Place of(final Path file) {
        return new Place(null, file, "'" + file + "'", Kind.DISK);
    }

    /**
     * @param location what the user has chosen; see {@link ChosenFile#require}
     * @return its place
     * @throws KNIMEException when it cannot be reached from here, or leads out of what it is relative to; the message
     *             names it and what to do
     */
    public static Place open(final FSLocation location) throws KNIMEException {
        final String shown = ChosenFile.shown(location);
        try {
            final FSConnection connection =
                FileSystemHelper.retrieveFSConnection(Optional.empty(), location).orElseThrow(
                    () -> new IllegalStateException("The node has no port for a connected file system."));
            Place place = null;
            try {
                place = at(location, connection, shown);
                return place;
            } finally {
                if (place == null || place.connection == null) {
                    connection.close();
                }
            }
        } catch (InvalidPathException e) {
            throw new KNIMEException("The path " + shown + " is not valid here: " + e.getReason() + ".", e);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException | IOException
                | UncheckedIOException e) {
            throw new KNIMEException("The file " + shown + " cannot be reached: " + WholeFile.reason(e)
                + " Check that it is written correctly and that this KNIME is connected to where it is, or choose a "
                + "file elsewhere.", e);
        }
    }

    private static Place at(final FSLocation location, final FSConnection connection, final String shown)
        throws KNIMEException {
        final Path path = connection.getFileSystem().getPath(location).toAbsolutePath();
        if (location.getFSCategory() == FSCategory.LOCAL) {
            return of(Path.of(path.normalize().toString()));
        }
        if (location.getFSCategory() != FSCategory.CUSTOM_URL && leadsOut(path)) {
            throw new KNIMEException("The path '" + location.getPath() + "' leads out of "
                + ChosenFile.whole(location) + ". Give a path below it, or choose another place.");
        }
        return new Place(connection, path.normalize(), shown, kind(location));
    }

    /** Whether a file system would have to stop at its root to normalise a path, and mean another file. */
    private static boolean leadsOut(final Path absolute) {
        int depth = 0;
        for (final Path name : absolute) {
            depth += "..".equals(name.toString()) ? -1 : ".".equals(name.toString()) ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** What is relative to a workflow is where that is; its data area is always on the machine that runs it. */
    private static Kind kind(final FSLocation location) {
        return switch (location.getFSCategory()) {
            case CUSTOM_URL -> Kind.ADDRESS;
            case RELATIVE -> ChosenFile.isInDataArea(location) || isWorkflowLocal() ? Kind.DISK : Kind.SERVER;
            default -> Kind.SERVER;
        };
    }

    private static boolean isWorkflowLocal() {
        return NodeContext.getContextOptional()
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .filter(workflow -> workflow.getLocationType() == LocationType.LOCAL).isPresent();
    }

    /** @return the path; absolute but for addresses */
    public Path path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    /** @return the place in words, with the path in quotes */
    @Override
    public String toString() {
        return shown;
    }

    /** Reads a file of this machine. */
    @FunctionalInterface
    interface LocalReader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Lends the file to what can only read files of this machine; those of elsewhere are copied first.
     *
     * @param largestSize bytes that are copied at most, and one more, so that the reader can tell
     * @param companion names what the reader may look for beside the file
     * @param reader reads the file
     * @param <T> what is read
     * @return what is in it
     * @throws IOException if it cannot be read
     */
    <T> T lend(final long largestSize, final UnaryOperator<Path> companion, final LocalReader<T> reader)
        throws IOException {
        if (path.getFileSystem() == FileSystems.getDefault()) {
            return reader.read(path);
        }
        final Path folder = Files.createTempDirectory("reductor");
        final Path copy = folder.resolve(path.getFileName().toString());
        try {
            copy(path, copy, largestSize);
            if (Files.isRegularFile(companion.apply(path))) {
                copy(companion.apply(path), companion.apply(copy), largestSize);
            }
            return reader.read(copy);
        } finally {
            Files.deleteIfExists(companion.apply(copy));
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private static void copy(final Path from, final Path to, final long largestSize) throws IOException {
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
            final byte[] buffer = new byte[1 << 16];
            long left = largestSize + 1;
            for (int n; left > 0 && (n = in.read(buffer, 0, (int)Math.min(left, buffer.length))) >= 0; left -= n) {
                out.write(buffer, 0, n);
            }
        }
    }

    @Override
    public void close() throws KNIMEException {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            throw new KNIMEException("The connection to " + shown + " could not be closed: " + WholeFile.reason(e), e);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

import org.knime.core.node.KNIMEException;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.modelfile.Place.Kind;

/** Writes a model file whole or not at all, and reads it. */
public final class ModelFile {

    /** Writes what belongs in a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out where to; closed by the caller
         * @throws IOException if writing fails
         */
        void write(OutputStream out) throws IOException;
    }

    private ModelFile() {
    }

    /**
     * Writes a file whole or not at all. On a disk it is written beside its place first and renamed when all is
     * written, so that a crash or a full disk leaves no half file; to elsewhere it is sent when all is written here.
     *
     * @param content what to write
     * @param place where to
     * @param overwrite whether an existing file is replaced
     * @param createFolders whether missing folders are made
     * @throws KNIMEException when that is not possible; the message names the file and what to do
     */
    public static void write(final Content content, final Place place, final boolean overwrite,
        final boolean createFolders) throws KNIMEException {
        final Path file = place.path();
        try {
            if (Files.isDirectory(file)) {
                throw folder(place);
            }
            if (!overwrite && Files.exists(file)) {
                throw exists(place, null);
            }
            if (place.kind() != Kind.ADDRESS) {
                requireFolder(file.getParent(), createFolders);
            }
            if (place.kind() == Kind.DISK) {
                rename(content, file, overwrite);
            } else {
                send(content, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(place, e);
        } catch (IllegalArgumentException e) { // what such a file cannot hold
            throw new KNIMEException(e.getMessage(), e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new KNIMEException("The networks could not be written to " + place + ": " + reason(e)
                + (place.kind() == Kind.DISK ? " Check that the folder can be written to and that the disk is not full."
                    : " Check that it can be reached from here and that you may write there."), e);
        }
    }

    private static void requireFolder(final Path folder, final boolean create) throws IOException, KNIMEException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (!create) {
            throw new KNIMEException("The folder '" + folder
                + "' does not exist. Create it, or let the node create missing folders.");
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new KNIMEException("The folder '" + folder + "' cannot be made, because '" + e.getFile()
                + "' is a file. Give another path.", e);
        }
    }

    private static void rename(final Content content, final Path file, final boolean overwrite) throws IOException {
        // Not Files.createTempFile, which would leave the model readable for its owner only.
        final Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(content, temporary);
            if (overwrite) {
                replace(temporary, file);
            } else {
                Files.move(temporary, file);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void replace(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void send(final Content content, final Path file) throws IOException {
        final Path whole = Files.createTempFile("reductor", ".part");
        try {
            write(content, whole);
            try (OutputStream out = Files.newOutputStream(file)) {
                Files.copy(whole, out);
            }
        } finally {
            Files.delete(whole);
        }
    }

    private static void write(final Content content, final Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new Portions(Files.newOutputStream(file)))) {
            content.write(out);
        }
    }

    /**
     * Passes on no more than a few bytes at once: the file systems of Java leave to the thread, for good, memory
     * outside the heap as large as the largest array that was written in one go.
     */
    private static final class Portions extends FilterOutputStream {

        private static final int SIZE = 1 << 16;

        Portions(final OutputStream out) {
            super(out);
        }

        @Override
        public void write(final byte[] bytes, final int from, final int length) throws IOException {
            for (int done = 0; done < length; done += SIZE) {
                out.write(bytes, from + done, Math.min(SIZE, length - done));
            }
        }
    }

    /**
     * @param place of a model file
     * @return what is in it
     * @throws KNIMEException when it is not there or cannot be read; the message names the file and what to do
     */
    public static NetworkModel read(final Place place) throws KNIMEException {
        return read(place, "that a Reductor Network Writer made", () -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(place.path()))) {
                return NetworkModel.read(in);
            }
        });
    }

    /** Reads what has been found to be a file. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * @param <T> what is read
     * @param place of a file
     * @param whose who makes such files, as a clause after "a file"
     * @param reading reads it
     * @return what is in it
     * @throws KNIMEException when it is not there or cannot be read; the message names the file and what to do
     */
    static <T> T read(final Place place, final String whose, final Reading<T> reading) throws KNIMEException {
        try {
            if (Files.readAttributes(place.path(), BasicFileAttributes.class).isDirectory()) {
                throw folder(place);
            }
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new KNIMEException("The file " + place + " does not exist. Give the path of a file " + whose + ".",
                e);
        } catch (ModelFormatException e) {
            throw new KNIMEException("The file " + place + " cannot be used. " + e.getMessage(), e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new KNIMEException("The file " + place + " could not be read: " + reason(e)
                + " Check that you may read it.", e);
        }
    }

    /** What went wrong, as a sentence. */
    static String reason(final Exception e) {
        final String name = e.getClass().getSimpleName();
        final String message = e.getMessage() == null ? name : e instanceof IOException ? name + ", " + e.getMessage()
            : e.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }

    private static KNIMEException folder(final Place place) {
        return new KNIMEException(place + " is a folder. Give the path of a file in it.");
    }

    private static KNIMEException exists(final Place place, final Exception cause) {
        return new KNIMEException(
            "The file " + place + " exists already. Choose another name, or let the node overwrite it.", cause);
    }
}

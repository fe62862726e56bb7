/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

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

/** Files that appear whole or not at all, and are read with errors that name them and say what to do. */
public final class WholeFile {

    /** How the names of files end that are not whole yet; one that a killed process has left may be deleted. */
    static final String PART = ".part";

    /** Writes what belongs in a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out where to; closed by the caller
         * @throws IOException if writing fails
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Reads what has been found to be a file.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * @return what is in it
         * @throws IOException if reading fails
         */
        T read() throws IOException;
    }

    private WholeFile() {
    }

    /**
     * Writes a file beside its place first and renames it when all is written, so that a crash or a full disk leaves
     * no half file, and what was there stays until then.
     *
     * @param file on a disk
     * @param replace whether an existing file is replaced
     * @param content what to write
     * @throws FileAlreadyExistsException if there is one that must not be replaced
     * @throws IOException if writing fails
     */
    public static void write(final Path file, final boolean replace, final Content content) throws IOException {
        // Not Files.createTempFile, which would leave the file readable for its owner only.
        final Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            fill(part, content);
            if (replace) {
                replace(part, file);
            } else {
                Files.move(part, file);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void replace(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Writes a file in its place.
     *
     * @param file the file
     * @param content what to write
     * @throws IOException if writing fails; what has been written is there then
     */
    public static void fill(final Path file, final Content content) throws IOException {
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
     * @param file a model file
     * @return what is in it
     * @throws UnusableFileException if it is not there or cannot be read
     */
    public static NetworkModel readModel(final Path file) throws UnusableFileException {
        return readModel(file, "'" + file + "'");
    }

    /**
     * @param file a model file
     * @param shown the file in words, with the path in quotes
     * @return what is in it
     * @throws UnusableFileException if it is not there or cannot be read
     */
    public static NetworkModel readModel(final Path file, final String shown) throws UnusableFileException {
        return read(file, shown, "that a Reductor Network Writer made", () -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return NetworkModel.read(in);
            }
        });
    }

    /**
     * @param <T> what is read
     * @param file a file
     * @param shown the file in words, with the path in quotes
     * @param whose who makes such files, as a clause behind "a file"
     * @param reading reads it
     * @return what is in it
     * @throws UnusableFileException if it is not there or cannot be read
     */
    public static <T> T read(final Path file, final String shown, final String whose, final Reading<T> reading)
        throws UnusableFileException {
        try {
            if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
                throw folder(shown);
            }
            return reading.read();
        } catch (final UnusableFileException e) {
            throw e;
        } catch (final NoSuchFileException e) {
            throw new UnusableFileException(
                "The file " + shown + " does not exist. Give the path of a file " + whose + ".", e);
        } catch (final ModelFormatException e) {
            throw new UnusableFileException("The file " + shown + " cannot be used. " + e.getMessage(), e);
        } catch (final IOException | UnsupportedOperationException e) {
            throw new UnusableFileException("The file " + shown + " could not be read: " + reason(e)
                + " Check that you may read it.", e);
        }
    }

    /**
     * @param shown a folder in words
     * @return that it is none of the files that it was taken for
     */
    public static UnusableFileException folder(final String shown) {
        return new UnusableFileException(shown + " is a folder. Give the path of a file in it.", null);
    }

    /**
     * @param e what went wrong
     * @return the same as a sentence
     */
    public static String reason(final Exception e) {
        final String name = e.getClass().getSimpleName();
        final String message = e.getMessage() == null ? name : e instanceof IOException ? name + ", " + e.getMessage()
            : e.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }
}

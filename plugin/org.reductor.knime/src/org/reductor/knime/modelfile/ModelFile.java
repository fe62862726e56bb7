/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;

/** Finds the place of a model file, writes it there whole or not at all, and reads it. */
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

    /** Folder of the workflow data area below the workflow's folder. */
    private static final String DATA_AREA = "data";

    private ModelFile() {
    }

    /**
     * @param text as the user wrote it: absolute, or relative to the workflow data area
     * @return the absolute path
     * @throws KNIMEException when the path is not valid, leaves the data area, or there is no workflow
     */
    public static Path resolve(final String text) throws KNIMEException {
        final String stripped = text.strip();
        if (stripped.contains("://") || stripped.startsWith("file:")) {
            throw new KNIMEException("The path '" + stripped + "' is a URL. Give a path relative to the workflow data "
                + "area, such as model.reductor, or an absolute path.");
        }
        final Path path;
        try {
            path = Path.of(stripped);
        } catch (InvalidPathException e) {
            throw new KNIMEException("The path '" + stripped + "' is not valid here: " + e.getReason() + ".", e);
        }
        if (path.isAbsolute()) {
            return path.normalize();
        }
        final Path area = dataArea().orElseThrow(() -> new KNIMEException("The path '" + stripped
            + "' is relative to the workflow data area, but the node runs in no workflow. Give an absolute path."));
        final Path resolved = area.resolve(path).normalize();
        if (!resolved.startsWith(area) || resolved.equals(area)) {
            throw new KNIMEException("The path '" + stripped
                + "' leads out of the workflow data area. Give a path below it, or an absolute path.");
        }
        return resolved;
    }

    private static Optional<Path> dataArea() {
        return NodeContext.getContextOptional()
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .map(workflow -> workflow.getExecutorInfo().getLocalWorkflowPath().resolve(DATA_AREA).toAbsolutePath()
                .normalize());
    }

    /**
     * Writes beside the destination first and renames when all is written, so that a crash or a full disk leaves no
     * half file.
     *
     * @param content what to write
     * @param file where to
     * @param overwrite whether an existing file is replaced
     * @param createFolders whether missing folders are made
     * @throws KNIMEException when that is not possible; the message names the file and what to do
     */
    public static void write(final Content content, final Path file, final boolean overwrite,
        final boolean createFolders) throws KNIMEException {
        if (Files.isDirectory(file)) {
            throw new KNIMEException("'" + file + "' is a folder. Give the path of a file in it.");
        }
        if (!overwrite && Files.exists(file)) {
            throw exists(file, null);
        }
        final Path folder = file.getParent();
        if (folder == null || !createFolders && !Files.isDirectory(folder)) {
            throw new KNIMEException("The folder '" + folder
                + "' does not exist. Create it, or let the node create missing folders.");
        }
        try {
            createFolder(folder);
            // Not Files.createTempFile, which would leave the model readable for its owner only.
            final Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                // Not Files.newOutputStream, which leaves to the thread, for good, memory outside the heap as large as
                // the largest array that was written in one go.
                try (OutputStream out = new BufferedOutputStream(new FileOutputStream(temporary.toFile()))) {
                    content.write(out);
                }
                move(temporary, file, overwrite);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IllegalArgumentException e) { // what such a file cannot hold
            throw new KNIMEException(e.getMessage(), e);
        } catch (IOException e) {
            throw new KNIMEException("The networks could not be written to '" + file + "': "
                + e.getClass().getSimpleName() + ", " + e.getMessage()
                + ". Check that the folder can be written to and that the disk is not full.", e);
        }
    }

    /**
     * @param file a model file
     * @return what is in it
     * @throws KNIMEException when it is not there or cannot be read; the message names the file and what to do
     */
    public static NetworkModel read(final Path file) throws KNIMEException {
        return read(file, "that a Network Writer made", path -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                return NetworkModel.read(in);
            }
        });
    }

    /**
     * Makes something of a file.
     *
     * @param <T> what
     */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * @param file the file, which is there
         * @return what is in it
         * @throws IOException if it cannot be read
         */
        T read(Path file) throws IOException;
    }

    /**
     * @param <T> what is read
     * @param file a file
     * @param whose who makes such files, as a clause after "a file"
     * @param reader what reads it
     * @return what is in it
     * @throws KNIMEException when it is not there or cannot be read; the message names the file and what to do
     */
    public static <T> T read(final Path file, final String whose, final Reader<T> reader) throws KNIMEException {
        if (!Files.isRegularFile(file)) {
            throw new KNIMEException(Files.isDirectory(file)
                ? "'" + file + "' is a folder. Give the path of a file in it."
                : "The file '" + file + "' does not exist. Give the path of a file " + whose + ".");
        }
        try {
            return reader.read(file);
        } catch (ModelFormatException e) {
            throw new KNIMEException("The file '" + file + "' cannot be used. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new KNIMEException("The file '" + file + "' could not be read: " + e.getClass().getSimpleName() + ", "
                + e.getMessage() + ". Check that you may read it.", e);
        }
    }

    private static void createFolder(final Path folder) throws IOException, KNIMEException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new KNIMEException("The folder '" + folder + "' cannot be made, because '" + e.getFile()
                + "' is a file. Give another path.", e);
        }
    }

    private static void move(final Path from, final Path to, final boolean overwrite) throws IOException {
        if (!overwrite) {
            Files.move(from, to);
            return;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static KNIMEException exists(final Path file, final Exception cause) {
        return new KNIMEException(
            "The file '" + file + "' exists already. Choose another name, or let the node overwrite it.", cause);
    }
}

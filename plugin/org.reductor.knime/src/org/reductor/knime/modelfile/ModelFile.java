/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.KNIMEException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;
import org.reductor.knime.modelfile.Place.Kind;

/** Writes a model file whole or not at all, and reads it. */
public final class ModelFile {

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
    public static void write(final WholeFile.Content content, final Place place, final boolean overwrite,
        final boolean createFolders) throws KNIMEException {
        final Path file = place.path();
        try {
            if (Files.isDirectory(file)) {
                throw WholeFile.folder(place.toString());
            }
            if (!overwrite && Files.exists(file)) {
                throw exists(place, null);
            }
            if (place.kind() != Kind.ADDRESS) {
                requireFolder(file.getParent(), createFolders);
            }
            if (place.kind() == Kind.DISK) {
                WholeFile.write(file, overwrite, content);
            } else {
                send(content, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(place, e);
        } catch (UnusableFileException e) {
            throw new KNIMEException(e.getMessage(), e);
        } catch (IllegalArgumentException e) { // what such a file cannot hold
            throw new KNIMEException(e.getMessage(), e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new KNIMEException("The networks could not be written to " + place + ": " + WholeFile.reason(e)
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

    private static void send(final WholeFile.Content content, final Path file) throws IOException {
        final Path whole = Files.createTempFile("reductor", ".part");
        try {
            WholeFile.fill(whole, content);
            try (OutputStream out = Files.newOutputStream(file)) {
                Files.copy(whole, out);
            }
        } finally {
            Files.delete(whole);
        }
    }

    /**
     * @param place of a model file
     * @return what is in it
     * @throws KNIMEException when it is not there or cannot be read; the message names the file and what to do
     */
    public static NetworkModel read(final Place place) throws KNIMEException {
        return read(() -> WholeFile.readModel(place.path(), place.toString()));
    }

    /** As the core reads, but its errors are those of a node. */
    static <T> T read(final WholeFile.Reading<T> reading) throws KNIMEException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static KNIMEException exists(final Place place, final Exception cause) {
        return new KNIMEException(
            "The file " + place + " exists already. Choose another name, or let the node overwrite it.", cause);
    }
}

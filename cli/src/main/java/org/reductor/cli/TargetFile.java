/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;

import picocli.CommandLine.Option;

/** How commands write their file: as the nodes do, but the messages name options instead of settings. */
final class TargetFile {

    @Option(names = "--overwrite", description = "Replace the file that is written if it is there.")
    private boolean overwrite;

    /** Says before the work begins that the file cannot be written. */
    void require(final Path file) throws UnusableFileException {
        if (!overwrite && Files.isRegularFile(file)) {
            throw exists(file, null);
        }
        final Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UnusableFileException("The folder '" + folder
                + (Files.exists(folder) ? "' is a file. Give another path." : "' does not exist. Create it first."),
                null);
        }
    }

    void write(final WholeFile.Content content, final Path file) throws UnusableFileException {
        require(file);
        if (Files.isDirectory(file)) {
            throw WholeFile.folder("'" + file + "'");
        }
        try {
            WholeFile.write(file, overwrite, content);
        } catch (final FileAlreadyExistsException ex) {
            throw exists(file, ex);
        } catch (final IOException | UnsupportedOperationException ex) {
            throw new UnusableFileException("The file '" + file + "' could not be written: " + WholeFile.reason(ex)
                + " Check that the folder can be written to and that the disk is not full.", ex);
        }
    }

    private static UnusableFileException exists(final Path file, final Exception cause) {
        return new UnusableFileException(
            "The file '" + file + "' exists already. Choose another name, or add --overwrite.", cause);
    }

    /** @return what was written, for the user */
    static String written(final Path file, final NetworkModel model) throws IOException {
        final int networks = model.networks().size();
        return String.format(Locale.ENGLISH, "Wrote %s: %,d bytes, %d network%s for %s with %,d of %,d weights%s.",
            file, Files.size(file), networks, networks == 1 ? "" : "s", model.target(), model.networks().keptWeights(),
            model.networks().originalWeights(), networks == 1 ? "" : " each");
    }

    static Path absolute(final Path path) {
        return path.toAbsolutePath().normalize();
    }
}

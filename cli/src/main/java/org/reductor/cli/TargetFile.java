/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.core.node.KNIMEException;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;

import picocli.CommandLine.Option;

/** How export and import write their file: as the nodes do, but the messages name options instead of settings. */
final class TargetFile {

    @Option(names = "--overwrite", description = "Replace the file that is written if it is there.")
    private boolean overwrite;

    /** Says before the work begins that the file cannot be written. */
    void require(final Path file) throws KNIMEException {
        if (!overwrite && Files.isRegularFile(file)) {
            throw new KNIMEException(
                "The file '" + file + "' exists already. Choose another name, or add --overwrite.");
        }
        final Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new KNIMEException("The folder '" + folder
                + (Files.exists(folder) ? "' is a file. Give another path." : "' does not exist. Create it first."));
        }
    }

    void write(final ModelFile.Content content, final Path file) throws KNIMEException {
        require(file);
        ModelFile.write(content, Place.of(file), overwrite, false);
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

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.reductor.cli.table.Compression;

/**
 * The files of a run: what it is to give, and beside them what there is of it until then. So a file of the name that was
 * asked for is always whole.
 *
 * @param output the predictions
 */
public record PredictionFiles(Path output) {

    private static final String PARTIAL = ".partial";

    /** @return the rows without a prediction, if there are any */
    public Path failed() {
        final String name = Compression.withoutEnding(output.getFileName().toString());
        final int dot = name.lastIndexOf('.');
        return output.resolveSibling(dot > 0 ? name.substring(0, dot) + ".failed" + name.substring(dot)
            : name + ".failed");
    }

    Path partialOutput() {
        return beside(output, PARTIAL);
    }

    Path partialFailed() {
        return beside(failed(), PARTIAL);
    }

    /** @return how far the run is */
    public Path progress() {
        return beside(output, ".progress");
    }

    private static Path beside(final Path file, final String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Removes what there is of a run that is not to be gone on with. */
    void discard() throws IOException {
        Files.deleteIfExists(progress());
        Files.deleteIfExists(partialOutput());
        Files.deleteIfExists(partialFailed());
    }

    /** Gives the files of a run that has written all their names. May be repeated after a crash. */
    void complete(final boolean hasFailed) throws IOException {
        if (hasFailed) {
            move(partialFailed(), failed());
        } else {
            Files.deleteIfExists(partialFailed());
            Files.deleteIfExists(failed()); // of an earlier run
        }
        move(partialOutput(), output);
        Files.deleteIfExists(progress());
    }

    private static void move(final Path from, final Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.reductor.core.model.CheckpointException;
import org.reductor.core.model.CheckpointFolder;
import org.reductor.core.model.Provenance;

/** The setting that says where a run keeps what it has trained. */
final class RunFolder {

    private RunFolder() {
    }

    /**
     * @param text the setting, blank for none
     * @return the folder, if one is wanted
     * @throws InvalidSettingsException when it is no whole path of this machine
     */
    static Optional<Path> path(final String text) throws InvalidSettingsException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        final Path path;
        try {
            path = Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new InvalidSettingsException("The run folder '" + text + "' is no path of this machine: "
                + e.getReason() + ".", e);
        }
        if (!path.isAbsolute()) {
            throw new InvalidSettingsException("The run folder '" + text + "' is not a whole path on this machine, so "
                + "that a second run might look for it elsewhere. Give one, for example "
                + Path.of(System.getProperty("java.io.tmpdir"), "reductor-run").toAbsolutePath() + ".");
        }
        return Optional.of(path);
    }

    /**
     * @param text the setting
     * @param run what the networks depend on
     * @return the opened folder; {@code null} if none is wanted
     * @throws CheckpointException when the folder cannot be used; the message says why and what to do
     */
    static CheckpointFolder open(final String text, final Provenance run)
        throws CheckpointException, InvalidSettingsException {
        final Optional<Path> path = path(text);
        return path.isEmpty() ? null : CheckpointFolder.open(path.get(), run);
    }
}

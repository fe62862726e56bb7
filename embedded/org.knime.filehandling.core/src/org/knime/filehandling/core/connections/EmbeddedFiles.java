/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/** What stands in for KNIME's file systems: folders of this machine. No mountpoint but the workflow's, no Hub. */
public final class EmbeddedFiles {

    private EmbeddedFiles() {
    }

    /** The file system of a location, open. */
    public static FSConnection open(final FSLocation location) {
        final String specifier = location.getFileSystemSpecifier().orElse("");
        final FSFileSystem<?> files = switch (location.getFSCategory()) {
            case LOCAL -> new FSFileSystem<>(null, Path.of(System.getProperty("user.home")), false);
            case CUSTOM_URL -> new FSFileSystem<>(null, Path.of("/"), true);
            case RELATIVE -> relativeTo(specifier);
            case MOUNTPOINT -> throw new IllegalArgumentException("There is no mountpoint '" + specifier + "'.");
            default -> throw new IllegalStateException("The workflow is not on a Hub.");
        };
        return () -> files;
    }

    /** The file of this machine that a location means. */
    public static Path real(final FSLocation location) throws NoSuchFileException {
        final FSFileSystem<?> files = open(location).getFileSystem();
        return files.real(files.getPath(location));
    }

    private static FSFileSystem<?> relativeTo(final String specifier) {
        final Path workflow = workflow();
        return switch (specifier) {
            case "knime.workflow.data" -> new FSFileSystem<>(made(workflow.resolve("data")), Path.of("/"), false);
            case "knime.workflow" -> new FSFileSystem<>(workflow.getParent(),
                Path.of("/").resolve(workflow.getFileName()), false);
            case "knime.mountpoint", "knime.space" -> new FSFileSystem<>(workflow.getParent(), Path.of("/"), false);
            default -> throw new IllegalArgumentException("Nothing is relative to '" + specifier + "'.");
        };
    }

    private static Path workflow() {
        return NodeContext.getContextOptional().flatMap(c -> c.getContextObjectForClass(WorkflowContextV2.class))
            .map(c -> c.getExecutorInfo().getLocalWorkflowPath().toAbsolutePath().normalize())
            .orElseThrow(() -> new IllegalStateException("The node runs in no workflow."));
    }

    private static Path made(final Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of this machine that a URL means. */
    static Path resolve(final String url) {
        final URI uri = URI.create(url.replace(" ", "%20"));
        if ("file".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        if ("knime".equals(uri.getScheme()) && "knime.workflow".equals(uri.getHost())) {
            return workflow().resolve(uri.getPath().substring(1)).normalize();
        }
        throw new IllegalArgumentException("Nothing answers at '" + url + "'.");
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Finds the folder or jar that a class was loaded from, on a class path as well as in OSGi, where a bundle is a jar, or
 * a folder with jars in it; jars within jars have been unpacked by the framework.
 */
public final class CodeLocations {

    private CodeLocations() {
    }

    /**
     * @param type any class
     * @return where it lies
     * @throws WorkerUnavailableException when that is no file
     */
    public static Path of(final Class<?> type) {
        final CodeSource source = type.getProtectionDomain().getCodeSource();
        final Path path = source == null || source.getLocation() == null ? null : path(source.getLocation());
        if (path == null || !Files.exists(path)) {
            throw new WorkerUnavailableException("RDKit cannot be started in a process of its own, because the class "
                + type.getName() + " does not lie in a file (" + (source == null ? null : source.getLocation())
                + "). Install Reductor from its update site.", null);
        }
        return path;
    }

    /** The framework does not escape blanks in its URLs. */
    private static Path path(final URL url) {
        try {
            final URI uri = url.toURI();
            if ("file".equals(uri.getScheme())) {
                final Path path = Path.of(uri);
                if (Files.exists(path)) {
                    return path;
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) { // NOSONAR an unescaped one, read below
        }
        return "file".equals(url.getProtocol()) ? new File(url.getPath()).toPath() : null;
    }
}

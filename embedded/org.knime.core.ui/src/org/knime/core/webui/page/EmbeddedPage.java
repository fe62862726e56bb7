/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stand-in only: opens the files of a page. Extension code must not use it. */
public final class EmbeddedPage {

    private EmbeddedPage() {
    }

    /** @throws IOException if there is no such file, or it was not declared for the page */
    public static InputStream open(final Page page, final String relativePath) throws IOException {
        final var fromFile = (FromFilePage)page;
        final boolean declared = !relativePath.contains("..") && (fromFile.files.contains(relativePath)
            || fromFile.directories.stream().anyMatch(relativePath::startsWith));
        final String path = fromFile.basePath + "/" + relativePath;
        if (!declared) {
            throw new FileNotFoundException("The page does not declare the file \"" + path + "\".");
        }
        final URL url = fromFile.bundleClass.getClassLoader().getResource(path);
        if (url != null) {
            return url.openStream();
        }
        return Files.newInputStream(besideClasses(fromFile.bundleClass, path));
    }

    /** Classes that run from {@code target/classes} have the files of their bundle in the project folder. */
    private static Path besideClasses(final Class<?> bundleClass, final String path) throws IOException {
        try {
            Path folder = Path.of(bundleClass.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (int up = 0; up < 3 && folder != null; up++, folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve(path))) {
                    return folder.resolve(path);
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException("The bundle of " + bundleClass + " has no usable location.", e);
        }
        throw new FileNotFoundException("The bundle of " + bundleClass + " has no file \"" + path + "\".");
    }
}

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
import java.util.List;

/** Stand-in only: opens the files of a page. Extension code must not use it. */
public final class EmbeddedPage {

    private EmbeddedPage() {
    }

    /** The files of the page, relative to its base path; the page itself comes first. */
    public static List<String> files(final Page page) {
        return List.copyOf(((FromFilePage)page).files);
    }

    /** @throws IOException if there is no such file, or the page does not declare it */
    public static InputStream open(final Page page, final String relativePath) throws IOException {
        final FromFilePage declared = (FromFilePage)page;
        final String path = declared.basePath + "/" + relativePath;
        if (!declared.files.contains(relativePath)) {
            throw new FileNotFoundException("The page does not declare the file \"" + path + "\".");
        }
        final URL url = declared.bundleClass.getClassLoader().getResource(path);
        return url != null ? url.openStream() : Files.newInputStream(besideClasses(declared.bundleClass, path));
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

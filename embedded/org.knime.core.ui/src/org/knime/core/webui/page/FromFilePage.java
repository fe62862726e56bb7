/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

import java.util.ArrayList;
import java.util.List;

/** A page in a file of a bundle. */
public non-sealed class FromFilePage extends Page {

    final Class<?> bundleClass;

    final String basePath;

    final List<String> files = new ArrayList<>();

    final List<String> directories = new ArrayList<>();

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        super(relativeFilePath);
        this.bundleClass = bundleClass;
        this.basePath = basePath;
        files.add(relativeFilePath);
    }

    /** A file that the page loads, relative to the base path. */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        files.add(relativeFilePath);
        return this;
    }

    /** A folder of files that the page loads, relative to the base path. */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        directories.add(relativeDirPath + "/");
        return this;
    }
}

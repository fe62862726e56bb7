/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

import java.util.ArrayList;
import java.util.List;

/** A page in a file of a bundle, and the files that it loads. */
public non-sealed class FromFilePage extends Page {

    final Class<?> bundleClass;

    final String basePath;

    final List<String> files = new ArrayList<>();

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        this.bundleClass = bundleClass;
        this.basePath = basePath;
        files.add(relativeFilePath);
    }

    /** Declares a file that the page loads, relative to the base path. */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        files.add(relativeFilePath);
        return this;
    }
}

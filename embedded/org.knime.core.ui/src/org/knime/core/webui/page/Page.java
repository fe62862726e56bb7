/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

/** A page and the files it loads. */
public sealed class Page permits FromFilePage {

    private final String relativePath;

    Page(final String relativePath) {
        this.relativePath = relativePath;
    }

    public static RequireFromFileOrString create() {
        return () -> clazz -> base -> file -> new FromFilePage(clazz, base, file);
    }

    public String getRelativePath() {
        return relativePath;
    }

    /** The kind of page. */
    public interface RequireFromFileOrString {
        RequireBundle fromFile();
    }

    /** The bundle that has the files. */
    public interface RequireBundle {
        RequireBasePath bundleClass(Class<?> clazz);
    }

    /** The folder of the files, from the bundle's root. */
    public interface RequireBasePath {
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The page's file in that folder. */
    public interface RequireRelativeFilePath {
        FromFilePage relativeFilePath(String relativeFilePath);
    }
}

/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

/** A web page of a view. */
public sealed class Page permits FromFilePage {

    Page() {
    }

    public static RequireFromFileOrString create() {
        return () -> clazz -> base -> file -> new FromFilePage(clazz, base, file);
    }

    /** The kind of page. */
    public interface RequireFromFileOrString {
        RequireBundle fromFile();
    }

    /** The bundle that has the file. */
    public interface RequireBundle {
        RequireBasePath bundleClass(Class<?> clazz);
    }

    /** The folder of the file, from the bundle's root. */
    public interface RequireBasePath {
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The file in that folder. */
    public interface RequireRelativeFilePath {
        FromFilePage relativeFilePath(String relativeFilePath);
    }
}

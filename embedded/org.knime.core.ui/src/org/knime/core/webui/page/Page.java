/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

import java.util.function.Supplier;

/** A web page of a view. */
public sealed class Page permits FromFilePage, FromStringPage {

    Page() {
    }

    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {

            @Override
            public RequireBundle fromFile() {
                return clazz -> base -> file -> new FromFilePage(clazz, base, file);
            }

            @Override
            public RequireRelativePath fromString(final StringSupplier content) {
                return path -> new FromStringPage(content, path);
            }
        };
    }

    /** The kind of page. */
    public interface RequireFromFileOrString {
        RequireBundle fromFile();

        RequireRelativePath fromString(StringSupplier content);
    }

    /** Gives the text of a page. */
    public interface StringSupplier extends Supplier<String> {
    }

    /** The name of a page that is no file; its ending tells what it is. */
    public interface RequireRelativePath {
        Page relativePath(String relativePath);
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

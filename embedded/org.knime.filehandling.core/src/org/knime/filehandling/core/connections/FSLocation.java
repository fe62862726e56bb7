/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.util.Objects;
import java.util.Optional;

/** A file system and a path in it. */
public final class FSLocation {

    /** No location; its category and path are null. */
    public static final FSLocation NULL = new FSLocation();

    private final String category;

    private final String specifier;

    private final String path;

    private FSLocation() {
        category = null;
        specifier = null;
        path = null;
    }

    public FSLocation(final FSCategory fsCategory, final String path) {
        this(fsCategory, null, path);
    }

    public FSLocation(final FSCategory fsCategory, final String fsSpecifier, final String path) {
        this(fsCategory.toString(), fsSpecifier, path);
    }

    /** The specifier says which of the category it is; null for none. */
    public FSLocation(final String fsCategory, final String fsSpecifier, final String path) {
        category = Objects.requireNonNull(fsCategory);
        specifier = fsSpecifier;
        this.path = Objects.requireNonNull(path);
    }

    public String getPath() {
        return path;
    }

    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(specifier);
    }

    public String getFileSystemCategory() {
        return category;
    }

    public FSCategory getFSCategory() {
        return FSCategory.valueOf(category);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FSLocation that && Objects.equals(category, that.category)
            && Objects.equals(specifier, that.specifier) && Objects.equals(path, that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, specifier, path);
    }
}

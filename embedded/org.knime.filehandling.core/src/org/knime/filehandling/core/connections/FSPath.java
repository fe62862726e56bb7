/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** A path in one of KNIME's file systems, which only that one's provider can use. */
public class FSPath implements Path {

    private final FSFileSystem<?> files;

    final Path path;

    FSPath(final FSFileSystem<?> files, final Path path) {
        this.files = files;
        this.path = path;
    }

    private Path like(final Path other) {
        return other == null ? null : new FSPath(files, other);
    }

    private static Path plain(final Path other) {
        return ((FSPath)other).path;
    }

    @Override
    public FileSystem getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return path.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return like(path.getRoot());
    }

    @Override
    public Path getFileName() {
        return like(path.getFileName());
    }

    @Override
    public Path getParent() {
        return like(path.getParent());
    }

    @Override
    public int getNameCount() {
        return path.getNameCount();
    }

    @Override
    public Path getName(final int index) {
        return like(path.getName(index));
    }

    @Override
    public Path subpath(final int beginIndex, final int endIndex) {
        return like(path.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(final Path other) {
        return path.startsWith(plain(other));
    }

    @Override
    public boolean endsWith(final Path other) {
        return path.endsWith(plain(other));
    }

    @Override
    public Path normalize() {
        return files.url() ? this : like(path.normalize());
    }

    @Override
    public Path resolve(final Path other) {
        return like(path.resolve(plain(other)));
    }

    @Override
    public Path relativize(final Path other) {
        return like(path.relativize(plain(other)));
    }

    @Override
    public URI toUri() {
        return path.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return like(files.absolute(path));
    }

    @Override
    public Path toRealPath(final LinkOption... options) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchKey register(final WatchService watcher, final Kind<?>[] events, final Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(final Path other) {
        return path.compareTo(plain(other));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FSPath that && that.files == files && that.path.equals(path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

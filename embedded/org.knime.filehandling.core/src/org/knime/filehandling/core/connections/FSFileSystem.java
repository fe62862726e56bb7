/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** Files of this machine: all, or those below a folder, which is then "/". Its paths know its provider only. */
public class FSFileSystem<T extends FSPath> extends FileSystem {

    private final EmbeddedProvider provider = new EmbeddedProvider(this);

    private final Path root;

    private final Path workingDirectory;

    private final boolean url;

    /** The root is null for all files; of a URL, files are opened, but neither moved nor deleted, and no folders. */
    FSFileSystem(final Path root, final Path workingDirectory, final boolean url) {
        this.root = root;
        this.workingDirectory = workingDirectory;
        this.url = url;
    }

    /** The file that a path means; what is in the workflow itself cannot be reached relative to it. */
    Path real(final FSPath path) throws NoSuchFileException {
        final Path absolute = absolute(path.path).normalize();
        if (root == null) {
            return absolute;
        }
        if (workingDirectory.getNameCount() > 0 && absolute.startsWith(workingDirectory)) {
            throw new NoSuchFileException(path.toString(), null, "The path leads into a workflow.");
        }
        return root.resolve(absolute.getRoot().relativize(absolute));
    }

    Path absolute(final Path path) {
        return workingDirectory.resolve(path);
    }

    boolean url() {
        return url;
    }

    @SuppressWarnings("unchecked")
    public T getPath(final FSLocation fsLocation) {
        return (T)new FSPath(this, url ? EmbeddedFiles.resolve(fsLocation.getPath()) : Path.of(fsLocation.getPath()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T getPath(final String first, final String... more) {
        return (T)new FSPath(this, Path.of(first, more));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        // its connection is closed
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return FileSystems.getDefault().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(final String syntaxAndPattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
